import { classNames } from '@/components/ui/class-names';
import type { Tone } from '@/components/ui/tone';

const fills: Readonly<Record<Tone, string>> = {
  neutral: 'bg-ink-3',
  brand: 'bg-brand',
  live: 'bg-live',
  warn: 'bg-warn',
  bad: 'bg-bad',
  violet: 'bg-violet',
};

/** How full something is, as a bar; the numbers stand beside it in words. */
export function CapacityBar({
  part,
  tone,
}: {
  /** From 0 to 1. */
  readonly part: number;
  readonly tone: Tone;
}) {
  const width = `${Math.min(1, Math.max(0, part)) * 100}%`;
  return (
    <div aria-hidden className="h-1 w-full overflow-hidden rounded-full bg-raise">
      <div
        className={classNames('h-full rounded-full', part > 0 && 'min-w-0.5', fills[tone])}
        style={{ width }}
      />
    </div>
  );
}
