'use client';
import { Check, Minus } from 'lucide-react';
import type { ComponentProps } from 'react';

/** A box to tick; `isMixed` says that some of what it stands for is ticked. */
export function Checkbox({
  label,
  isChecked,
  isMixed = false,
  ...rest
}: Omit<ComponentProps<'input'>, 'type' | 'checked' | 'className'> & {
  readonly label: string;
  readonly isChecked: boolean;
  readonly isMixed?: boolean;
}) {
  return (
    <span className="relative grid size-[15px] shrink-0 place-items-center">
      <input
        {...rest}
        type="checkbox"
        aria-label={label}
        checked={isChecked}
        ref={(input) => {
          if (input !== null) input.indeterminate = isMixed;
        }}
        className="peer absolute inset-0 cursor-pointer appearance-none rounded border-[1.5px] border-outline bg-panel checked:border-brand checked:bg-brand indeterminate:border-brand indeterminate:bg-brand"
      />
      {(isChecked || isMixed) && (
        <span aria-hidden className="pointer-events-none relative text-on-brand">
          {isMixed ? <Minus size={11} strokeWidth={3} /> : <Check size={11} strokeWidth={3} />}
        </span>
      )}
    </span>
  );
}
