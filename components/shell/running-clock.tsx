import { useCarrierNow } from '@/lib/browser/use-carrier-now';
import { useNow } from '@/lib/browser/use-now';
import type { Micros } from '@/lib/domain/stamp';
import { clockOf, fullClockOf } from '@/lib/format/duration';

/** A clock that has run since the carrier's `since`, on top of what had run before; ticks by itself. */
export function RunningClock({
  since,
  before = 0,
  isByOurClock = false,
  isFull = false,
}: {
  readonly since: Micros;
  readonly before?: Micros;
  /** Whether `since` is the server's time, not the carrier's. */
  readonly isByOurClock?: boolean;
  /** Whether hours always show, so that the width stays. */
  readonly isFull?: boolean;
}) {
  const ours = useNow();
  const carriers = useCarrierNow();
  const now = isByOurClock ? ours : carriers;
  const length = Math.max(0, before + now - since);
  return <>{isFull ? fullClockOf(length) : clockOf(length)}</>;
}
