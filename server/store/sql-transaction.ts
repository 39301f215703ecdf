import type { ActivityRow } from '@/lib/contract/activity';
import { type CommandId, type StreamName, streamOf } from '@/lib/domain/ids';
import type { Micros } from '@/lib/domain/stamp';
import type {
  AlertRecord,
  CommandRecord,
  CommandState,
  DeliveryRecord,
  JobRecord,
  LoggedEvent,
  NewRecording,
  RelayRecord,
  StoreTransaction,
  StreamRecord,
} from '@/server/log/ports';
import { activityRowOf } from './activity-table';
import { openAlerts, readAlert, saveAlert } from './alert-table';
import type { KnownRows } from './known-rows';
import type { MovedChannel } from './moved-channel';
import { newRecordingRow } from './recording-table';
import * as inserts from './row-inserts';
import { commandOf, type StreamRow } from './rows';
import { type Queries, type SqlEngine, storable } from './sql-engine';
import {
  eventRowOf,
  lockStreamRows,
  savedStreamRowOf,
  selectEvents,
  selectSnapshots,
  selectStreams,
} from './stream-table';

/** What a transaction works with. */
interface Surroundings {
  readonly engine: SqlEngine;
  readonly channel: MovedChannel;
  readonly now: () => Micros;
  /** What need not be read again; null where others write too. */
  readonly known: KnownRows | null;
}

/** The port's transaction over one connection on which a transaction has begun. */
export class SqlTransaction implements StoreTransaction {
  readonly #connection: Queries;
  readonly #engine: SqlEngine;
  readonly #channel: MovedChannel;
  readonly #now: () => Micros;
  readonly #known: KnownRows | null;
  /** The streams this transaction has locked, as they stand in it. */
  readonly rows = new Map<StreamName, StreamRow>();

  constructor(connection: Queries, { engine, channel, now, known }: Surroundings) {
    this.#connection = connection;
    this.#engine = engine;
    this.#channel = channel;
    this.#now = now;
    this.#known = known;
  }

  async claimEventIds(
    ids: readonly { readonly id: string; readonly receivedAt: Micros }[],
  ): Promise<ReadonlySet<string>> {
    // In one order on every node: the second to take an id waits for the first.
    const rows = ids
      .map(({ id, receivedAt }) => ({ id, received_at: receivedAt }))
      .sort((a, b) => (a.id < b.id ? -1 : 1));
    const taken = new Set(
      await this.#engine.insertRows(this.#connection, inserts.claimEventIds, rows),
    );
    return new Set(ids.map(({ id }) => id).filter((id) => taken.has(storable(id))));
  }

