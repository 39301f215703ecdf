import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyKeyed, sizeOf, valueAt, valuesOf, withoutKey, withValue } from './keyed';

const changes = fc.array(fc.tuple(fc.string({ maxLength: 4 }), fc.nat({ max: 5 })), {
  maxLength: 200,
});

const tableOf = (entries: readonly (readonly [string, number])[]) =>
  entries.reduce((table, [key, value]) => withValue(table, key, value), emptyKeyed<number>());

describe('keyed tables', () => {
  it('[KE1] hold what a map would hold', () => {
    fc.assert(
      fc.property(changes, (entries) => {
        const map = new Map(entries);
        const table = tableOf(entries);
        expect(sizeOf(table)).toBe(map.size);
        for (const [key, value] of map) expect(valueAt(table, key)).toBe(value);
        expect(valuesOf(table).sort()).toEqual([...map.values()].sort());
        expect(valueAt(table, 'longer than any key')).toBeUndefined();
      }),
    );
  });

  it('[KE2] are equal when their content is', () => {
    fc.assert(
      fc.property(changes, (entries) => {
        const last = [...new Map(entries)];
        expect(tableOf([...last].reverse())).toEqual(tableOf(entries));
      }),
    );
  });

  it('[KE2] forget a key as if it had never been', () => {
    fc.assert(
      fc.property(changes, fc.string({ maxLength: 4 }), (entries, key) => {
        const others = entries.filter(([k]) => k !== key);
        expect(withoutKey(tableOf(entries), key)).toEqual(tableOf(others));
        expect(withoutKey(tableOf(others), key)).toEqual(tableOf(others));
      }),
    );
  });

  it('keep their reference when a value stands there already', () => {
    const table = tableOf([['ada', 1]]);
    expect(withValue(table, 'ada', 1)).toBe(table);
  });

  it('leave the buckets they do not touch as they are', () => {
    const before = tableOf(Array.from({ length: 500 }, (_, i) => [`leg-${i}`, i] as const));
    const after = withValue(before, 'leg-7', -1);
    expect(after.filter((bucket, i) => bucket !== before[i])).toHaveLength(1);
  });
});
