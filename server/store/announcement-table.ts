import { sql } from 'kysely';
import { z } from 'zod';
import type { AnnouncementRow } from '@/lib/contract/announcement';
import { speechLanguages, speechTextTypes } from '@/lib/domain/speech';
import type { AnnouncementTable } from '@/server/announcements/ports';
import { removeById } from './remove-by-id';
import { parsed } from './rows';
import { type SqlEngine, storable } from './sql-engine';
import { guarded } from './store-error';

/** Announcements in either engine. */
export function createAnnouncementTable({ reader, writer }: SqlEngine): AnnouncementTable {
  return {
    list: () =>
      guarded(async () => {
        const rows = await reader
          .selectFrom('announcement')
          .selectAll()
          .orderBy('hotkey')
          .execute();
        return rows.map((row) => parsed(announcementRow, row));
      }),
    add: (row) =>
      guarded(async () => {
        const added = await writer
          .insertInto('announcement')
          .values({ ...columnsOf(row), id: row.id })
          .onConflict((conflict) => conflict.column('hotkey').doNothing())
          .returning('id')
          .executeTakeFirst();
        return added !== undefined;
      }),
    change: (row) =>
      guarded(async () => {
        const id = storable(row.id);
        const changed = await writer
          .updateTable('announcement')
          .set(columnsOf(row))
          .where('id', '=', id)
          .where(
            sql<boolean>`not exists (select 1 from announcement as other
              where other.hotkey = ${row.key} and other.id <> ${id})`,
          )
          .returning('id')
          .executeTakeFirst();
        if (changed !== undefined) return 'changed';
        const known = await writer
          .selectFrom('announcement')
          .select('id')
          .where('id', '=', id)
          .executeTakeFirst();
        return known === undefined ? 'gone' : 'taken';
      }),
    remove: (id) => removeById(writer, 'announcement', id),
  };
}

function columnsOf(row: AnnouncementRow) {
  return {
    hotkey: row.key,
    title: storable(row.title),
    body: storable(row.text),
    body_type: row.textType,
    voice: row.voice,
    language: row.language,
    updated_at: row.updatedAt,
    updated_by_id: row.updatedBy.userId,
    updated_by_name: row.updatedBy.name,
  };
}

const announcementRow = z
  .object({
    id: z.string(),
    hotkey: z.int(),
    title: z.string(),
    body: z.string(),
    body_type: z.enum(speechTextTypes),
    voice: z.string(),
    language: z.enum(speechLanguages).nullable(),
    updated_at: z.int(),
    updated_by_id: z.string(),
    updated_by_name: z.string(),
  })
  .transform((row): AnnouncementRow => ({
    id: row.id,
    key: row.hotkey,
    title: row.title,
    text: row.body,
    textType: row.body_type,
    voice: row.voice,
    language: row.language,
    updatedAt: row.updated_at,
    updatedBy: { userId: row.updated_by_id, name: row.updated_by_name },
  }));
