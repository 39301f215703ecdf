import type { Micros } from '../stamp';

/** One day where the queues are: it begins at `start` and is over at `end`. */
export interface Day {
  readonly start: Micros;
  readonly end: Micros;
}

const second: Micros = 1_000_000;
// Longer than any day, one that a place skips included.
const longest = 50 * 3_600;

/** The day that a moment lies in, in a time zone by its IANA name; changes of the clock included. */
export function dayOf(at: Micros, timeZone: string): Day {
  const format = new Intl.DateTimeFormat('en-CA', {
    ...{ timeZone, calendar: 'gregory', era: 'narrow' },
    ...{ year: 'numeric', month: '2-digit', day: '2-digit' },
  });
  const dateAt = (seconds: number) => format.format(seconds * 1000);
  const here = Math.floor(at / second);
  const today = dateAt(here);
  return {
    start: firstWhere((seconds) => dateAt(seconds) === today, here - longest, here) * second,
    end: firstWhere((seconds) => dateAt(seconds) !== today, here, here + longest) * second,
  };
}

/** The first whole number after `no` for which it holds, where it holds from there on as far as `yes`. */
function firstWhere(holds: (n: number) => boolean, no: number, yes: number): number {
  let before = no;
  let from = yes;
  while (from - before > 1) {
    const middle = Math.floor((before + from) / 2);
    if (holds(middle)) from = middle;
    else before = middle;
  }
  return from;
}
