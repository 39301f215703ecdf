import { classNames } from './class-names';
import type { Tone } from './tone';

const fills: Record<Tone, string> = {
  neutral: 'bg-ink-3',
  brand: 'bg-brand',
  live: 'bg-live',
  warn: 'bg-warn',
  bad: 'bg-bad',
  violet: 'bg-violet',
};

/** A dot beside a word; it says nothing by itself. */
export function StatusDot({
  tone,
  isHaloed = false,
}: {
  readonly tone: Tone;
  readonly isHaloed?: boolean;
}) {
  return (
    <span
      aria-hidden
      className={classNames(
        'inline-block size-[7px] shrink-0 rounded-full',
        fills[tone],
        isHaloed && 'ring-3 ring-line',
      )}
    />
  );
}