  /** `inMemory` has the streams whose snapshot is not wanted: their records come with none. */
  async lockStreams(
    names: readonly StreamName[],
    inMemory?: { has(name: StreamName): boolean },
  ): Promise<readonly StreamRecord[]> {
    const rows = await this.#lock([...new Set(names)]);
    const wanted = rows.filter(({ name }) => inMemory?.has(name) !== true).map(({ row }) => row.id);
    const snapshots = await selectSnapshots(this.#connection, wanted);
    return rows.map(({ name, row: { id, record } }) => ({
      ...record,
      name,
      snapshot: snapshots.get(id) ?? null,
    }));
  }

  async #lock(names: readonly StreamName[]): Promise<{ name: StreamName; row: StreamRow }[]> {
    const unknown = names.filter((name) => this.#known?.get(name) === undefined);
    const read = new Map((await this.#read(unknown)).map(({ name, row }) => [name, row]));
    return names.map((name) => {
      const row = read.get(name) ?? this.rows.get(name) ?? this.#known?.get(name);
      if (row === undefined) throw new Error(`The stream ${name} was made and is not there`);
      this.rows.set(name, row);
      return { name, row };
    });
  }

  async #read(names: readonly StreamName[]): Promise<{ name: StreamName; row: StreamRow }[]> {
    if (names.length === 0) return [];
    let found = await this.#rowsByName(names);
    const missing = names.filter((name) => !found.has(storable(name)));
    // What is missing is made first and only then all is locked, in one order: no two transactions
    // can each hold what the other waits for.
    if (missing.length > 0) await this.#make(missing);
    await lockStreamRows(this.#connection, this.#engine, names);
    // Read by a statement of its own: one that waited for a lock does not see the events that were
    // added meanwhile.
    if (missing.length > 0 || this.#engine.locksRows) found = await this.#rowsByName(names);
    return names.flatMap((name) => {
      const row = found.get(storable(name));
      return row === undefined ? [] : [{ name, row }];
    });
  }

  async #rowsByName(names: readonly StreamName[]) {
    const rows = await selectStreams(this.#connection, this.#engine, names);
    return new Map<string, StreamRow>(rows.map((row) => [row.record.name, row]));
  }

  async #make(names: readonly StreamName[]): Promise<void> {
    const rows = names.map((name) => {
      const kind = streamOf(name)?.kind;
      if (kind === undefined) throw new Error(`No stream is called ${name}`);
      return { name, kind, seq: 0, is_live: 1 };
    });
    await this.#engine.insertRows(this.#connection, inserts.makeStreams, rows);
  }

  async #idsOf(names: readonly StreamName[]): Promise<(name: StreamName) => number> {
    await this.#lock([...new Set(names)].filter((name) => !this.rows.has(name)));
    return (name) => {
      const id = this.rows.get(name)?.id;
      if (id === undefined) throw new Error(`The stream ${name} is not locked`);
      return id;
    };
  }

  eventsAfter(name: StreamName, seq: number): Promise<readonly LoggedEvent[]> {
    return selectEvents(this.#connection, name, { after: seq });
  }

  async insertEvents(
    events: readonly { readonly stream: StreamName; readonly event: LoggedEvent }[],
  ): Promise<void> {
    const idOf = await this.#idsOf(events.map(({ stream }) => stream));
    const rows = events.map(({ stream, event }) => eventRowOf(idOf(stream), event));
    await this.#engine.insertRows(this.#connection, inserts.insertEvents, rows);
    for (const { stream, event } of events) this.#moveTo(stream, event.seq);
  }

  #moveTo(name: StreamName, seq: number): void {
    const row = this.rows.get(name);
    if (row === undefined || row.record.seq >= seq) return;
    this.rows.set(name, { ...row, record: { ...row.record, seq } });
  }

  async saveStreams(streams: readonly StreamRecord[]): Promise<void> {
    // PostgreSQL writes a row once per statement: of two records of one stream the later stands.
    const latest = [...new Map(streams.map((stream) => [stream.name, stream])).values()];
    const idOf = await this.#idsOf(latest.map(({ name }) => name));
    const now = this.#now();
    const rows = latest.map((stream) => savedStreamRowOf(idOf(stream.name), stream, now));
    await this.#engine.insertRows(this.#connection, inserts.saveStreams, rows);
    for (const { name, kind, seq, isLive, summary } of latest) {
      const record = { name, kind, seq, isLive, summary };
      this.rows.set(name, { id: idOf(name), idleSince: null, record });
    }
    const snapshots = latest.flatMap(({ name, snapshot }) =>
      snapshot === null
        ? []
        : {
            stream_id: idOf(name),
            seq: snapshot.seq,
            version: snapshot.version,
            state: JSON.stringify(snapshot.state ?? null),
          },
    );
    if (snapshots.length > 0)
      await this.#engine.insertRows(this.#connection, inserts.saveSnapshots, snapshots);
  }

  async insertDeliveries(deliveries: readonly DeliveryRecord[]): Promise<void> {
    const rows = deliveries.map((delivery) => ({
      id: delivery.id,
      received_at: delivery.receivedAt,
      verdict: delivery.verdict,
      event_id: delivery.eventId,
      event_type: delivery.eventType,
      occurred_at: delivery.occurredAt,
      connection_id: delivery.connectionId,
      attempt: delivery.attempt,
      latency_ms: delivery.latencyMs,
      bytes: delivery.bytes,
      detail: delivery.detail,
      body: delivery.body,
    }));
    await this.#engine.insertRows(this.#connection, inserts.insertDeliveries, rows);
  }

  async insertRelays(relays: readonly RelayRecord[]): Promise<void> {
    const rows = relays.map(({ deliveryId, receivedAt, lane, headers, raw, expiresAt }) => ({
      delivery_id: deliveryId,
      received_at: receivedAt,
      lane,
      headers: JSON.stringify(headers),
      raw: raw?.toString('base64') ?? null,
      expires_at: expiresAt,
      due_at: receivedAt,
      tries: 0,
    }));
    await this.#engine.insertRows(this.#connection, inserts.insertRelays, rows);
  }

  async insertActivity(activity: readonly ActivityRow[]): Promise<void> {
    const rows = activity.map(activityRowOf);
    await this.#engine.insertRows(this.#connection, inserts.insertActivity, rows);
  }

  async insertRecordings(recordings: readonly NewRecording[]): Promise<void> {
    const rows = recordings.map(newRecordingRow);
    await this.#engine.insertRows(this.#connection, inserts.insertRecordings, rows);
  }

  async claimCommand(command: CommandRecord): Promise<CommandRecord | null> {
    const row = {
      command_id: command.commandId,
      actor: JSON.stringify(command.actor),
      body_hash: command.bodyHash,
      stream: command.stream,
      state: command.state,
      event_seqs: JSON.stringify(command.eventSeqs),
      created_at: command.createdAt,
      origin: command.origin === null ? null : JSON.stringify(command.origin),
    };
    const taken = await this.#engine.insertRows(this.#connection, inserts.claimCommand, [row]);
    if (taken.length > 0) return null;
    const before = await this.#connection
      .selectFrom('command')
      .selectAll()
      .where('command_id', '=', storable(command.commandId))
      .executeTakeFirstOrThrow();
    return commandOf(before);
  }

  async saveCommand(
    commandId: CommandId,
    state: CommandState,
    eventSeqs: readonly number[],
  ): Promise<void> {
    await this.#connection
      .updateTable('command')
      .set({ state, event_seqs: JSON.stringify(eventSeqs) })
      .where('command_id', '=', storable(commandId))
      .execute();
  }

  openAlerts(queue: string): Promise<readonly AlertRecord[]> {
    return openAlerts(this.#connection, queue);
  }

  readAlert(id: string): Promise<AlertRecord | null> {
    return readAlert(this.#connection, id);
  }

  async saveAlerts(alerts: readonly AlertRecord[]): Promise<void> {
    for (const alert of alerts) await saveAlert(this.#connection, alert);
  }

  async addJobs(jobs: readonly JobRecord[]): Promise<void> {
    const rows = mergedJobs(jobs).map(({ kind, key, body, priority, dueAt, tries }) => {
      return { kind, key, body: JSON.stringify(body ?? null), priority, due_at: dueAt, tries };
    });
    await this.#engine.insertRows(this.#connection, inserts.addJobs, rows);
  }

  async notifyMoved(
    streams: readonly { readonly name: StreamName; readonly seq: number }[],
  ): Promise<void> {
    if (!this.#channel.isHeard || streams.length === 0) return;
    const idOf = await this.#idsOf(streams.map(({ name }) => name));
    const moved = streams.map(({ name, seq }) => ({ id: idOf(name), seq }));
    await this.#channel.notify(this.#connection, moved);
  }
}

// One row per job, in one order on every node; asked for twice, as if the first had been waiting.
function mergedJobs(jobs: readonly JobRecord[]): JobRecord[] {
  const merged = new Map<string, JobRecord>();
  for (const job of jobs) {
    const id = JSON.stringify([job.kind, job.key]);
    const first = merged.get(id);
    merged.set(id, {
      ...(first ?? job),
      priority: Math.min(job.priority, first?.priority ?? job.priority),
      dueAt: Math.min(job.dueAt, first?.dueAt ?? job.dueAt),
    });
  }
  return [...merged].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, job]) => job);
}
