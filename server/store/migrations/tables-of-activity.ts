import { type Kysely, type Migration, sql } from 'kysely';

// Retention keeps far longer than this; whatever would delete a younger line is no retention.
const untouchableSeconds = 7 * 86_400;

/** The table of activity, which the database itself keeps from being changed, and what a command keeps for it. */
export function tablesOfActivity(engine: 'sqlite' | 'postgres'): Migration {
  return {
    async up(db: Kysely<unknown>) {
      await db.schema.alterTable('command').addColumn('origin', 'text').execute();
      await createActivity(db);
      await (engine === 'sqlite' ? guardInSqlite(db) : guardInPostgres(db));
    },
  };
}

async function createActivity(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('activity')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addColumn('user_id', 'text')
    .addColumn('user_name', 'text')
    .addColumn('who', 'text')
    .addColumn('role', 'text')
    .addColumn('action', 'text', (c) => c.notNull())
    .addColumn('conference_id', 'text')
    .addColumn('conference_name', 'text')
    .addColumn('target', 'text')
    .addColumn('outcome', 'text', (c) => c.notNull())
    .addColumn('why', 'text')
    .addColumn('round_trip_ms', 'double precision')
    .addColumn('address', 'text')
    .addColumn('request_id', 'text')
    .addColumn('detail', 'text', (c) => c.notNull())
    .addColumn('search', 'text', (c) => c.notNull())
    .addColumn('masked_search', 'text')
    .execute();
  // One index for every filter, as deliveries have: a command pays for one.
  await db.schema
    .createIndex('activity_newest')
    .unique()
    .on('activity')
    .columns(['at', 'id', 'action', 'outcome', 'user_id', 'conference_id'])
    .execute();
}

async function guardInSqlite(db: Kysely<unknown>): Promise<void> {
  await sql`create trigger activity_is_never_changed before update on activity
    begin select raise(abort, 'Activity is never changed'); end`.execute(db);
  await sql`create trigger activity_is_kept before delete on activity
    when old.at > (cast(strftime('%s', 'now') as integer) - ${sql.lit(untouchableSeconds)}) * 1000000
    begin select raise(abort, 'Activity of the last days is never deleted'); end`.execute(db);
}

async function guardInPostgres(db: Kysely<unknown>): Promise<void> {
  await sql`create function keep_activity() returns trigger language plpgsql as $$
    begin
      if tg_op = 'UPDATE' then raise exception 'Activity is never changed'; end if;
      if old.at > (extract(epoch from now())::bigint - ${sql.lit(untouchableSeconds)}) * 1000000
        then raise exception 'Activity of the last days is never deleted'; end if;
      return old;
    end $$`.execute(db);
  await sql`create trigger activity_is_kept before update or delete on activity
    for each row execute function keep_activity()`.execute(db);
}
