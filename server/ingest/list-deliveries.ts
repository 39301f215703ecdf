import type { DeliveryRow, Page, Verdict } from '@/lib/contract/rows';
import type { DeliveryRecord, Store } from '@/server/log/ports';
import type { DoorWatch } from './door-watch';

const neverStored: ReadonlySet<Verdict> = new Set([
  'bad-signature',
  'missing-signature',
  'stale',
  'not-json',
  'too-large',
]);

/** Which deliveries are asked for. */
export interface DeliveryQuery {
  readonly verdict?: Verdict | undefined;
  readonly application?: 'ours' | 'other' | undefined;
  readonly type?: string | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

/** What listing deliveries needs; without a connection of our own, nothing is other's. */
export interface DeliveryListParts {
  readonly store: Pick<Store, 'listDeliveries'>;
  readonly watch: DoorWatch;
  readonly connectionId: string | null;
}

/**
 * The newest deliveries first: those signed and kept, and between them the heads of those turned
 * away, of which nothing else is kept. Throws the store's error for a cursor that is none of ours.
 */
export async function listDeliveries(
  { store, watch, connectionId }: DeliveryListParts,
  query: DeliveryQuery,
): Promise<Page<DeliveryRow>> {
  const { verdict, application, type, limit } = query;
  const hasHeads = application === undefined && type === undefined;
  const heads = hasHeads ? watch.heads().filter((h) => (verdict ?? h.verdict) === h.verdict) : [];
  if (verdict !== undefined && neverStored.has(verdict)) {
    return { items: heads.slice(0, limit), nextCursor: null };
  }
  const connection =
    application === undefined || connectionId === null
      ? undefined
      : { id: connectionId, isOurs: application === 'ours' };
  const { before, cursor } = positionOf(query.cursor);
  const page = await store.listDeliveries({ verdict, eventType: type, connection, cursor, limit });
  const items = page.items.map((record) => rowOf(record, connectionId));
  const isLast = page.nextCursor === null;
  const oldest = isLast ? 0 : (items.at(-1)?.receivedAt ?? 0);
  const between = heads.filter(({ receivedAt }) => receivedAt >= oldest && receivedAt < before);
  return {
    items: [...items, ...between].sort((a, b) => b.receivedAt - a.receivedAt),
    nextCursor: page.nextCursor === null ? null : `${oldest}~${page.nextCursor}`,
  };
}

/** The newest delivery that was signed with the carrier's key and kept; null where none ever came. */
export async function lastVerified({
  store,
  connectionId,
}: Omit<DeliveryListParts, 'watch'>): Promise<DeliveryRow | null> {
  const { items } = await store.listDeliveries({ limit: 1 });
  return items[0] === undefined ? null : rowOf(items[0], connectionId);
}

// A page's cursor says where its heads ended as well as where its rows did.
function positionOf(cursor: string | undefined): { before: number; cursor: string | undefined } {
  const parts = /^(\d{1,16})~(.*)$/s.exec(cursor ?? '');
  return parts === null
    ? { before: Infinity, cursor }
    : { before: Number(parts[1]), cursor: parts[2] };
}

function rowOf(record: DeliveryRecord, connectionId: string | null): DeliveryRow {
  const { id, receivedAt, verdict, eventId, eventType, occurredAt } = record;
  const { attempt, latencyMs, bytes, detail } = record;
  const isKnown = connectionId !== null && record.connectionId !== null;
  return {
    ...{ id, receivedAt, verdict, eventId, eventType, occurredAt },
    ...{ attempt, latencyMs, bytes, detail },
    connectionId: record.connectionId,
    isOurs: isKnown ? record.connectionId === connectionId : null,
  };
}
