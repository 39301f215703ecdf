import type { Kysely, Migration } from 'kysely';

/** The tables of how queues stood, and of the waits in them that have ended. */
export function tablesOfQueues(): Migration {
  return {
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable('queue_sample')
        .addColumn('queue', 'text', (c) => c.notNull())
        .addColumn('every_secs', 'bigint', (c) => c.notNull())
        .addColumn('at', 'bigint', (c) => c.notNull())
        .addColumn('depth', 'bigint', (c) => c.notNull())
        .addColumn('longest', 'bigint', (c) => c.notNull())
        .addColumn('average', 'bigint', (c) => c.notNull())
        .addPrimaryKeyConstraint('queue_sample_of_its_time', ['queue', 'every_secs', 'at'])
        .execute();
      await db.schema.createIndex('queue_sample_oldest').on('queue_sample').column('at').execute();
      await db.schema
        .createTable('queue_wait')
        .addColumn('queue', 'text', (c) => c.notNull())
        .addColumn('call_control_id', 'text', (c) => c.notNull())
        .addColumn('enqueued_at', 'bigint', (c) => c.notNull())
        .addColumn('ended_at', 'bigint', (c) => c.notNull())
        .addColumn('waited', 'bigint', (c) => c.notNull())
        .addColumn('outcome', 'text', (c) => c.notNull())
        .addColumn('reason', 'text')
        .addPrimaryKeyConstraint('queue_wait_of_its_stay', [
          'queue',
          'call_control_id',
          'enqueued_at',
        ])
        .execute();
      await db.schema
        .createIndex('queue_wait_newest')
        .on('queue_wait')
        .columns(['queue', 'ended_at'])
        .execute();
      await db.schema
        .createIndex('queue_wait_oldest')
        .on('queue_wait')
        .column('ended_at')
        .execute();
    },
  };
}
