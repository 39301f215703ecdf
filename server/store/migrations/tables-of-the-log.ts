import { type CreateTableBuilder, type Kysely, type Migration, sql } from 'kysely';

/** What the migration needs to know of the engine: how a table numbers its own rows. */
export type Engine = 'sqlite' | 'postgres';

/** The tables of the log, of commands and of jobs. */
export function tablesOfTheLog(engine: Engine): Migration {
  return {
    async up(db: Kysely<unknown>) {
      await createDeliveries(db, engine);
      await createStreams(db, engine);
      await createCommandsAndJobs(db);
    },
  };
}

/** A table whose rows are numbered as they come. */
export function numbered(db: Kysely<unknown>, engine: Engine, table: string, column: string) {
  const builder: CreateTableBuilder<string, string> = db.schema.createTable(table);
  return builder.addColumn(column, engine === 'sqlite' ? 'integer' : 'bigint', (c) =>
    // SQLite numbers the rows of an `integer primary key` by itself.
    engine === 'sqlite' ? c.primaryKey() : c.primaryKey().generatedByDefaultAsIdentity(),
  );
}

async function createDeliveries(db: Kysely<unknown>, engine: Engine): Promise<void> {
  await numbered(db, engine, 'delivery', 'number')
    .addColumn('id', 'text', (c) => c.notNull())
    .addColumn('received_at', 'bigint', (c) => c.notNull())
    .addColumn('verdict', 'text', (c) => c.notNull())
    .addColumn('event_id', 'text')
    .addColumn('event_type', 'text')
    .addColumn('occurred_at', 'bigint')
    .addColumn('connection_id', 'text')
    .addColumn('attempt', 'bigint')
    .addColumn('latency_ms', 'double precision', (c) => c.notNull())
    .addColumn('bytes', 'bigint', (c) => c.notNull())
    .addColumn('detail', 'text')
    .addColumn('body', 'text')
    .execute();
  // One index for every filter: the columns that filter are in it, so no body is read in vain.
  await db.schema
    .createIndex('delivery_newest')
    .unique()
    .on('delivery')
    .columns(['received_at', 'id', 'verdict', 'event_type', 'connection_id'])
    .execute();

  const source = db.schema
    .createTable('event_source')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('received_at', 'bigint', (c) => c.notNull());
  await (engine === 'sqlite' ? source.modifyEnd(sql`without rowid`) : source).execute();
}

async function createStreams(db: Kysely<unknown>, engine: Engine): Promise<void> {
  await numbered(db, engine, 'stream', 'id')
    .addColumn('name', 'text', (c) => c.notNull().unique())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('seq', 'bigint', (c) => c.notNull())
    .addColumn('is_live', 'bigint', (c) => c.notNull())
    .addColumn('idle_since', 'bigint')
    .addColumn('title', 'text')
    .addColumn('title_folded', 'text')
    .addColumn('started_at', 'bigint')
    .addColumn('ended_at', 'bigint')
    .addColumn('summary_row', 'text')
    .execute();
  await db.schema
    .createIndex('stream_live')
    .on('stream')
    .column('kind')
    .where(sql.ref('is_live'), '=', sql.lit(1))
    .execute();
  await db.schema
    .createIndex('stream_ended')
    .on('stream')
    .columns(['kind', 'idle_since', 'id'])
    .where(sql.ref('idle_since'), 'is not', null)
    .execute();
  await db.schema
    .createTable('snapshot')
    .addColumn('stream_id', 'bigint', (c) =>
      c.primaryKey().references('stream.id').onDelete('cascade'),
    )
    .addColumn('seq', 'bigint', (c) => c.notNull())
    .addColumn('version', 'bigint', (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    .execute();
  await db.schema
    .createTable('event')
    .addColumn('stream_id', 'bigint', (c) => c.notNull().references('stream.id'))
    .addColumn('seq', 'bigint', (c) => c.notNull())
    .addColumn('id', 'text', (c) => c.notNull())
    .addColumn('version', 'bigint', (c) => c.notNull())
    .addColumn('type', 'text', (c) => c.notNull())
    .addColumn('source', 'text', (c) => c.notNull())
    .addColumn('actor', 'text')
    .addColumn('command_id', 'text')
    .addColumn('occurred_at', 'bigint')
    .addColumn('received_at', 'bigint', (c) => c.notNull())
    .addColumn('data', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('event_key', ['stream_id', 'seq'])
    .execute();
}

async function createCommandsAndJobs(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('command')
    .addColumn('command_id', 'text', (c) => c.primaryKey())
    .addColumn('actor', 'text', (c) => c.notNull())
    .addColumn('body_hash', 'text', (c) => c.notNull())
    .addColumn('stream', 'text', (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('event_seqs', 'text', (c) => c.notNull())
    .addColumn('created_at', 'bigint', (c) => c.notNull())
    .execute();
  await db.schema
    .createIndex('command_oldest')
    .on('command')
    .columns(['created_at', 'command_id'])
    .execute();
  await db.schema
    .createIndex('command_sent')
    .on('command')
    .columns(['created_at', 'command_id'])
    .where(sql.ref('state'), '=', sql.lit('sent'))
    .execute();
  await db.schema
    .createTable('job')
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('key', 'text', (c) => c.notNull())
    .addColumn('body', 'text', (c) => c.notNull())
    .addColumn('priority', 'bigint', (c) => c.notNull())
    .addColumn('due_at', 'bigint', (c) => c.notNull())
    .addColumn('tries', 'bigint', (c) => c.notNull())
    .addColumn('leased_until', 'bigint')
    .addColumn('leased_by', 'text')
    .addColumn('asked_due_at', 'bigint')
    .addPrimaryKeyConstraint('job_key', ['kind', 'key'])
    .execute();
  await db.schema
    .createIndex('job_next')
    .on('job')
    .columns(['priority', 'due_at', 'key'])
    .execute();
  await db.schema
    .createTable('setting')
    .addColumn('name', 'text', (c) => c.primaryKey())
    .addColumn('value', 'text', (c) => c.notNull())
    .execute();
}
