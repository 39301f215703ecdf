import type { Kysely, Migration } from 'kysely';

/** The table of saved announcements. */
export function tablesOfAnnouncements(): Migration {
  return {
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable('announcement')
        .addColumn('id', 'text', (c) => c.primaryKey())
        .addColumn('hotkey', 'bigint', (c) => c.notNull().unique())
        .addColumn('title', 'text', (c) => c.notNull())
        .addColumn('body', 'text', (c) => c.notNull())
        .addColumn('body_type', 'text', (c) => c.notNull())
        .addColumn('voice', 'text', (c) => c.notNull())
        .addColumn('language', 'text')
        .addColumn('updated_at', 'bigint', (c) => c.notNull())
        .addColumn('updated_by_id', 'text', (c) => c.notNull())
        .addColumn('updated_by_name', 'text', (c) => c.notNull())
        .execute();
    },
  };
}
