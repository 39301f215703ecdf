import { describe, expect, it } from 'vitest';
import type { ActivityRow } from '@/lib/contract/activity';
import type { Sight } from '@/lib/domain/shown';
import type { ActivityReads } from '@/server/activity/ports';
import type { Store } from '@/server/log/ports';
import { BadCursorError } from '../cursor';
import type { SqlEngine } from '../sql-engine';

type Query = Omit<Parameters<ActivityReads['page']>[0], 'limit' | 'sight'>;

const everything: Sight = { numbers: true, supervision: true };

/** A line of activity. */
function activityOf(id: string, change: Partial<ActivityRow> = {}): ActivityRow {
  return {
    id,
    at: 1000,
    actor: { userId: 'grace', name: 'Grace' },
    role: 'moderator',
    action: 'participants.mute',
    conference: { id: 'town-hall', name: 'Town hall' },
    target: { kind: 'call', id: 'leg-1', name: 'Ada' },
    outcome: 'done',
    why: null,
    roundTripMs: 12.5,
    address: '192.0.2.7',
    requestId: 'request-1',
    detail: { commandId: 'command-1', names: ['Ada', 'Ö'], people: 2, played: true, cause: null },
    ...change,
  };
}

/** Activity: written in the log's transactions, read by page, and never changed. */
export function registerActivityContract(
  store: () => Store,
  reads: () => ActivityReads,
  engine: () => SqlEngine,
): void {
  const add = (...rows: ActivityRow[]) => store().transact((tx) => tx.insertActivity(rows));
  const ids = async (query: Query, sight = everything) =>
    (await reads().page({ ...query, sight, limit: 20 })).items.map(({ id }) => id);

  describe('activity', () => {
    it('comes back as it was written', async () => {
      const bare = activityOf('bare', {
        ...{ at: 1, actor: null, role: null, action: 'session.signIn', conference: null },
        ...{ target: null, outcome: 'refused', why: 'not-signed-in', roundTripMs: null },
        ...{ address: null, requestId: null, detail: {} },
      });
      const whole = activityOf('whole');
      await add(bare, whole);
      const page = await reads().page({ sight: everything, limit: 2 });
      expect(page).toEqual({ items: [whole, bare], nextCursor: null });
    });

    it('comes newest first, each line once, even where many were told at one time', async () => {
      await add(...[5, 7, 7, 7, 7, 9].map((at, i) => activityOf(`a${i}`, { at })));
      const seen: string[][] = [];
      let cursor: string | undefined;
      do {
        const page = await reads().page({ sight: everything, cursor, limit: 2 });
        seen.push(page.items.map(({ id }) => id));
        cursor = page.nextCursor ?? undefined;
      } while (cursor !== undefined);
      expect(seen).toEqual([
        ['a5', 'a4'],
        ['a3', 'a2'],
        ['a1', 'a0'],
      ]);
    });

    it('is filtered by who, action, conference, outcome and time, and searched', async () => {
      await add(
        activityOf('a', { at: 1, actor: { userId: 'ada', name: 'ADA Ö' } }),
        activityOf('b', { at: 2, action: 'conference.end', why: 'carrier-down' }),
        activityOf('c', { at: 3, conference: { id: 'board', name: '100% Board' } }),
        activityOf('d', { at: 4, outcome: 'unknown', address: '198.51.100.4' }),
      );
      expect(await ids({ who: 'ada' })).toEqual(['a']);
      expect(await ids({ who: 'GRACE' })).toEqual(['d', 'c', 'b']);
      expect(await ids({ who: 'A ö' })).toEqual(['a']);
      expect(await ids({ who: 'a_a' })).toEqual([]);
      expect(await ids({ action: 'conference.end' })).toEqual(['b']);
      expect(await ids({ conference: 'board' })).toEqual(['c']);
      expect(await ids({ outcome: 'unknown' })).toEqual(['d']);
      expect(await ids({ from: 2, to: 4 })).toEqual(['c', 'b']);
      expect(await ids({ q: 'Carrier-DOWN' })).toEqual(['b']);
      expect(await ids({ q: '100%' })).toEqual(['c']);
      expect(await ids({ q: '198.51.' })).toEqual(['d']);
      expect(await ids({ q: 'ö' })).toEqual(['d', 'c', 'b', 'a']);
      expect(await ids({ who: 'grace', from: 3, q: 'board' })).toEqual(['c']);
    });

    it('is not found by a number for those who see none', async () => {
      const target = { kind: 'call', id: 'x', name: '+4930123456721' } as const;
      await add(activityOf('a', { target }));
      expect(await ids({ q: '4930123456721' })).toEqual(['a']);
      const sight = { ...everything, numbers: false };
      expect(await ids({ q: '3456' }, sight)).toEqual([]);
      expect(await ids({ q: 'town' }, sight)).toEqual(['a']);
    });

    it('[SU8] tells of no supervision to those who may not supervise, whatever they look for', async () => {
      await add(
        activityOf('a', { action: 'supervision.start' }),
        activityOf('b', { action: 'supervision.session' }),
        activityOf('c'),
      );
      const sight = { ...everything, supervision: false };
      expect(await ids({})).toEqual(['c', 'b', 'a']);
      expect(await ids({}, sight)).toEqual(['c']);
      expect(await ids({ action: 'supervision.start' }, sight)).toEqual([]);
      expect(await ids({ who: 'grace', q: 'supervision' }, sight)).toEqual([]);
    });

    it('refuses a cursor it never gave out', async () => {
      const page = reads().page({ sight: everything, cursor: 'nonsense', limit: 2 });
      await expect(page).rejects.toBeInstanceOf(BadCursorError);
    });

    it('is never changed, and is deleted by age alone: not by anybody who would take a young line', async () => {
      const young = Date.now() * 1000;
      await add(activityOf('old', { at: 99 }), activityOf('young', { at: young }));
      const { writer } = engine();
      const changed = writer.updateTable('activity').set({ outcome: 'done' }).execute();
      await expect(changed).rejects.toThrow('never changed');
      const taken = writer.deleteFrom('activity').where('id', '=', 'young').execute();
      await expect(taken).rejects.toThrow('never deleted');
      expect(await store().deleteOlderThan(100)).toBe(1);
      expect(await ids({})).toEqual(['young']);
    });
  });
}
