import { describe, expect, it } from 'vitest';
import { boardRow } from '@/server/wallboard/board-row';
import type { WallboardRecord, WallboardTable } from '@/server/wallboard/ports';

function wallboard(id: string, change: Partial<WallboardRecord> = {}): WallboardRecord {
  return {
    id,
    name: `Board ${id}`,
    queues: null,
    conferences: [],
    tiles: 4,
    rotateSeconds: 20,
    tokenHash: `hash of ${id}`,
    updatedAt: 1_700_000_000_000_000,
    updatedBy: { userId: 'grace', name: 'Grace' },
    ...change,
  };
}

/** Wallboards: each opened by one link at a time. */
export function registerWallboardContract(table: () => WallboardTable): void {
  describe('wallboards', () => {
    it('come back as they were saved, by name', async () => {
      const named = wallboard('b', { name: 'Abend', queues: ['客服', 'billing'], tiles: 9 });
      await table().add(wallboard('a'));
      await table().add(named);
      expect(await table().list()).toEqual([named, wallboard('a')].map(boardRow));
      expect([...(await table().byIds(['b', 'nobody'])).values()]).toEqual([named]);
      expect((await table().byIds([])).size).toBe(0);
    });

    it('change and keep their link', async () => {
      await table().add(wallboard('a'));
      const changed = { ...boardRow(wallboard('a')), queues: ['sales'], rotateSeconds: 60 };
      expect(await table().change(changed)).toBe(true);
      expect(await table().byToken('hash of a')).toEqual({ ...changed, tokenHash: 'hash of a' });
      expect(await table().change({ ...changed, id: 'nobody' })).toBe(false);
    });

    it('are opened by their newest link only, and by none when they are gone', async () => {
      await table().add(wallboard('a'));
      expect(await table().relink('a', 'another')).toEqual(boardRow(wallboard('a')));
      expect(await table().byToken('hash of a')).toBeNull();
      expect(await table().byToken('another')).toMatchObject({ id: 'a' });
      expect(await table().relink('nobody', 'more')).toBeNull();
      expect(await table().remove('a')).toBe(true);
      expect(await table().remove('a')).toBe(false);
      expect(await table().byToken('another')).toBeNull();
    });
  });
}
