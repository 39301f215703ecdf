import { describe, expect, it } from 'vitest';
import { sizeParts } from './size';

describe('a size', () => {
  it.each([
    [0, 'bytes', 0],
    [999, 'bytes', 999],
    [1_000, 'kilobytes', 1],
    [38_200_000, 'megabytes', 38.2],
    [61_400_000_000, 'gigabytes', 61.4],
    [2_500_000_000_000_000, 'terabytes', 2500],
  ])('of %d bytes is said in %s', (bytes, unit, value) => {
    expect(sizeParts(bytes)).toEqual({ unit, value });
  });

  it('is never written as a thousand of anything but the greatest', () => {
    expect(sizeParts(999_960_000).unit).toBe('gigabytes');
  });
});
