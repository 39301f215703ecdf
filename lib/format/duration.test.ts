import { describe, expect, it } from 'vitest';
import { clockOf, durationParts, fullClockOf, waitParts } from './duration';

const second = 1_000_000;

describe('a length of time', () => {
  it('reads as a clock without hours below an hour', () => {
    expect(clockOf(761 * second)).toBe('12:41');
  });

  it('reads as a clock with hours from an hour on, beyond a day too', () => {
    expect(clockOf(3723 * second)).toBe('1:02:03');
    expect(clockOf(97_200 * second)).toBe('27:00:00');
  });

  it('keeps its width when asked to', () => {
    expect(fullClockOf(2538 * second)).toBe('00:42:18');
  });

  it('rounds down and is never negative', () => {
    expect(clockOf(999_999)).toBe('00:00');
    expect(durationParts(-5 * second)).toEqual({ days: 0, hours: 0, minutes: 0, seconds: 0 });
  });

  it('of a wait has hours, however many', () => {
    expect(waitParts(84)).toEqual({ hours: 0, minutes: 1, seconds: 24 });
    expect(waitParts(90_061)).toEqual({ hours: 25, minutes: 1, seconds: 1 });
  });

  it('splits into units each below the next', () => {
    expect(durationParts(90_061 * second)).toEqual({ days: 1, hours: 1, minutes: 1, seconds: 1 });
  });
});
