import type { ReactNode } from 'react';
import { classNames } from './class-names';
import { softTone, type Tone } from './tone';

/** A short fact in a rounded box: an icon or a dot, and a word. */
export function Pill({
  tone = 'neutral',
  icon,
  size = 'md',
  title,
  className,
  children,
}: {
  readonly tone?: Tone;
  readonly icon?: ReactNode;
  readonly size?: 'sm' | 'md' | 'lg';
  readonly title?: string | undefined;
  readonly className?: string;
  readonly children: ReactNode;
}) {
  return (
    <span
      title={title}
      className={classNames(
        'inline-flex shrink-0 items-center rounded-full font-[550] whitespace-nowrap',
        size === 'sm' && 'h-[18px] gap-1 px-1.5 text-2xs',
        size === 'md' && 'h-[22px] gap-[5px] px-2 text-xs',
        size === 'lg' && 'h-[26px] gap-[5px] px-2.5 text-xs',
        softTone[tone],
        className,
      )}
    >
      {icon}
      {children}
    </span>
  );
}
