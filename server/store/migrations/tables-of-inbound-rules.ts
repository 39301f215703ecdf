import type { Kysely, Migration } from 'kysely';

/** The table of rules for calls that come in. */
export function tablesOfInboundRules(): Migration {
  return {
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable('inbound_rule')
        .addColumn('id', 'text', (c) => c.primaryKey())
        .addColumn('number', 'text', (c) => c.notNull().unique())
        .addColumn('rule', 'text', (c) => c.notNull())
        .addColumn('updated_at', 'bigint', (c) => c.notNull())
        .addColumn('updated_by', 'text', (c) => c.notNull())
        .addColumn('done', 'bigint', (c) => c.notNull())
        .addColumn('last_done_at', 'bigint')
        .addColumn('failed', 'bigint', (c) => c.notNull())
        .addColumn('last_failure', 'text')
        .execute();
    },
  };
}
