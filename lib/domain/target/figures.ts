import type { EndedWait } from '../queue/wait';
import type { Micros } from '../stamp';
import { halfHourLasts, serviceSince } from './service';
import type { Measure } from './targets';

/** Of fewer than this nobody says what part of them gave up (TA7). */
export const fewestForAbandonment = 5;

/** A queue as it is held against its targets, by the carrier's clock. */
export interface Watched {
  /** When those came who wait and are on the line. */
  readonly waiting: readonly Micros[];
  /** The waits that ended in the last half hour, or more of them. */
  readonly ended: readonly EndedWait[];
}

/** What is held against the thresholds: people, seconds, percent; null where there is nothing to say. */
export type Figures = Readonly<Record<Measure, number | null>>;

/** The figures of a queue at a moment. */
export function figuresAt({ waiting, ended }: Watched, at: Micros): Figures {
  const oldest = oldestOf(waiting);
  const mean = meanOf(waiting);
  const { answered, abandoned, abandonment } = serviceSince(ended, at - halfHourLasts, 0);
  return {
    depth: waiting.length,
    longestWait: oldest === null ? null : secondsFrom(oldest, at),
    averageWait: mean === null ? null : secondsFrom(mean, at),
    abandonment: answered + abandoned < fewestForAbandonment ? null : abandonment,
  };
}

/** Since when those who wait have waited on average; null where nobody waits. */
export function meanOf(waiting: readonly Micros[]): Micros | null {
  if (waiting.length === 0) return null;
  // Added up from the first of them: sixteen digits each would lose the last ones.
  const [first = 0] = waiting;
  return first + waiting.reduce((sum, at) => sum + (at - first), 0) / waiting.length;
}

/** Since when the first of them has waited; null where nobody waits. */
export function oldestOf(waiting: readonly Micros[]): Micros | null {
  let oldest: Micros | null = null;
  for (const at of waiting) if (oldest === null || at < oldest) oldest = at;
  return oldest;
}

function secondsFrom(since: Micros, at: Micros): number {
  return Math.max(0, at - since) / 1_000_000;
}
