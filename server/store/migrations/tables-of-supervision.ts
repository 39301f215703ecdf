import type { Kysely, Migration } from 'kysely';

/** The table of the phones on which people supervise. */
export function tablesOfSupervision(): Migration {
  return {
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable('supervisor_phone')
        .addColumn('user_id', 'text', (c) => c.primaryKey())
        .addColumn('address', 'text', (c) => c.notNull())
        .execute();
    },
  };
}
