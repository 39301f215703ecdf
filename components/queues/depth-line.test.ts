import { describe, expect, it } from 'vitest';
import { depthLine } from './depth-line';

const sample = (at: number, depth: number) => ({
  ...{ at: at * 1_000_000, depth, longest: 0, average: 0 },
});

describe('the line of depths', () => {
  it('begins with what stood before, and ends with what stands now', () => {
    const line = depthLine([sample(50, 2), sample(120, 5)], [], 7, { from: 100, now: 200 });
    expect(line).toEqual([
      [100, 120, 200],
      [2, 5, 7],
    ]);
  });

  it('goes on with what was heard after the last sample', () => {
    const heard = [
      { at: 110, depth: 9 },
      { at: 150, depth: 3 },
    ];
    const line = depthLine([sample(120, 5)], heard, 4, { from: 100, now: 200 });
    expect(line).toEqual([
      [120, 150, 200],
      [5, 3, 4],
    ]);
  });

  it('holds of two that fall together the later', () => {
    expect(depthLine([sample(1, 2), sample(2, 6)], [], 6, { from: 100, now: 200 })).toEqual([
      [100, 200],
      [6, 6],
    ]);
  });
});
