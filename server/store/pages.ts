import { sql } from 'kysely';
import type { StreamKind } from '@/lib/domain/ids';
import type { DeliveryRecord, PageOf, Store, StreamRecord } from '@/server/log/ports';
import { cursorOf, type Place, placeOf } from './cursor';
import { deliveryOf, streamRowOf } from './rows';
import { within } from './search';
import type { Queries } from './sql-engine';
import { streamColumns, withSnapshots } from './stream-table';

/** A page of deliveries, the newest first; throws `BadCursorError`. */
export async function deliveryPage(
  reader: Queries,
  { verdict, eventType, connection, cursor, limit }: Parameters<Store['listDeliveries']>[0],
): Promise<PageOf<DeliveryRecord>> {
  let query = reader
    .selectFrom('delivery')
    .selectAll()
    .orderBy('received_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1);
  if (verdict !== undefined) query = query.where('verdict', '=', verdict);
  if (eventType !== undefined) query = query.where('event_type', '=', eventType);
  if (connection !== undefined)
    query = query.where('connection_id', connection.isOurs ? '=' : '<>', connection.id);
  if (cursor !== undefined) {
    const [at, id] = placeOf(cursor);
    query = query.where(sql<boolean>`(received_at, id) < (${at}, ${String(id)})`);
  }
  const rows = (await query.execute()).map(deliveryOf);
  return pageOf(rows, limit, ({ receivedAt, id }) => [receivedAt, id]);
}

/** A page of ended streams that have a summary, the last to end first; throws `BadCursorError`. */
export async function endedPage(
  reader: Queries,
  kind: StreamKind,
  { q, cursor, limit }: Parameters<Store['endedStreams']>[1],
): Promise<PageOf<StreamRecord>> {
  let query = reader
    .selectFrom('stream')
    .select(streamColumns)
    .where('kind', '=', kind)
    .where('idle_since', 'is not', null)
    .where('summary_row', 'is not', null)
    .orderBy('idle_since', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1);
  if (q !== undefined && q !== '') query = query.where(within(sql`title_folded`, q));
  if (cursor !== undefined) {
    const [at, id] = placeOf(cursor);
    query = query.where(sql<boolean>`(idle_since, id) < (${at}, ${Number(id)})`);
  }
  const rows = (await query.execute()).map(streamRowOf);
  const page = pageOf(rows, limit, ({ idleSince, id }) => [idleSince ?? 0, id]);
  return { ...page, items: await withSnapshots(reader, page.items) };
}

/** A page of the rows that were read, one more than asked for where there are more. */
export function pageOf<T>(rows: readonly T[], limit: number, place: (row: T) => Place): PageOf<T> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  const hasMore = rows.length > limit && last !== undefined;
  return { items, nextCursor: hasMore ? cursorOf(place(last)) : null };
}
