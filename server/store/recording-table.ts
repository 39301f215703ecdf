import { sql } from 'kysely';
import { z } from 'zod';
import {
  recordingChannels,
  recordingFormats,
  type RecordingNote,
  recordingProblems,
  type RecordingState,
  recordingStates,
} from '@/lib/contract/recording';
import { folded } from '@/lib/domain/folded';
import { underWay } from '@/lib/domain/recording/under-way';
import type { Micros } from '@/lib/domain/stamp';
import type { NewRecording } from '@/server/log/ports';
import type { RecordingRecord, RecordingTable, RecordingTotals } from '@/server/recording/ports';
import { placeOf } from './cursor';
import { pageOf } from './pages';
import { parsed } from './rows';
import { within } from './search';
import { type SqlEngine, type SqlValue, storable } from './sql-engine';
import { guarded } from './store-error';

const readUpTo = 'recordings.readUpTo';
const mostTurns = 20;

type Query = Parameters<RecordingTable['page']>[0];

/** Recordings in either engine. */
export function createRecordingTable(engine: SqlEngine, now: () => Micros): RecordingTable {
  const { reader, writer } = engine;
  const all = () => reader.selectFrom('recording').selectAll();
  const readAs = async (connection: typeof reader, id: string) => {
    const row = await connection
      .selectFrom('recording')
      .selectAll()
      .where('id', '=', storable(id))
      .executeTakeFirst();
    return row === undefined ? null : parsed(recordingRecord, row);
  };

  return {
    read: (id) => guarded(() => readAs(reader, id)),
    page: (query) =>
      guarded(async () => {
        const rows = await matching(all(), query)
          .orderBy('sort_at', 'desc')
          .orderBy('id', 'desc')
          .limit(query.limit + 1)
          .execute();
        const records = rows.map((row) => parsed(recordingRecord, row));
        return pageOf(records, query.limit, (record) => [sortAt(record), record.id]);
      }),
    byIds: (ids) =>
      guarded(async () => {
        if (ids.length === 0) return [];
        const rows = await all().where('id', 'in', ids.map(storable)).execute();
        return rows.map((row) => parsed(recordingRecord, row));
      }),
    totals: () =>
      guarded(async () => {
        const rows = await reader
          .selectFrom('recording')
          .select(['state', sql<number>`count(*)`.as('count')])
          .select(sql<number>`cast(coalesce(sum(bytes), 0) as bigint)`.as('bytes'))
          .groupBy('state')
          .execute();
        return totalsOf(rows.map((row) => parsed(totalRow, row)));
      }),
    changedAfter: (at, limit) =>
      guarded(async () => {
        const rows = await all()
          .where('changed_at', '>', at)
          .orderBy('changed_at')
          .limit(limit)
          .execute();
        return rows.map((row) => parsed(recordingRecord, row));
      }),
    change: (id, change, { states, isFree = false }) =>
      guarded(async () => {
        // What it is searched by is made of what it was and what changes: whoever comes between makes it begin anew.
        for (let turn = 0; turn < mostTurns; turn += 1) {
          const before = await readAs(writer, id);
          if (before === null || !states.includes(before.state)) return null;
          if (isFree && before.hold !== null) return null;
          const changedAt = Math.max(now(), before.changedAt + 1);
          const after = { ...before, ...change, changedAt };
          const { numUpdatedRows } = await writer
            .updateTable('recording')
            .set(columnsOf(after))
            .where('id', '=', before.id)
            .where('changed_at', '=', before.changedAt)
            .executeTakeFirstOrThrow();
          if (numUpdatedRows > 0n) return after;
        }
        throw new Error(`The recording ${id} changes all the time`);
      }),

    savePeaks: (id, peaks) =>
      guarded(async () => {
        const text = JSON.stringify(peaks);
        await writer
          .insertInto('recording_peaks')
          .values({ recording_id: storable(id), peaks: text })
          .onConflict((conflict) => conflict.column('recording_id').doUpdateSet({ peaks: text }))
          .execute();
      }),
    peaks: (id) =>
      guarded(async () => {
        const row = await reader
          .selectFrom('recording_peaks')
          .select('peaks')
          .where('recording_id', '=', storable(id))
          .executeTakeFirst();
        return row === undefined ? null : parsed(peaksRow, row).peaks;
      }),

    notes: (recordingId) =>
      guarded(async () => {
        const rows = await reader
          .selectFrom('recording_note')
          .selectAll()
          .where('recording_id', '=', storable(recordingId))
          .orderBy('at_ms')
          .orderBy('at')
          .execute();
        return rows.map((row) => parsed(noteRow, row));
      }),
    addNote: (recordingId, { id, atMs, text, by, at }) =>
      guarded(async () => {
        await writer
          .insertInto('recording_note')
          .values({
            id,
            recording_id: storable(recordingId),
            at_ms: atMs,
            body: storable(text),
            by_id: by.userId,
            by_name: storable(by.name),
            at,
          })
          .execute();
      }),
    removeNote: (recordingId, noteId, userId) =>
      guarded(async () => {
        const removed = await writer
          .deleteFrom('recording_note')
          .where('id', '=', storable(noteId))
          .where('recording_id', '=', storable(recordingId))
          .where('by_id', '=', userId)
          .returning('id')
          .executeTakeFirst();
        return removed !== undefined;
      }),
    forget: (recordingId) =>
      guarded(async () => {
        for (const table of ['recording_peaks', 'recording_note'] as const)
          await writer
            .deleteFrom(table)
            .where('recording_id', '=', storable(recordingId))
            .execute();
      }),

    readUpTo: () =>
      guarded(async () => {
        const row = await reader
          .selectFrom('setting')
          .select('value')
          .where('name', '=', readUpTo)
          .executeTakeFirst();
        return row === undefined ? null : Number(row.value);
      }),
    saveReadUpTo: (at) =>
      guarded(async () => {
        const value = String(at);
        await writer
          .insertInto('setting')
          .values({ name: readUpTo, value })
          .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
          .execute();
      }),
  };

  function matching(query: ReturnType<typeof all>, filter: Query): ReturnType<typeof all> {
    const { state, cursor, q } = filter;
    let asked = query;
    if (state === undefined) asked = asked.where('state', '<>', 'deleted');
    else if (state === 'underway') asked = asked.where('state', 'in', underWay);
    else asked = asked.where('state', '=', state);
    if (filter.from !== undefined) asked = asked.where('sort_at', '>=', filter.from);
    if (filter.to !== undefined) asked = asked.where('sort_at', '<', filter.to);
    if (filter.conference !== undefined)
      asked = asked.where('conference_id', '=', storable(filter.conference));
    if (filter.queue !== undefined) asked = asked.where('queue', '=', storable(filter.queue));
    if (filter.format !== undefined) asked = asked.where('format', '=', filter.format);
    if (filter.channels !== undefined) asked = asked.where('channels', '=', filter.channels);
    if (filter.minSeconds !== undefined)
      asked = asked.where('duration_ms', '>=', filter.minSeconds * 1000);
    if (filter.maxSeconds !== undefined)
      asked = asked.where('duration_ms', '<=', filter.maxSeconds * 1000);
    if (filter.hold !== undefined) asked = asked.where('is_held', '=', filter.hold ? 1 : 0);
    if (q !== undefined && q !== '') asked = asked.where(foundBy(storable(q)));
    if (cursor !== undefined) {
      const [at, id] = placeOf(cursor);
      asked = asked.where(sql<boolean>`(sort_at, id) < (${at}, ${String(id)})`);
    }
    return asked;
  }
}

