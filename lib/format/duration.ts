import type { Micros } from '@/lib/domain/stamp';

const second = 1_000_000;

/** A length of time split for people: whole days, hours, minutes and seconds, each below the next. */
export interface DurationParts {
  readonly days: number;
  readonly hours: number;
  readonly minutes: number;
  readonly seconds: number;
}

/** Splits microseconds into whole units, rounding down; a negative length counts as none. */
export function durationParts(length: Micros): DurationParts {
  const seconds = Math.max(0, Math.floor(length / second));
  return {
    days: Math.floor(seconds / 86_400),
    hours: Math.floor(seconds / 3600) % 24,
    minutes: Math.floor(seconds / 60) % 60,
    seconds: seconds % 60,
  };
}

/** Whole seconds split for people into hours, which may be many, minutes and seconds. */
export function waitParts(wait: number): Pick<DurationParts, 'hours' | 'minutes' | 'seconds'> {
  const { days, hours, minutes, seconds } = durationParts(wait * second);
  return { hours: days * 24 + hours, minutes, seconds };
}

/** A running clock: `12:41`, `1:02:03`, and `27:00:00` beyond a day. Takes microseconds. */
export function clockOf(length: Micros): string {
  const { days, hours, minutes, seconds } = durationParts(length);
  const all = days * 24 + hours;
  const tail = `${twoDigits(minutes)}:${twoDigits(seconds)}`;
  return all === 0 ? tail : `${all}:${tail}`;
}

/** A running clock that always shows hours, so that its width stays: `00:42:18`. */
export function fullClockOf(length: Micros): string {
  const { days, hours, minutes, seconds } = durationParts(length);
  return [days * 24 + hours, minutes, seconds].map(twoDigits).join(':');
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
