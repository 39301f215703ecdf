import type { ComponentProps, ReactNode } from 'react';
import { buttonClass, type ButtonLook } from './button';

/** A link that looks like a button: to a file, for one. */
export function LinkButton({
  look = 'plain',
  icon,
  children,
  ...rest
}: Omit<ComponentProps<'a'>, 'className'> & {
  readonly look?: ButtonLook;
  readonly icon?: ReactNode;
}) {
  return (
    <a {...rest} className={buttonClass(look, 'md')}>
      {icon}
      {children}
    </a>
  );
}
