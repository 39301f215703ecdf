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
 * The newest deliveries first: those signed and kept, and among the first page the heads of those
 * turned away, of which nothing else is kept.
 */
export async function listDeliveries(
  { store, watch, connectionId }: DeliveryListParts,
  query: DeliveryQuery,
): Promise<Page<DeliveryRow>> {
  const { verdict, application, type, cursor, limit } = query;
  if (verdict !== undefined && neverStored.has(verdict)) {
    const items = watch.heads().filter((head) => head.verdict === verdict);
    return { items: items.slice(0, limit), nextCursor: null };
  }
  const connection =
    application === undefined || connectionId === null
      ? undefined
      : { id: connectionId, isOurs: application === 'ours' };
  const page = await store.listDeliveries({ verdict, eventType: type, connection, cursor, limit });
  const items = page.items.map((record) => rowOf(record, connectionId));
  const isWhole = verdict === undefined && application === undefined && type === undefined;
  if (!isWhole || cursor !== undefined) return { items, nextCursor: page.nextCursor };
  const oldest = page.nextCursor === null ? 0 : (items.at(-1)?.receivedAt ?? 0);
  const heads = watch.heads().filter((head) => head.receivedAt >= oldest);
  const merged = [...items, ...heads].sort((a, b) => b.receivedAt - a.receivedAt);
  return { items: merged, nextCursor: page.nextCursor };
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
