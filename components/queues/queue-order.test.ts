import { describe, expect, it } from 'vitest';
import type { QueueRow } from '@/lib/contract/rows';
import { levelsOf, notJudged } from '@/lib/domain/target/judge';
import { type Level, firstTargets } from '@/lib/domain/target/targets';
import { queueOrder, summaryOf, watchedNames } from './queue-order';

const nobody = { answered: 0, answeredInTime: 0, abandoned: 0, level: null, abandonment: null };

function row(name: string, change: Partial<QueueRow> = {}, level: Level = 'ok'): QueueRow {
  return {
    ...{ kind: 'queue', id: name, name, isThere: true, depth: 0, alive: 0 },
    ...{ maxSize: 10, isMaxSizeSeen: true, oldestSince: null, meanSince: null },
    ...{ averageWaitSecs: null, averageReadAt: null, connectionId: null, heardAt: null },
    target: { levels: { ...levelsOf(notJudged), depth: level }, targets: firstTargets },
    service: { now: nobody, halfHour: nobody, today: nobody },
    ...change,
  };
}
const names = (rows: readonly QueueRow[]) => rows.map(({ name }) => name);

describe('queues', () => {
  it('stand with the worst first, and by name; without those that are gone', () => {
    const rows = [
      row('sales'),
      row('billing', {}, 'warning'),
      row('support', {}, 'critical'),
      row('gone', { isThere: false }),
      row('lobby', { isThere: null }),
    ];
    expect(names(queueOrder(rows))).toEqual(['support', 'billing', 'lobby', 'sales']);
  });

  it('are all watched up to a hundred; the names stay the same array', () => {
    const rows = [row('b'), row('a')];
    const first = watchedNames(rows, null, []);
    expect(first).toEqual(['a', 'b']);
    expect(watchedNames(rows.toReversed(), null, first)).toBe(first);
  });

  it('of more than a hundred are watched where somebody waits longest, and the chosen one', () => {
    const many = Array.from({ length: 150 }, (_, i) =>
      row(`q${String(i).padStart(3, '0')}`, i < 120 ? { depth: 1, oldestSince: 500 - i } : {}),
    );
    const watched = watchedNames(many, 'q149', []);
    expect(watched).toHaveLength(100);
    expect(watched).toContain('q149');
    expect(watched).toContain('q119');
    expect(watched).not.toContain('q000');
    // Somebody waits longer elsewhere now: who is watched stays.
    const moved = many.map((each) => (each.name === 'q000' ? { ...each, oldestSince: 1 } : each));
    expect(watchedNames(moved, 'q149', watched)).toBe(watched);
  });

  it('are summed up: who waits on the line, the oldest, and today’s service', () => {
    const today = { ...nobody, answered: 3, answeredInTime: 2, abandoned: 1 };
    const rows = [
      row('a', { alive: 2, depth: 3, oldestSince: 50, service: { ...row('a').service, today } }),
      row('b', { alive: 1, depth: 1, oldestSince: 20 }),
    ];
    expect(summaryOf(rows)).toEqual({ queues: 2, waiting: 3, oldestSince: 20, inTime: 0.5 });
    expect(summaryOf([row('a')]).inTime).toBeNull();
  });
});
