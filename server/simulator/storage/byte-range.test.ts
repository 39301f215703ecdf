import { describe, expect, it } from 'vitest';
import { extentOf, isUnchanged } from './byte-range';

describe('a range', () => {
  it.each([
    ['bytes=0-0', { from: 0, to: 1 }],
    ['bytes=10-', { from: 10, to: 100 }],
    ['bytes=90-500', { from: 90, to: 100 }],
    ['bytes=-5', { from: 95, to: 100 }],
    ['bytes=-500', { from: 0, to: 100 }],
  ])('%s is a part', (range, extent) => {
    expect(extentOf(range, 100)).toEqual(extent);
  });

  it.each([undefined, '', 'bytes=-', 'bytes=5-2', 'bytes=0-1,4-5', 'lines=0-5'])(
    '%s means the whole file',
    (range) => {
      expect(extentOf(range, 100)).toBe('whole');
    },
  );

  it.each(['bytes=100-', 'bytes=500-600', 'bytes=-0'])('%s holds no byte of it', (range) => {
    expect(extentOf(range, 100)).toBeNull();
  });
});

describe('If-Range', () => {
  const changedAt = Date.parse('2026-11-30T10:00:00.500Z');
  const file = { etag: '"abc"', changedAt };

  it('holds for the same tag, and for a date that is not before the last change', () => {
    expect(isUnchanged(undefined, file)).toBe(true);
    expect(isUnchanged('"abc"', file)).toBe(true);
    expect(isUnchanged('Mon, 30 Nov 2026 10:00:00 GMT', file)).toBe(true);
  });

  it('does not hold for another tag, a weak one, an earlier date or nonsense', () => {
    expect(isUnchanged('"abd"', file)).toBe(false);
    expect(isUnchanged('W/"abc"', file)).toBe(false);
    expect(isUnchanged('Mon, 30 Nov 2026 09:59:59 GMT', file)).toBe(false);
    expect(isUnchanged('soon', file)).toBe(false);
  });
});