/** A recording that is new, as a row. */
export function newRecordingRow(heard: NewRecording): Record<string, SqlValue> {
  return {
    id: heard.id,
    ...heardColumns(heard),
    heard_at: heard.heardAt,
    is_found: heard.isFound ? 1 : 0,
    state: 'waiting',
    done_bytes: 0,
    tries: 0,
    is_held: 0,
    changed_at: heard.heardAt,
  };
}

type Heard = Omit<NewRecording, 'id' | 'conferenceId' | 'conferenceName' | 'isFound'> & {
  readonly id: string;
  readonly conferenceId: string | null;
  readonly conferenceName: string | null;
};

function heardColumns(heard: Omit<Heard, 'heardAt'> & { readonly heardAt: Micros }) {
  const { conferenceId, conferenceName, callControlId, from, to, queue } = heard;
  return {
    source: heard.source,
    conference_id: conferenceId,
    conference_name: conferenceName,
    call_control_id: callControlId,
    call_leg_id: heard.callLegId,
    call_session_id: heard.callSessionId,
    connection_id: heard.connectionId,
    from_number: from,
    to_number: to,
    queue,
    format: heard.format,
    channels: heard.channels,
    started_at: heard.startedAt,
    ended_at: heard.endedAt,
    duration_ms: heard.durationMs,
    sort_at: sortAt(heard),
    search: searchText([conferenceName, queue, from, to]),
  };
}

function sortAt({ startedAt, heardAt }: { startedAt: Micros | null; heardAt: Micros }): Micros {
  return startedAt ?? heardAt;
}

/** Part of what people call it, or the whole of what a program calls it: of an id nobody knows a part. */
function foundBy(text: string) {
  return sql<boolean>`(${within(sql`search`, text)} or id = ${text} or conference_id = ${text} or call_control_id = ${text})`;
}

function searchText(parts: readonly (string | null)[]): string {
  return folded(parts.filter((part) => part !== null).join(' \u00b7 '));
}

