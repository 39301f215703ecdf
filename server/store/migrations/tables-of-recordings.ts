import type { Kysely, Migration } from 'kysely';

/** The tables of recordings: their catalogue, what is drawn and written about them, links, and how long they are kept. */
export function tablesOfRecordings(): Migration {
  return {
    async up(db: Kysely<unknown>) {
      await recordings(db);
      await besideThem(db);
      await linksAndRules(db);
    },
  };
}

async function recordings(db: Kysely<unknown>) {
  await db.schema
    .createTable('recording')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('source', 'text', (c) => c.notNull())
    .addColumn('conference_id', 'text')
    .addColumn('conference_name', 'text')
    .addColumn('call_control_id', 'text')
    .addColumn('call_leg_id', 'text')
    .addColumn('call_session_id', 'text')
    .addColumn('connection_id', 'text')
    .addColumn('from_number', 'text')
    .addColumn('to_number', 'text')
    .addColumn('queue', 'text')
    .addColumn('format', 'text')
    .addColumn('channels', 'text')
    .addColumn('started_at', 'bigint')
    .addColumn('ended_at', 'bigint')
    .addColumn('duration_ms', 'bigint')
    .addColumn('sort_at', 'bigint', (c) => c.notNull())
    .addColumn('heard_at', 'bigint', (c) => c.notNull())
    .addColumn('is_found', 'bigint', (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('bytes', 'bigint')
    .addColumn('done_bytes', 'bigint', (c) => c.notNull())
    .addColumn('tries', 'bigint', (c) => c.notNull())
    .addColumn('next_try_at', 'bigint')
    .addColumn('problem', 'text')
    .addColumn('sha256', 'text')
    .addColumn('archived_at', 'bigint')
    .addColumn('storage_key', 'text')
    .addColumn('link_etag', 'text')
    .addColumn('is_held', 'bigint', (c) => c.notNull())
    .addColumn('hold', 'text')
    .addColumn('deletion', 'text')
    .addColumn('changed_at', 'bigint', (c) => c.notNull())
    .addColumn('search', 'text', (c) => c.notNull())
    .execute();
  // Every list is one of these with a place in it: a page costs the same however many there are.
  const lists = [
    ['recording_by_time', []],
    ['recording_by_state', ['state']],
    ['recording_by_conference', ['conference_id']],
    ['recording_by_queue', ['queue']],
    ['recording_by_hold', ['is_held']],
  ] as const;
  for (const [name, first] of lists) {
    await db.schema
      .createIndex(name)
      .on('recording')
      .columns([...first, 'sort_at', 'id'])
      .execute();
  }
  await db.schema
    .createIndex('recording_totals')
    .on('recording')
    .columns(['state', 'bytes'])
    .execute();
  await db.schema.createIndex('recording_by_change').on('recording').column('changed_at').execute();
}

async function besideThem(db: Kysely<unknown>) {
  await db.schema
    .createTable('recording_peaks')
    .addColumn('recording_id', 'text', (c) => c.primaryKey())
    .addColumn('peaks', 'text', (c) => c.notNull())
    .execute();
  await db.schema
    .createTable('recording_note')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('recording_id', 'text', (c) => c.notNull())
    .addColumn('at_ms', 'bigint', (c) => c.notNull())
    .addColumn('body', 'text', (c) => c.notNull())
    .addColumn('by_id', 'text', (c) => c.notNull())
    .addColumn('by_name', 'text', (c) => c.notNull())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .execute();
  await db.schema
    .createIndex('recording_note_by_recording')
    .on('recording_note')
    .columns(['recording_id', 'at_ms'])
    .execute();
}

async function linksAndRules(db: Kysely<unknown>) {
  await db.schema
    .createTable('recording_link')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('token_hash', 'text', (c) => c.notNull().unique())
    .addColumn('recording_ids', 'text', (c) => c.notNull())
    .addColumn('recording_id', 'text')
    .addColumn('by_id', 'text', (c) => c.notNull())
    .addColumn('by_name', 'text', (c) => c.notNull())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addColumn('expires_at', 'bigint', (c) => c.notNull())
    .addColumn('may_download', 'bigint', (c) => c.notNull())
    .addColumn('revoked', 'text')
    .addColumn('opened', 'bigint', (c) => c.notNull())
    .addColumn('last_opened_at', 'bigint')
    .execute();
  await db.schema
    .createIndex('recording_link_by_recording')
    .on('recording_link')
    .columns(['recording_id', 'at'])
    .execute();
  await db.schema
    .createTable('retention_rule')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('subject', 'text', (c) => c.notNull().unique())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('name', 'text')
    .addColumn('days', 'bigint')
    .addColumn('updated_at', 'bigint', (c) => c.notNull())
    .addColumn('updated_by_id', 'text', (c) => c.notNull())
    .addColumn('updated_by_name', 'text', (c) => c.notNull())
    .execute();
}
