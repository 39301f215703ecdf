import { describe, expect, it } from 'vitest';
import { type Figure, judge, median, percentile } from './figure';
import { tableOf } from './table';

const figure: Figure = {
  what: 'ingest',
  unit: 'deliveries/s',
  ours: [80, 40, 90],
  bare: [100, 100, 100],
  budget: { kind: 'at-least', times: 0.7 },
};

describe('a figure', () => {
  it('is the median of the ratios of its pairs', () => {
    expect(judge(figure)).toEqual({ value: 0.8, least: 0.4, most: 0.9, isWithin: true });
  });

  it('is over when it falls short of what it promises, or exceeds it', () => {
    const tooSlow = { ...figure, budget: { kind: 'at-least', times: 0.9 } } as const;
    const tooMuch = { ...figure, budget: { kind: 'at-most', times: 0.5 } } as const;
    expect([judge(tooSlow).isWithin, judge(tooMuch).isWithin]).toEqual([false, false]);
  });

  it('is a difference where so much more is allowed', () => {
    const memory = { ...figure, ours: [210, 205, 220] };
    const budget = { kind: 'more-at-most', more: 150 } as const;
    expect(judge({ ...memory, budget })).toMatchObject({ value: 110, isWithin: true });
  });

  it('refuses a repetition without its baseline', () => {
    expect(() => judge({ ...figure, bare: [100] })).toThrow('baseline');
  });

  it('is told in the table with its budget and its verdict', () => {
    expect(tableOf([figure])).toMatch(/ingest +deliveries\/s +80\.00 +100 +0\.80 × .*≥ 0\.7 × +ok/);
  });
});

describe('the middle of what was measured', () => {
  it('is the mean of two when there is no middle one', () => {
    expect(median([4, 1, 3, 2])).toBe(2.5);
  });

  it('is refused when nothing was measured', () => {
    expect(() => median([])).toThrow('Nothing');
  });

  it('has its share of the values below a percentile', () => {
    const hundred = Array.from({ length: 100 }, (_, i) => i + 1);
    expect([percentile(hundred, 0.5), percentile(hundred, 0.99)]).toEqual([51, 100]);
  });
});
