import type { Kysely, Migration } from 'kysely';

/** The table of wallboards and of what opens them. */
export function tablesOfWallboards(): Migration {
  return {
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable('wallboard')
        .addColumn('id', 'text', (c) => c.primaryKey())
        .addColumn('name', 'text', (c) => c.notNull())
        .addColumn('queues', 'text')
        .addColumn('conferences', 'text')
        .addColumn('tiles', 'bigint', (c) => c.notNull())
        .addColumn('rotate_seconds', 'bigint', (c) => c.notNull())
        .addColumn('token_hash', 'text', (c) => c.notNull().unique())
        .addColumn('updated_at', 'bigint', (c) => c.notNull())
        .addColumn('updated_by_id', 'text', (c) => c.notNull())
        .addColumn('updated_by_name', 'text', (c) => c.notNull())
        .execute();
    },
  };
}
