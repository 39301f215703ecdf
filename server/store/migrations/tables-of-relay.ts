import type { Kysely, Migration } from 'kysely';
import { type Engine, numbered } from './tables-of-the-log';

/** The tables of the relay: its one row of settings and counts, and the webhooks that wait. */
export function tablesOfRelay(engine: Engine): Migration {
  return {
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable('relay')
        .addColumn('id', 'bigint', (c) => c.primaryKey())
        .addColumn('mark', 'text', (c) => c.notNull())
        .addColumn('address', 'text', (c) => c.notNull())
        .addColumn('is_on', 'bigint', (c) => c.notNull())
        .addColumn('updated_at', 'bigint')
        .addColumn('updated_by', 'text')
        .addColumn('since', 'bigint')
        .addColumn('forwarded', 'bigint', (c) => c.notNull())
        .addColumn('given_up', 'text', (c) => c.notNull())
        .addColumn('answers', 'text', (c) => c.notNull())
        .execute();
      await numbered(db, engine, 'relay_webhook', 'number')
        .addColumn('delivery_id', 'text', (c) => c.notNull())
        .addColumn('received_at', 'bigint', (c) => c.notNull())
        .addColumn('lane', 'text', (c) => c.notNull())
        .addColumn('headers', 'text', (c) => c.notNull())
        .addColumn('raw', 'text')
        .addColumn('expires_at', 'bigint', (c) => c.notNull())
        .addColumn('due_at', 'bigint', (c) => c.notNull())
        .addColumn('tries', 'bigint', (c) => c.notNull())
        .execute();
    },
  };
}
