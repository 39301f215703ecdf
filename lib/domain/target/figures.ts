import type { Waiting } from '../queue/view';
import type { Micros } from '../stamp';
import { countAfter, type Ended } from './ended';
import { halfHourLasts } from './service';
import type { Measure } from './targets';

// Of fewer than this nobody says what part of them gave up (TA7).
const fewestForAbandonment = 5;

/** A queue as it is held against its targets, by the carrier's clock. */
export interface Watched {
  /** Who waits and is on the line. */
  readonly waiting: Pick<Waiting, 'alive' | 'oldestSince' | 'meanSince'>;
  /** The waits that ended in the last half hour, or more of them. */
  readonly ended: Ended;
}

/** What is held against the thresholds: people, seconds, percent; null where there is nothing to say. */
export type Figures = Readonly<Record<Measure, number | null>>;

/** The figures of a queue at a moment. */
export function figuresAt({ waiting, ended }: Watched, at: Micros): Figures {
  const { answered, abandoned } = countAfter(ended, at - halfHourLasts);
  return {
    depth: waiting.alive,
    longestWait: secondsFrom(waiting.oldestSince, at),
    averageWait: secondsFrom(waiting.meanSince, at),
    abandonment: abandonmentOf(abandoned, answered + abandoned),
  };
}

/** The part of `offered` callers that gave up, in percent; null where they are too few to say so. */
export function abandonmentOf(abandoned: number, offered: number): number | null {
  return offered < fewestForAbandonment ? null : (100 * abandoned) / offered;
}

function secondsFrom(since: Micros | null, at: Micros): number | null {
  return since === null ? null : Math.max(0, at - since) / 1_000_000;
}
