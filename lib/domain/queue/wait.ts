import type { CallControlId } from '../ids';
import type { Micros, Stamp } from '../stamp';
import { beganWaiting, type Exit, type QueueCall, type Stay, staysOf } from './queue';
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
  const stays = staysOf(call);
  return stays.flatMap((stay) => endedWait(call, stays, stay) ?? []);
}

function endedWait(call: QueueCall, stays: readonly Stay[], stay: Stay): EndedWait | null {
  const { callControlId, hungUp, moved } = call;
  const { entry, exit } = stay;
  const since = beganWaiting(moved, stays, stay);
  const ended = (endedAt: Micros, outcome: WaitOutcome, reason: string | null): EndedWait => ({
    ...{ callControlId, enqueuedAt: entry.at, endedAt },
    ...{ waitedMicros: Math.max(0, endedAt - since), outcome, reason },
  });
  // Who hung up and is kept gave up then, whatever becomes of the place.
  const hasHungUp = stay === stays[0] && hungUp !== null && hungUp.at >= entry.at;
  if (hasHungUp && (exit === null || exit.at > hungUp.at)) {
    return ended(hungUp.at, 'abandoned', 'hangup');
  }
  return exit === null ? null : ended(exit.at, outcomeOf(call, entry, exit), exit.value.reason);
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
