import type { ComponentProps, ReactNode } from 'react';
import { classNames } from './class-names';
import { Kbd, spokenKeys } from './kbd';

const looks = {
  plain: 'border-line bg-panel text-ink hover:bg-raise',
  primary: 'border-brand bg-brand text-on-brand hover:opacity-90',
  ghost: 'border-transparent bg-transparent text-ink-2 hover:bg-raise hover:text-ink',
  danger: 'border-bad bg-bad-soft text-bad hover:brightness-95',
  recording: 'border-transparent bg-bad-soft text-bad hover:brightness-95',
  hold: 'border-transparent bg-warn-soft text-warn hover:brightness-95',
} as const;

/** How a button looks: by weight, not by what it is for. */
export type ButtonLook = keyof typeof looks;

export interface ButtonProps extends ComponentProps<'button'> {
  readonly look?: ButtonLook;
  readonly icon?: ReactNode;
  /** The key that does the same, shown to the person. */
  readonly shortcut?: string | undefined;
  readonly size?: 'sm' | 'md';
}

/** How a button of this look and size is drawn. */
export function buttonClass(look: ButtonLook, size: 'sm' | 'md'): string {
  return classNames(
    'inline-flex shrink-0 items-center justify-center rounded-lg border font-[530] whitespace-nowrap transition-colors disabled:pointer-events-none disabled:opacity-50',
    size === 'md' ? 'h-[30px] gap-[7px] px-[11px]' : 'h-[26px] gap-1.5 px-2 text-sm',
    looks[look],
  );
}

/** A button with words on it, and an icon where one helps. */
export function Button({
  look = 'plain',
  icon,
  shortcut,
  size = 'md',
  className,
  children,
  ...rest
}: ButtonProps) {
  return (
    <button
      type="button"
      aria-keyshortcuts={spokenKeys(shortcut)}
      {...rest}
      className={classNames(buttonClass(look, size), className)}
    >
      {icon}
      {children}
      {shortcut !== undefined && <Kbd aria-hidden>{shortcut}</Kbd>}
    </button>
  );
}
