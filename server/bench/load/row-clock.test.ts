import { describe, expect, it } from 'vitest';
import { createRowClock } from './row-clock';

const frame = (...rows: readonly (readonly [name: string, heardAtMs: number | null])[]) =>
  `42${JSON.stringify([
    'rows',
    'overview',
    {
      rev: 1,
      upserted: [
        { kind: 'carrier', id: 'carrier' },
        ...rows.map(([name, heardAtMs]) => ({
          kind: 'queue',
          name,
          heardAt: heardAtMs === null ? null : heardAtMs * 1_000,
        })),
      ],
      removed: [],
    },
  ])}`;

describe('the clock of rows', () => {
  it('times each event up to the first row that has heard of it', () => {
    const clock = createRowClock();
    clock.sent('sales', 1_000, 10);
    clock.sent('sales', 1_100, 110);
    clock.sent('care', 1_050, 60);
    expect(clock.heard(frame(['sales', 1_050], ['care', null]), 200)).toEqual([190]);
    expect(clock.heard(frame(['sales', 1_200], ['care', 1_050]), 300)).toEqual([190, 240]);
    expect(clock.heard(frame(['sales', 1_300]), 400)).toEqual([]);
  });

  it('forgets what it waits for', () => {
    const clock = createRowClock();
    clock.sent('sales', 1_000, 10);
    clock.forget();
    expect(clock.heard(frame(['sales', 1_050]), 200)).toEqual([]);
  });
});
