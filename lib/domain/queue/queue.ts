import type { CallControlId } from '../ids';
import { emptyKeyed, type Keyed, valuesOf } from '../keyed';
import { type Party, unknownParty } from '../party';
import { isNewer, type Stamp, type Stamped } from '../stamp';

/** A call that waits in the queue, or did. */
export interface QueueCall {
  readonly callControlId: CallControlId;
  readonly connectionId: string | null;
  readonly party: Party;
  readonly enqueued: Stamp | null;
  readonly dequeued: Stamped<{ readonly reason: string | null }> | null;
  readonly hungUp: Stamp | null;
}

/** A queue as its events tell it; the carrier addresses it by name (DOMAIN §6.8). */
export interface Queue {
  readonly name: string;
  readonly calls: Keyed<QueueCall>;
}

/** A queue nobody has said anything about. */
export function emptyQueue(name: string): Queue {
  return { name, calls: emptyKeyed() };
}

/** A call nobody has said anything about. */
export function newQueueCall(callControlId: CallControlId): QueueCall {
  return {
    callControlId,
    connectionId: null,
    party: unknownParty,
    enqueued: null,
    dequeued: null,
    hungUp: null,
  };
}

/** The calls that wait, the longest first. Only a dequeue takes one out; a hang-up does not. */
export function waitingIn(queue: Queue): QueueCall[] {
  return valuesOf(queue.calls)
    .filter((call) => call.enqueued !== null && isNewer(call.enqueued, call.dequeued))
    .sort((a, b) => (a.enqueued !== null && isNewer(a.enqueued, b.enqueued) ? 1 : -1));
}
