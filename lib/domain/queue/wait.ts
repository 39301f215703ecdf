import type { CallControlId } from '../ids';
import { isNewer, type Micros, type Stamp } from '../stamp';
import { beganWaiting, type Exit, type QueueCall } from './queue';
import { isBridge } from './settle';

/**
 * How a wait ended. `answered`: connected with somebody, or let into a conference by us. `abandoned`:
 * the caller hung up, or their time was over. `other`: moved, taken out, or nobody knows.
 */
export type WaitOutcome = 'answered' | 'abandoned' | 'other';

/** A wait in a queue that has ended. */
export interface EndedWait {
  readonly callControlId: CallControlId;
  /** By the carrier's clock, as all times here; tells the stays of one call apart. */
  readonly enqueuedAt: Micros;
  readonly endedAt: Micros;
  /** All of it: from the first queue, where the caller was moved from one to another. */
  readonly waitedMicros: number;
  readonly outcome: WaitOutcome;
  /** The carrier's reason (DOMAIN §2.3); null where a read or a command ended it. */
  readonly reason: string | null;
}

/** The waits of one call that have ended, the newest first; the same whatever the order of its facts. */
export function endedWaits(call: QueueCall): readonly EndedWait[] {
  return call.entries.flatMap((entry, i) => {
    const next = call.entries[i - 1] ?? null;
    return endedWait(call, entry, exitOf(call, entry, next), next) ?? [];
  });
}

/** The exit that ended a stay: the last before the next began, for a repair's comes before the true one. */
function exitOf({ exits }: QueueCall, entry: Stamp, next: Stamp | null): Exit | null {
  const inBetween = (exit: Exit) => isNewer(exit, entry) && (next === null || isNewer(next, exit));
  return exits.find(inBetween) ?? null;
}

function endedWait(
  call: QueueCall,
  entry: Stamp,
  exit: Exit | null,
  next: Stamp | null,
): EndedWait | null {
  const { callControlId, hungUp } = call;
  const at = { callControlId, enqueuedAt: entry.at };
  const since = beganWaiting(call, entry);
  const ended = (endedAt: Micros, outcome: WaitOutcome, reason: string | null): EndedWait => ({
    ...at,
    ...{ endedAt, waitedMicros: Math.max(0, endedAt - since), outcome, reason },
  });
  // Who hung up and is kept gave up then, whatever becomes of the place.
  const hasHungUp = next === null && hungUp !== null && hungUp.at >= entry.at;
  if (hasHungUp && (exit === null || exit.at > hungUp.at)) {
    return ended(hungUp.at, 'abandoned', 'hangup');
  }
  if (exit !== null) return ended(exit.at, outcomeOf(call, entry, exit), exit.value.reason);
  // It came in again without having been heard to go.
  return next === null ? null : ended(next.at, 'other', null);
}

function outcomeOf(
  { admitted }: QueueCall,
  entry: Stamp,
  { value: { reason } }: Exit,
): WaitOutcome {
  if (isBridge(reason)) return 'answered';
  if (reason === 'hangup' || reason === 'timeout') return 'abandoned';
  return reason === 'leave' && admitted?.enteredAt === entry.at ? 'answered' : 'other';
}
