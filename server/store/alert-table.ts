import { sql } from 'kysely';
import { z } from 'zod';
import { measures } from '@/lib/domain/target/targets';
import type { AlertReads } from '@/server/alert/ports';
import type { AlertRecord } from '@/server/log/ports';
import { cursorOf, placeOf } from './cursor';
import { parsed } from './rows';
import { type Queries, type SqlEngine, storable } from './sql-engine';
import { guarded } from './store-error';

/** Reads of alerts in either engine; they are written in the transaction that judges. */
export function createAlertTable({ reader }: SqlEngine): AlertReads {
  return {
    open: () => guarded(() => openAlerts(reader, null)),
    page: ({ state, queue, cursor, limit }) =>
      guarded(async () => {
        let query = reader
          .selectFrom('alert')
          .selectAll()
          .orderBy('raised_at', 'desc')
          .orderBy('id', 'desc')
          .limit(limit + 1);
        if (state === 'open') query = query.where('open_key', 'is not', null);
        if (state === 'resolved') query = query.where('resolved_at', 'is not', null);
        if (queue !== undefined) query = query.where('queue', '=', storable(queue));
        if (cursor !== undefined) {
          const [at, id] = placeOf(cursor);
          query = query.where(sql<boolean>`(raised_at, id) < (${at}, ${String(id)})`);
        }
        const rows = (await query.execute()).map((row) => parsed(alertRow, row));
        const items = rows.slice(0, limit);
        const last = items.at(-1);
        const hasMore = rows.length > limit && last !== undefined;
        return { items, nextCursor: hasMore ? cursorOf([last.raisedAt, last.id]) : null };
      }),
  };
}

/** The alerts that are open: of one queue, or of all. */
export async function openAlerts(
  connection: Queries,
  queue: string | null,
): Promise<readonly AlertRecord[]> {
  let query = connection
    .selectFrom('alert')
    .selectAll()
    .where('open_key', 'is not', null)
    .orderBy('raised_at')
    .orderBy('id');
  if (queue !== null) query = query.where('queue', '=', storable(queue));
  return (await query.execute()).map((row) => parsed(alertRow, row));
}

/** One alert, open or resolved. */
export async function readAlert(connection: Queries, id: string): Promise<AlertRecord | null> {
  const row = await connection
    .selectFrom('alert')
    .selectAll()
    .where('id', '=', storable(id))
    .executeTakeFirst();
  return row === undefined ? null : parsed(alertRow, row);
}

/** Writes one alert, new or known. */
export async function saveAlert(connection: Queries, alert: AlertRecord): Promise<void> {
  const changing = {
    open_key: alert.resolvedAt === null ? JSON.stringify([alert.queue, alert.measure]) : null,
    level: alert.level,
    worst: alert.worst,
    value: alert.value,
    threshold: alert.threshold,
    escalated_at: alert.escalatedAt,
    warning_calm_since: alert.warningCalmSince,
    critical_calm_since: alert.criticalCalmSince,
    acknowledged_at: alert.acknowledgedAt,
    acknowledged_by_id: alert.acknowledgedBy?.userId ?? null,
    acknowledged_by_name: alert.acknowledgedBy?.name ?? null,
    resolved_at: alert.resolvedAt,
    told: alert.told,
  };
  await connection
    .insertInto('alert')
    .values({
      ...changing,
      id: alert.id,
      queue: storable(alert.queue),
      measure: alert.measure,
      raised_at: alert.raisedAt,
    })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(changing))
    .execute();
}

const level = z.enum(['warning', 'critical']);
const moment = z.int().nullable();
const alertRow = z
  .object({
    id: z.string(),
    queue: z.string(),
    measure: z.enum(measures),
    level,
    worst: level,
    value: z.number(),
    threshold: z.number(),
    raised_at: z.int(),
    escalated_at: moment,
    warning_calm_since: moment,
    critical_calm_since: moment,
    acknowledged_at: moment,
    acknowledged_by_id: z.string().nullable(),
    acknowledged_by_name: z.string().nullable(),
    resolved_at: moment,
    told: z.int(),
  })
  .transform((row): AlertRecord => ({
    kind: 'alert',
    id: row.id,
    queue: row.queue,
    measure: row.measure,
    level: row.level,
    worst: row.worst,
    value: row.value,
    threshold: row.threshold,
    raisedAt: row.raised_at,
    escalatedAt: row.escalated_at,
    acknowledgedAt: row.acknowledged_at,
    acknowledgedBy:
      row.acknowledged_by_id === null
        ? null
        : { userId: row.acknowledged_by_id, name: row.acknowledged_by_name ?? '' },
    resolvedAt: row.resolved_at,
    warningCalmSince: row.warning_calm_since,
    criticalCalmSince: row.critical_calm_since,
    told: row.told,
  }));
