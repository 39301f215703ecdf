import { describe, expect, it } from 'vitest';
import type { FloorSegment } from '@/lib/domain/conference/floor';
import { leg, noon, second } from './fixture';
import { blockAt, longTurnOf, ribbonBlocks, sharesIn, spanOf, ticksOf, turnsIn } from './ribbon';

const minute = 60 * second;
const span = { from: noon, until: noon + 100 * second };
const turn = (name: string, from: number, until: number | null): FloorSegment => ({
  callControlId: leg(name),
  from: noon + from * second,
  until: until === null ? null : noon + until * second,
});

describe('the pieces of the ribbon', () => {
  it('stand where the turns were, cut at the ends of the span', () => {
    const blocks = ribbonBlocks([turn('Ada', -20, 25), turn('Bob', 50, null)], span, 100);
    expect(blocks).toMatchObject([
      { callControlId: 'Ada', left: 0, width: 0.25, turns: 1 },
      { callControlId: 'Bob', left: 0.5, width: 0.5, turns: 1 },
    ]);
  });

  it('leave out what was before or after', () => {
    expect(ribbonBlocks([turn('Ada', -20, 0), turn('Bob', 100, 120)], span, 100)).toEqual([]);
  });

  it('melt turns too short to see into one, in the colour of who spoke most', () => {
    const quick = [turn('Ada', 10, 11), turn('Bob', 11, 14), turn('Ada', 14, 15)];
    const blocks = ribbonBlocks(quick, span, 10);
    expect(blocks).toMatchObject([{ callControlId: 'Bob', turns: 3 }]);
    expect(blocks[0]?.width).toBeCloseTo(0.05);
  });

  it('stay few however many turns there were', () => {
    const busy = Array.from({ length: 20_000 }, (_, i) =>
      turn(i % 2 === 0 ? 'Ada' : 'Bob', i / 200, (i + 1) / 200),
    );
    expect(ribbonBlocks(busy, span, 50).length).toBeLessThanOrEqual(101);
  });

  it('keep apart short turns with silence between them', () => {
    const blocks = ribbonBlocks([turn('Ada', 10, 11), turn('Bob', 60, 61)], span, 50);
    expect(blocks.map((block) => block.callControlId)).toEqual(['Ada', 'Bob']);
  });
});

describe('the shares of a span', () => {
  it('are parts of the floor time in it, the greatest first', () => {
    const shares = sharesIn([turn('Ada', 0, 20), turn('Bob', 20, 80)], span);
    expect(shares).toEqual([
      { callControlId: 'Bob', share: 0.75 },
      { callControlId: 'Ada', share: 0.25 },
    ]);
  });

  it('are none while nobody has spoken', () => {
    expect(sharesIn([], span)).toEqual([]);
  });
});

describe('the span of the ribbon', () => {
  it('is the last five minutes, or all of it', () => {
    const now = noon + 90 * minute;
    expect(spanOf('5', noon, now)).toEqual({ from: now - 5 * minute, until: now });
    expect(spanOf('all', noon, now).from).toBe(noon);
  });

  it('moves in steps, so that a long one is not drawn each second', () => {
    const now = noon + 180 * minute;
    const spans = Array.from({ length: 10 }, (_, i) => spanOf('all', noon, now + i * second).until);
    expect(new Set(spans).size).toBeLessThan(4);
  });

  it('has at most seven times written under it', () => {
    for (const range of ['5', '30', 'all'] as const) {
      const ticks = ticksOf(spanOf(range, noon, noon + 239 * minute));
      expect(ticks.length).toBeGreaterThan(2);
      expect(ticks.length).toBeLessThanOrEqual(7);
    }
  });
});

it('the piece at a moment is the one that began last before it', () => {
  const blocks = ribbonBlocks([turn('Ada', 0, 20), turn('Bob', 40, 80)], span, 100);
  expect(blockAt(blocks, noon + 30 * second)?.callControlId).toBe('Ada');
  expect(blockAt(blocks, noon + 41 * second)?.callControlId).toBe('Bob');
  expect(blockAt(blocks, noon - second)).toBeNull();
});

describe('the turns of a span', () => {
  it('are those that reach into it, of however many', () => {
    const turns = Array.from({ length: 1000 }, (_, index) =>
      turn(`${index}`, index * 10 - 5000, index * 10 - 4990),
    );
    expect(turnsIn(turns, span).map(({ callControlId }) => callControlId)).toEqual(
      Array.from({ length: 10 }, (_, index) => `${500 + index}`),
    );
    expect(turnsIn([turn('Ada', -50, null)], span)).toHaveLength(1);
  });
});

describe('a long turn', () => {
  it('is one of five minutes that goes on', () => {
    expect(longTurnOf([turn('Ada', 0, null)], noon + 5 * minute)?.callControlId).toBe('Ada');
    expect(longTurnOf([turn('Ada', 0, null)], noon + 5 * minute - 1)).toBeNull();
    expect(longTurnOf([turn('Ada', 0, 600)], noon + 20 * minute)).toBeNull();
    expect(longTurnOf([], noon)).toBeNull();
  });
});
