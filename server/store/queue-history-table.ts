import { z } from 'zod';
import type { QueueSample } from '@/lib/contract/rows';
import type { CallControlId } from '@/lib/domain/ids';
import type { EndedWait } from '@/lib/domain/queue/wait';
import type { QueueHistory } from '@/server/queue/ports';
import { inTransaction } from './in-transaction';
import { parsed } from './rows';
import { type RowInsert, type SqlEngine, type SqlValue, storable } from './sql-engine';
import { guarded } from './store-error';

const greater = (column: string) =>
  `${column} = case when excluded.${column} > queue_sample.${column}
    then excluded.${column} else queue_sample.${column} end`;

const saveSamples = {
  table: 'queue_sample',
  columns: {
    queue: 'text',
    every_secs: 'bigint',
    at: 'bigint',
    depth: 'bigint',
    longest: 'bigint',
    average: 'bigint',
  },
  onConflict: `on conflict (queue, every_secs, at) do update set
    ${greater('depth')}, ${greater('longest')}, ${greater('average')}`,
} as const satisfies RowInsert;

const saveWaits = {
  table: 'queue_wait',
  columns: {
    queue: 'text',
    call_control_id: 'text',
    enqueued_at: 'bigint',
    ended_at: 'bigint',
    waited: 'bigint',
    outcome: 'text',
    reason: 'text',
  },
  onConflict: `on conflict (queue, call_control_id, enqueued_at) do update set
    ended_at = excluded.ended_at, waited = excluded.waited, outcome = excluded.outcome,
    reason = excluded.reason`,
} as const satisfies RowInsert;

/** What is kept of queues beside their events, in either engine. */
export function createQueueHistoryTable(engine: SqlEngine): QueueHistory {
  const { reader } = engine;
  const save = <C extends string>(
    insert: RowInsert<C>,
    rows: readonly Readonly<Record<C, SqlValue>>[],
  ) => inTransaction(engine, (connection) => engine.insertRows(connection, insert, rows));
  return {
    saveSamples: (samples) =>
      guarded(async () => {
        if (samples.length === 0) return;
        const rows = samples.map(({ queue, everySecs, at, depth, longest, average }) => ({
          ...{ queue: storable(queue), every_secs: everySecs, at, depth, longest, average },
        }));
        await save(saveSamples, rows);
      }),
    samples: (queue, { from, to, everySecs }) =>
      guarded(async () => {
        const all = reader
          .selectFrom('queue_sample')
          .select(['at', 'depth', 'longest', 'average'])
          .where('queue', '=', storable(queue))
          .where('every_secs', '=', everySecs);
        const before = await all.where('at', '<', from).orderBy('at', 'desc').limit(1).execute();
        const within = await all
          .where('at', '>=', from)
          .where('at', '<', to)
          .orderBy('at')
          .execute();
        return [...before, ...within].map((row) => parsed(sampleRow, row));
      }),
    saveWaits: (waits) =>
      guarded(async () => {
        if (waits.length === 0) return;
        const rows = waits.map(({ queue, wait }) => ({
          queue: storable(queue),
          call_control_id: storable(wait.callControlId),
          enqueued_at: wait.enqueuedAt,
          ended_at: wait.endedAt,
          waited: wait.waitedMicros,
          outcome: wait.outcome,
          reason: wait.reason === null ? null : storable(wait.reason),
        }));
        await save(saveWaits, rows);
      }),
    waits: (queue, { from, to }) =>
      guarded(async () => {
        const rows = await reader
          .selectFrom('queue_wait')
          .selectAll()
          .where('queue', '=', storable(queue))
          .where('ended_at', '>=', from)
          .where('ended_at', '<', to)
          .orderBy('ended_at')
          .orderBy('call_control_id')
          .execute();
        return rows.map((row) => parsed(waitRow, row));
      }),
  };
}

const sampleRow = z
  .object({ at: z.int(), depth: z.int(), longest: z.int(), average: z.int() })
  .transform((row): QueueSample => row);

const waitRow = z
  .object({
    call_control_id: z.string(),
    enqueued_at: z.int(),
    ended_at: z.int(),
    waited: z.int(),
    outcome: z.enum(['answered', 'abandoned', 'other']),
    reason: z.string().nullable(),
  })
  .transform((row): EndedWait => ({
    callControlId: row.call_control_id as CallControlId,
    enqueuedAt: row.enqueued_at,
    endedAt: row.ended_at,
    waitedMicros: row.waited,
    outcome: row.outcome,
    reason: row.reason,
  }));
