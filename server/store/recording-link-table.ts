import { sql } from 'kysely';
import { z } from 'zod';
import type { LinkRecord, LinkTable } from '@/server/recording/ports';
import { parsed } from './rows';
import { type SqlEngine, storable } from './sql-engine';
import { guarded } from './store-error';

/** Links to recordings in either engine. */
export function createRecordingLinkTable({ reader, writer }: SqlEngine): LinkTable {
  return {
    add: (link) =>
      guarded(async () => {
        await writer.insertInto('recording_link').values(columnsOf(link)).execute();
      }),
    byToken: (tokenHash) =>
      guarded(async () => {
        const row = await reader
          .selectFrom('recording_link')
          .selectAll()
          .where('token_hash', '=', tokenHash)
          .executeTakeFirst();
        return row === undefined ? null : parsed(linkRecord, row);
      }),
    ofRecording: (recordingId) =>
      guarded(async () => {
        const rows = await reader
          .selectFrom('recording_link')
          .selectAll()
          .where('recording_id', '=', storable(recordingId))
          .orderBy('at', 'desc')
          .orderBy('id')
          .execute();
        return rows.map((row) => parsed(linkRecord, row));
      }),
    revoke: (id, recordingId, by, at) =>
      guarded(async () => {
        const row = await writer
          .updateTable('recording_link')
          .set({ revoked: storable(JSON.stringify({ by, at })) })
          .where('id', '=', storable(id))
          .where('recording_id', '=', storable(recordingId))
          .where('revoked', 'is', null)
          .returningAll()
          .executeTakeFirst();
        return row === undefined ? null : parsed(linkRecord, row);
      }),
    opened: (id, at) =>
      guarded(async () => {
        await writer
          .updateTable('recording_link')
          .set((row) => ({ last_opened_at: at, opened: sql<number>`${row.ref('opened')} + 1` }))
          .where('id', '=', id)
          .execute();
      }),
    deleteExpired: (before) =>
      guarded(async () => {
        await writer.deleteFrom('recording_link').where('expires_at', '<', before).execute();
      }),
  };
}

function columnsOf(link: LinkRecord) {
  return {
    id: link.id,
    kind: link.kind,
    token_hash: link.tokenHash,
    recording_ids: storable(JSON.stringify(link.recordingIds)),
    recording_id: link.kind === 'share' ? storable(link.recordingIds[0] ?? '') : null,
    by_id: link.by.userId,
    by_name: storable(link.by.name),
    at: link.at,
    expires_at: link.expiresAt,
    may_download: link.mayDownload ? 1 : 0,
    revoked: link.revoked === null ? null : JSON.stringify(link.revoked),
    opened: link.opened,
    last_opened_at: link.lastOpenedAt,
  };
}

const json = z.string().transform((text): unknown => JSON.parse(text));
const revoked = z.object({
  by: z.object({ userId: z.string(), name: z.string() }),
  at: z.int(),
});

const linkRecord = z
  .object({
    id: z.string(),
    kind: z.enum(['share', 'zip']),
    token_hash: z.string(),
    recording_ids: json.pipe(z.array(z.string())),
    by_id: z.string(),
    by_name: z.string(),
    at: z.int(),
    expires_at: z.int(),
    may_download: z.int(),
    revoked: json.pipe(revoked).nullable(),
    opened: z.int(),
    last_opened_at: z.int().nullable(),
  })
  .transform((row): LinkRecord => ({
    id: row.id,
    kind: row.kind,
    tokenHash: row.token_hash,
    recordingIds: row.recording_ids,
    by: { userId: row.by_id, name: row.by_name },
    at: row.at,
    expiresAt: row.expires_at,
    mayDownload: row.may_download === 1,
    revoked: row.revoked,
    opened: row.opened,
    lastOpenedAt: row.last_opened_at,
  }));
