import type { Kysely, Migration } from 'kysely';

/** The tables of targets, of alerts, and of where alerts are posted. */
export function tablesOfAlerts(): Migration {
  return {
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable('queue_target')
        .addColumn('queue', 'text', (c) => c.primaryKey())
        .addColumn('targets', 'text', (c) => c.notNull())
        .addColumn('updated_at', 'bigint', (c) => c.notNull())
        .addColumn('updated_by_id', 'text', (c) => c.notNull())
        .addColumn('updated_by_name', 'text', (c) => c.notNull())
        .execute();
      await createAlert(db);
      await db.schema
        .createTable('alert_webhook')
        .addColumn('id', 'bigint', (c) => c.primaryKey())
        .addColumn('url', 'text', (c) => c.notNull())
        .addColumn('sealed_secret', 'text', (c) => c.notNull())
        .addColumn('updated_at', 'bigint', (c) => c.notNull())
        .addColumn('updated_by_id', 'text', (c) => c.notNull())
        .addColumn('updated_by_name', 'text', (c) => c.notNull())
        .addColumn('last_at', 'bigint')
        .addColumn('last_status', 'bigint')
        .addColumn('last_problem', 'text')
        .execute();
    },
  };
}

async function createAlert(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('alert')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('open_key', 'text', (c) => c.unique())
    .addColumn('queue', 'text', (c) => c.notNull())
    .addColumn('measure', 'text', (c) => c.notNull())
    .addColumn('level', 'text', (c) => c.notNull())
    .addColumn('worst', 'text', (c) => c.notNull())
    .addColumn('value', 'double precision', (c) => c.notNull())
    .addColumn('threshold', 'double precision', (c) => c.notNull())
    .addColumn('raised_at', 'bigint', (c) => c.notNull())
    .addColumn('escalated_at', 'bigint')
    .addColumn('warning_calm_since', 'bigint')
    .addColumn('critical_calm_since', 'bigint')
    .addColumn('acknowledged_at', 'bigint')
    .addColumn('acknowledged_by_id', 'text')
    .addColumn('acknowledged_by_name', 'text')
    .addColumn('resolved_at', 'bigint')
    .addColumn('told', 'bigint', (c) => c.notNull())
    .execute();
  await db.schema.createIndex('alert_by_time').on('alert').columns(['raised_at', 'id']).execute();
  await db.schema.createIndex('alert_resolved').on('alert').column('resolved_at').execute();
}
