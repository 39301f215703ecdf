'use client';
import { useId } from 'react';
import { Checkbox } from './checkbox';

/** A switch with its words beside it, and what it does below them. */
export function CheckField({
  label,
  hint,
  error,
  isChecked,
  onChange,
}: {
  readonly label: string;
  readonly hint: string | undefined;
  readonly error?: string | undefined;
  readonly isChecked: boolean;
  readonly onChange: (isChecked: boolean) => void;
}) {
  const id = useId();
  return (
    <div className="flex items-start gap-2">
      <span className="pt-0.5">
        <Checkbox
          id={id}
          label={label}
          isChecked={isChecked}
          aria-describedby={`${id}-about`}
          onChange={(event) => {
            onChange(event.target.checked);
          }}
        />
      </span>
      <div>
        <label htmlFor={id} className="font-[530]">
          {label}
        </label>
        <p
          id={`${id}-about`}
          className={error === undefined ? 'text-xs text-ink-3' : 'text-xs text-bad'}
        >
          {error ?? hint}
        </p>
      </div>
    </div>
  );
}
