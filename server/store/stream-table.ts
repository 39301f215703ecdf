import { sql } from 'kysely';
import { folded } from '@/lib/domain/folded';
import type { StreamName } from '@/lib/domain/ids';
import type { Micros } from '@/lib/domain/stamp';
import type { LoggedEvent, StreamRecord, StreamSnapshot } from '@/server/log/ports';
import { eventOf, snapshotOf, type StreamRow, streamRowOf } from './rows';
import { type Queries, type SqlEngine, type SqlValue, storable } from './sql-engine';
import type { insertEvents, saveStreams } from './row-inserts';

// A live stream's row is not written for each of its events: its number is that of its last event.
const streamSeq = sql<number>`coalesce(
  (select max(event.seq) from event where event.stream_id = stream.id), stream.seq)`;

/** What `streamRowOf` reads. */
export const streamColumns = [
  streamSeq.as('seq'),
  'stream.id',
  'stream.name',
  'stream.kind',
  'stream.is_live',
  'stream.idle_since',
  'stream.title',
  'stream.started_at',
  'stream.ended_at',
  'stream.summary_row',
] as const;

const eventColumns = [
  'event.seq',
  'event.id',
  'event.version',
  'event.type',
  'event.source',
  'event.actor',
  'event.command_id',
  'event.occurred_at',
  'event.received_at',
  'event.data',
] as const;

/** The rows of the streams that are there, in the order asked for. */
export async function selectStreams(
  connection: Queries,
  engine: SqlEngine,
  names: readonly StreamName[],
): Promise<StreamRow[]> {
  const columns = sql.join(
    streamColumns.map((column) => (typeof column === 'string' ? sql.ref(column) : column)),
  );
  const { rows } = await sql`select ${columns} ${fromWanted(engine, names)}`.execute(connection);
  return rows.map(streamRowOf);
}

/** Locks the rows of the streams that are there, in the order asked for, where the engine can. */
export async function lockStreamRows(
  connection: Queries,
  engine: SqlEngine,
  names: readonly StreamName[],
): Promise<void> {
  if (!engine.locksRows) return;
  await sql`select stream.id ${fromWanted(engine, names)} for update of stream`.execute(connection);
}

// `cross join` keeps SQLite from walking all streams to look each up among the few.
function fromWanted(engine: SqlEngine, names: readonly StreamName[]) {
  return sql`from ${engine.wanted(names)}
    cross join stream where stream.name = wanted.value order by wanted.key`;
}

/** The newest snapshots of these streams, by the stream's id. */
export async function selectSnapshots(
  connection: Queries,
  ids: readonly number[],
): Promise<ReadonlyMap<number, StreamSnapshot>> {
  const found = new Map<number, StreamSnapshot>();
  const most = 500;
  for (let i = 0; i < ids.length; i += most) {
    const rows = await connection
      .selectFrom('snapshot')
      .select(['stream_id', 'seq', 'version', 'state'])
      .where('stream_id', 'in', ids.slice(i, i + most))
      .execute();
    for (const row of rows) {
      const { streamId, snapshot } = snapshotOf(row);
      found.set(streamId, snapshot);
    }
  }
  return found;
}

/** The records of rows, each with its snapshot. */
export async function withSnapshots(
  connection: Queries,
  rows: readonly StreamRow[],
): Promise<StreamRecord[]> {
  const snapshots = await selectSnapshots(
    connection,
    rows.map(({ id }) => id),
  );
  return rows.map(({ id, record }) => ({ ...record, snapshot: snapshots.get(id) ?? null }));
}

/** Which events of a stream, and how many. */
export interface EventRange {
  readonly after?: number | undefined;
  readonly before?: number | undefined;
  readonly limit?: number | undefined;
  readonly types?: readonly string[] | undefined;
}

/** Events in the order of their numbers; with `before`, the newest below it. */
export async function selectEvents(
  connection: Queries,
  name: StreamName,
  { after, before, limit, types }: EventRange,
): Promise<LoggedEvent[]> {
  let query = connection
    .selectFrom('event')
    .innerJoin('stream', 'stream.id', 'event.stream_id')
    .select(eventColumns)
    .where('stream.name', '=', storable(name))
    .orderBy('event.seq', before === undefined ? 'asc' : 'desc');
  if (after !== undefined) query = query.where('event.seq', '>', after);
  if (before !== undefined) query = query.where('event.seq', '<', before);
  if (types !== undefined && types.length > 0) query = query.where('event.type', 'in', types);
  if (limit !== undefined) query = query.limit(limit);
  const events = (await query.execute()).map(eventOf);
  return before === undefined ? events : events.reverse();
}

/** An event as a row. */
export function eventRowOf(
  streamId: number,
  event: LoggedEvent,
): Record<keyof typeof insertEvents.columns, SqlValue> {
  return {
    stream_id: streamId,
    seq: event.seq,
    id: event.id,
    version: event.version,
    type: event.type,
    source: event.source,
    actor: event.actor === null ? null : JSON.stringify(event.actor),
    command_id: event.commandId,
    occurred_at: event.occurredAt,
    received_at: event.receivedAt,
    data: JSON.stringify(event.data),
  };
}

/** A stream as a row; `now` stands in for the end of one that ended without saying when. */
export function savedStreamRowOf(
  id: number,
  { name, kind, seq, isLive, summary }: StreamRecord,
  now: Micros,
): Record<keyof typeof saveStreams.columns, SqlValue> {
  return {
    id,
    name,
    kind,
    seq,
    is_live: isLive ? 1 : 0,
    idle_since: isLive ? null : (summary?.endedAt ?? now),
    title: summary?.title ?? null,
    title_folded: summary?.title == null ? null : folded(summary.title),
    started_at: summary?.startedAt ?? null,
    ended_at: summary?.endedAt ?? null,
    summary_row: summary === null ? null : JSON.stringify(summary.row ?? null),
  };
}
