import { useNow } from '@/lib/browser/use-now';
import type { Micros } from '@/lib/domain/stamp';
import { clockOf, fullClockOf } from '@/lib/format/duration';

/** A clock that has run since then, on top of what had run before; ticks by itself. */
export function RunningClock({
  since,
  before = 0,
  isFull = false,
}: {
  readonly since: Micros;
  readonly before?: Micros;
  /** Whether hours always show, so that the width stays. */
  readonly isFull?: boolean;
}) {
  const now = useNow();
  const length = Math.max(0, before + now - since);
  return <>{isFull ? fullClockOf(length) : clockOf(length)}</>;
}
