import { valuesOf } from '../keyed';
import { isNewer, type Micros, type Stamp } from '../stamp';
import { isAlive, isWaiting, type Queue, waitingSince } from './queue';

/** Whether there is such a queue; null where nobody has said anything about it. */
export function exists(queue: Queue): boolean | null {
  const { asked, facts, isGone } = queue;
  if (asked.exists?.phase === 'accepted') return asked.exists.value;
  if (isGone) return false;
  return facts !== null || queue.calls.length > 0 ? true : null;
}

/** How many it may hold, and whether that is the carrier's word or still ours; null where neither said. */
export function maxSizeOf({ asked, facts }: Queue): {
  readonly value: number;
  readonly isSeen: boolean;
} | null {
  if (asked.maxSize?.phase === 'accepted') return { value: asked.maxSize.value, isSeen: false };
  return facts === null ? null : { value: facts.maxSize, isSeen: true };
}

/** Whether it is over: the carrier has no such queue any more, and nobody waits in it. */
export function isOver(queue: Queue): boolean {
  return exists(queue) === false && !valuesOf(queue.calls).some(isWaiting);
}

/** Who waits, in numbers; found in one pass, without sorting anybody. */
export interface Waiting {
  readonly depth: number;
  /** Of those, who is still on the line. */
  readonly alive: number;
  /** Since when the one has waited who waits longest and is on the line. */
  readonly oldestSince: Micros | null;
  /** When those on the line began to wait, on average: how long they have waited counts from there. */
  readonly meanSince: Micros | null;
  /** The application of the one that waits longest. */
  readonly connectionId: string | null;
}

/** Counts those who wait. */
export function countWaiting(queue: Queue): Waiting {
  let depth = 0;
  let alive = 0;
  let sum = 0;
  let oldestSince: Micros | null = null;
  let first: Stamp | null = null;
  let connectionId: string | null = null;
  for (const call of valuesOf(queue.calls)) {
    // Most calls that are kept have left: whether they wait is known before their stays are.
    if (!isWaiting(call)) continue;
    const since = waitingSince(call);
    const [entry] = call.entries;
    if (since === null || entry === undefined) continue;
    depth += 1;
    if (first === null || isNewer(first, entry)) {
      first = entry;
      ({ connectionId } = call);
    }
    if (!isAlive(call)) continue;
    alive += 1;
    sum += since;
    if (oldestSince === null || since < oldestSince) oldestSince = since;
  }
  const meanSince = alive === 0 ? null : Math.round(sum / alive);
  return { depth, alive, oldestSince, meanSince, connectionId };
}