function columnsOf(record: RecordingRecord) {
  const { conference, ...rest } = record;
  const heard = heardColumns({
    ...rest,
    conferenceId: conference?.id ?? null,
    conferenceName: conference?.name ?? null,
  });
  const texts = Object.fromEntries(
    Object.entries(heard).map(([name, value]) => [
      name,
      typeof value === 'string' ? storable(value) : value,
    ]),
  ) as typeof heard;
  return {
    ...texts,
    state: record.state,
    bytes: record.bytes,
    done_bytes: record.doneBytes,
    tries: record.tries,
    next_try_at: record.nextTryAt,
    problem: record.problem,
    sha256: record.sha256,
    archived_at: record.archivedAt,
    storage_key: record.storageKey,
    link_etag: record.linkEtag === null ? null : storable(record.linkEtag),
    is_held: record.hold === null ? 0 : 1,
    hold: jsonOrNull(record.hold),
    deletion: jsonOrNull(record.deletion),
    changed_at: record.changedAt,
  };
}

function jsonOrNull(value: object | null): string | null {
  return value === null ? null : storable(JSON.stringify(value));
}

function totalsOf(rows: readonly z.infer<typeof totalRow>[]): RecordingTotals {
  const of = (states: readonly RecordingState[]) =>
    rows.filter((row) => states.includes(row.state));
  const countOf = (states: readonly RecordingState[]) =>
    of(states).reduce((sum, row) => sum + row.count, 0);
  return {
    count: countOf(recordingStates.filter((state) => state !== 'deleted')),
    archived: countOf(['archived']),
    archivedBytes: of(['archived']).reduce((sum, row) => sum + row.bytes, 0),
    failed: countOf(['failed']),
    underWay: countOf(underWay),
  };
}

const json = z.string().transform((text): unknown => JSON.parse(text));
const actor = z.object({ userId: z.string(), name: z.string() });
const deed = z.object({ by: actor, reason: z.string(), at: z.int() });
const ruleDeed = z.object({ by: z.null(), keptDays: z.int(), at: z.int() });
const text = z.string().nullable();
const whole = z.int().nullable();

const totalRow = z.object({
  state: z.enum(recordingStates),
  count: z.coerce.number(),
  bytes: z.coerce.number(),
});

const peaksRow = z.object({
  peaks: json.pipe(z.object({ durationMs: z.number(), channels: z.array(z.array(z.number())) })),
});

const noteRow = z
  .object({
    id: z.string(),
    at_ms: z.int(),
    body: z.string(),
    by_id: z.string(),
    by_name: z.string(),
    at: z.int(),
  })
  .transform((row): RecordingNote => ({
    id: row.id,
    atMs: row.at_ms,
    text: row.body,
    by: { userId: row.by_id, name: row.by_name },
    at: row.at,
  }));

const recordingRecord = z
  .object({
    id: z.string(),
    source: z.enum(['conference', 'call']),
    conference_id: text,
    conference_name: text,
    call_control_id: text,
    call_leg_id: text,
    call_session_id: text,
    connection_id: text,
    from_number: text,
    to_number: text,
    queue: text,
    format: z.enum(recordingFormats).nullable(),
    channels: z.enum(recordingChannels).nullable(),
    started_at: whole,
    ended_at: whole,
    duration_ms: whole,
    heard_at: z.int(),
    is_found: z.int(),
    state: z.enum(recordingStates),
    bytes: whole,
    done_bytes: z.int(),
    tries: z.int(),
    next_try_at: whole,
    problem: z.enum(recordingProblems).nullable(),
    sha256: text,
    archived_at: whole,
    storage_key: text,
    link_etag: text,
    hold: json.pipe(deed).nullable(),
    deletion: json.pipe(z.union([deed, ruleDeed])).nullable(),
    changed_at: z.int(),
  })
  .transform((row): RecordingRecord => ({
    id: row.id,
    source: row.source,
    conference:
      row.conference_id === null ? null : { id: row.conference_id, name: row.conference_name },
    callControlId: row.call_control_id,
    callLegId: row.call_leg_id,
    callSessionId: row.call_session_id,
    connectionId: row.connection_id,
    from: row.from_number,
    to: row.to_number,
    queue: row.queue,
    format: row.format,
    channels: row.channels,
    startedAt: row.started_at,
    endedAt: row.ended_at,
    durationMs: row.duration_ms,
    heardAt: row.heard_at,
    isFound: row.is_found === 1,
    state: row.state,
    bytes: row.bytes,
    doneBytes: row.done_bytes,
    tries: row.tries,
    nextTryAt: row.next_try_at,
    problem: row.problem,
    sha256: row.sha256,
    archivedAt: row.archived_at,
    storageKey: row.storage_key,
    linkEtag: row.link_etag,
    hold: row.hold,
    deletion: row.deletion,
    changedAt: row.changed_at,
  }));
