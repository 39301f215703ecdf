import type { Micros } from '../stamp';
import type { Day } from './day';
import { countAfter, countInTimeAfter, type Ended, firstEndAfter } from './ended';

// How far back `now` looks.
const nowLasts: Micros = 300_000_000;
/** How far back the half hour looks, by which abandonment is judged. */
export const halfHourLasts: Micros = 1_800_000_000;

/** How those fared whose wait ended within some time. Rates are percent, null where nobody counts. */
export interface ServiceFigures {
  readonly answered: number;
  readonly answeredInTime: number;
  readonly abandoned: number;
  /** Answered in time, of those answered or abandoned. */
  readonly level: number | null;
  /** Abandoned, of those answered or abandoned. */
  readonly abandonment: number | null;
}

/** How they fared in the last five minutes, in the last half hour, and since the day began. */
export interface Service {
  readonly now: ServiceFigures;
  readonly halfHour: ServiceFigures;
  readonly today: ServiceFigures;
}

/** What the waits that ended after `since` come to. */
export function serviceSince(ended: Ended, since: Micros, withinSeconds: number): ServiceFigures {
  const { answered, abandoned } = countAfter(ended, since);
  const answeredInTime = countInTimeAfter(ended, since, withinSeconds);
  const offered = answered + abandoned;
  return {
    ...{ answered, answeredInTime, abandoned },
    level: offered === 0 ? null : (100 * answeredInTime) / offered,
    abandonment: offered === 0 ? null : (100 * abandoned) / offered,
  };
}

/** How a queue serves its callers at this moment of this day. */
export function serviceAt(ended: Ended, at: Micros, day: Day, withinSeconds: number): Service {
  return {
    now: serviceSince(ended, at - nowLasts, withinSeconds),
    halfHour: serviceSince(ended, at - halfHourLasts, withinSeconds),
    // What ends with the very moment at which a day begins is of that day.
    today: serviceSince(ended, day.start - 1, withinSeconds),
  };
}

/** When the figures are others though nothing has happened: a wait grows too old, or the day ends. */
export function serviceChangesAt(ended: Ended, at: Micros, day: Day): Micros {
  let next = day.end;
  for (const lasts of [nowLasts, halfHourLasts]) {
    const end = firstEndAfter(ended, at - lasts);
    if (end !== null) next = Math.min(next, end + lasts);
  }
  return next;
}
