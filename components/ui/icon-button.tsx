import type { ComponentProps, ReactNode } from 'react';
import { classNames } from './class-names';

const looks = {
  plain: 'border-line bg-panel text-ink hover:bg-raise',
  ghost: 'border-transparent bg-transparent text-ink-2 hover:bg-raise hover:text-ink',
  bad: 'border-transparent bg-bad-soft text-bad hover:brightness-95',
  warn: 'border-transparent bg-warn-soft text-warn hover:brightness-95',
} as const;

export interface IconButtonProps extends Omit<ComponentProps<'button'>, 'children' | 'title'> {
  /** What it does, in words: read aloud, and shown when pointed at. */
  readonly label: string;
  readonly icon: ReactNode;
  readonly look?: keyof typeof looks;
}

/** A square button that says what it does with an icon. */
export function IconButton({ label, icon, look = 'plain', className, ...rest }: IconButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      aria-label={label}
      title={label}
      className={classNames(
        'grid size-[30px] shrink-0 place-items-center rounded-lg border transition-colors disabled:pointer-events-none disabled:opacity-50',
        looks[look],
        className,
      )}
    >
      {icon}
    </button>
  );
}
