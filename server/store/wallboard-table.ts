import { z } from 'zod';
import { tilesAtOnce, type WallboardRow, type WallboardSettings } from '@/lib/contract/wallboard';
import { boardRow } from '@/server/wallboard/board-row';
import type { WallboardRecord, WallboardTable } from '@/server/wallboard/ports';
import { removeById } from './remove-by-id';
import { parsed } from './rows';
import { type SqlEngine, storable } from './sql-engine';
import { guarded } from './store-error';

/** Wallboards in either engine. */
export function createWallboardTable({ reader, writer }: SqlEngine): WallboardTable {
  return {
    list: () =>
      guarded(async () => {
        const rows = await reader
          .selectFrom('wallboard')
          .selectAll()
          .orderBy('name')
          .orderBy('id')
          .execute();
        return rows.map((row) => boardRow(parsed(wallboardRecord, row)));
      }),
    byToken: (tokenHash) =>
      guarded(async () => {
        const row = await reader
          .selectFrom('wallboard')
          .selectAll()
          .where('token_hash', '=', tokenHash)
          .executeTakeFirst();
        return row === undefined ? null : parsed(wallboardRecord, row);
      }),
    byIds: (ids) =>
      guarded(async () => {
        if (ids.length === 0) return new Map();
        const rows = await reader
          .selectFrom('wallboard')
          .selectAll()
          .where('id', 'in', [...ids])
          .execute();
        return new Map(rows.map((row) => [row.id, parsed(wallboardRecord, row)]));
      }),
    add: (record) =>
      guarded(async () => {
        await writer
          .insertInto('wallboard')
          .values({ ...columnsOf(record), id: record.id, token_hash: record.tokenHash })
          .execute();
      }),
    change: (row) =>
      guarded(async () => {
        const changed = await writer
          .updateTable('wallboard')
          .set(columnsOf(row))
          .where('id', '=', storable(row.id))
          .returning('id')
          .executeTakeFirst();
        return changed !== undefined;
      }),
    relink: (id, tokenHash) =>
      guarded(async () => {
        const row = await writer
          .updateTable('wallboard')
          .set({ token_hash: tokenHash })
          .where('id', '=', storable(id))
          .returningAll()
          .executeTakeFirst();
        return row === undefined ? null : boardRow(parsed(wallboardRecord, row));
      }),
    remove: (id) => removeById(writer, 'wallboard', id),
  };
}

function columnsOf(row: WallboardRow) {
  return {
    name: storable(row.name),
    queues: namesColumn(row.queues),
    conferences: namesColumn(row.conferences),
    tiles: row.tiles,
    rotate_seconds: row.rotateSeconds,
    updated_at: row.updatedAt,
    updated_by_id: row.updatedBy.userId,
    updated_by_name: row.updatedBy.name,
  };
}

function namesColumn(names: WallboardSettings['queues']): string | null {
  return names === null ? null : JSON.stringify(names.map(storable));
}

const names = z
  .string()
  .nullable()
  .transform((text) => (text === null ? null : z.array(z.string()).parse(JSON.parse(text))));

const wallboardRecord = z
  .object({
    id: z.string(),
    name: z.string(),
    queues: names,
    conferences: names,
    tiles: z.union(tilesAtOnce.map((count) => z.literal(count))),
    rotate_seconds: z.int(),
    token_hash: z.string(),
    updated_at: z.int(),
    updated_by_id: z.string(),
    updated_by_name: z.string(),
  })
  .transform((row): WallboardRecord => ({
    id: row.id,
    name: row.name,
    queues: row.queues,
    conferences: row.conferences,
    tiles: row.tiles,
    rotateSeconds: row.rotate_seconds,
    tokenHash: row.token_hash,
    updatedAt: row.updated_at,
    updatedBy: { userId: row.updated_by_id, name: row.updated_by_name },
  }));
