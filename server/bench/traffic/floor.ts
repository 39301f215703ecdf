import { createRandom } from '@/server/simulator/engine/random';

/** One who calls, numbered in the order of coming, and the number of the queue they wait in. */
export interface Caller {
  readonly number: number;
  readonly queue: number;
}

/** One thing that happens to a caller at the carrier, at a moment: milliseconds since 1970. */
export type Step = { readonly caller: Caller; readonly atMs: number } & (
  | { readonly type: 'initiated' | 'answered' | 'hungUp' }
  /** Positions count from 1. */
  | { readonly type: 'enqueued'; readonly position: number }
  | {
      readonly type: 'dequeued';
      readonly position: number;
      readonly reason: LeaveReason;
      readonly waitedMs: number;
    }
);

/** Why a caller leaves a queue: their turn has come, or they give up. */
export type LeaveReason = 'bridged' | 'hangup';

/** Callers that come to queues and leave them: what happens, before it happens. */
export interface Floor {
  /** So many callers come, one after the other until that moment. */
  fill(callers: number, untilMs: number): Step[];
  /** Each turn one comes to some queue and one leaves some queue, so that as many wait as before. */
  turns(count: number, fromMs: number): Step[];
}

/** How many steps there are in a turn. */
export const stepsOfTurn = 5;

// Two of three that leave are the first of their queue; the third gives up wherever they stand.
const servedRate = 2 / 3;

/**
 * Makes a floor of so many queues, in which so many turns pass a second. Who comes and leaves is drawn
 * by a seed: some queues are long and some are short, and each run is the same.
 */
export function createFloor({
  queues,
  turnsPerSecond,
}: {
  readonly queues: number;
  readonly turnsPerSecond: number;
}): Floor {
  const random = createRandom(1);
  const turnMs = 1_000 / turnsPerSecond;
  const lines = Array.from({ length: queues }, (): { caller: Caller; sinceMs: number }[] => []);
  let callers = 0;
  let waiting = 0;
  const comes = (fromMs: number): Step[] => {
    const caller = { number: callers, queue: random.below(queues) };
    callers += 1;
    waiting += 1;
    const at = timesFrom(fromMs, turnMs);
    const position = lines[caller.queue]?.push({ caller, sinceMs: at(2) }) ?? 0;
    return [
      { type: 'initiated', caller, atMs: at(0) },
      { type: 'answered', caller, atMs: at(1) },
      { type: 'enqueued', caller, atMs: at(2), position },
    ];
  };
  const leaves = (fromMs: number): Step[] => {
    let drawn = random.below(waiting);
    const line = lines.find(({ length }) => {
      if (drawn < length) return true;
      drawn -= length;
      return false;
    });
    const reason = random.chance(servedRate) ? 'bridged' : 'hangup';
    const place = reason === 'bridged' ? 0 : drawn;
    const [gone] = line?.splice(place, 1) ?? [];
    if (gone === undefined) throw new Error('Nobody waits');
    waiting -= 1;
    const { caller, sinceMs } = gone;
    const at = timesFrom(fromMs, turnMs);
    const left = { position: place + 1, reason, waitedMs: at(3) - sinceMs } as const;
    return [
      { type: 'dequeued', caller, atMs: at(3), ...left },
      { type: 'hungUp', caller, atMs: at(4) },
    ];
  };
  return {
    fill: (count, untilMs) =>
      Array.from({ length: count }, (_, i) => comes(untilMs - (count - i) * turnMs)).flat(),
    turns: (count, fromMs) =>
      Array.from({ length: count }, (_, i) => {
        const beganMs = fromMs + i * turnMs;
        return [...comes(beganMs), ...leaves(beganMs)];
      }).flat(),
  };
}

function timesFrom(fromMs: number, turnMs: number): (step: number) => number {
  return (step) => Math.round(fromMs + (step * turnMs) / stepsOfTurn);
}
