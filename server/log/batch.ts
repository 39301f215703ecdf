import { randomUUID } from 'node:crypto';
import type { ActivityRow } from '@/lib/contract/activity';
import type { Actor, DomainEvent, EventSource } from '@/lib/domain/event';
import { type CommandId, type StreamKind, type StreamName, streamOf } from '@/lib/domain/ids';
import type { Micros } from '@/lib/domain/stamp';
import { folds, type StateOf } from './folds';
import type {
  CommandRecord,
  CommandState,
  DeliveryRecord,
  JobRecord,
  LoggedEvent,
  NewRecording,
  RecordingHeard,
  RelayRecord,
  StoreTransaction,
  StreamRecord,
} from './ports';

const eventsBetweenSnapshots = 250;
const worthASnapshotAtItsEnd = 50;

/** A stream in memory. */
export interface Hot {
  readonly seq: number;
  readonly state: unknown;
  readonly snapshotSeq: number;
  readonly isLive: boolean;
}

/** A stream that a commit moved: its state before and after, and the events in between. */
export interface Moved extends Hot {
  readonly name: StreamName;
  /** All since `before`: what other nodes wrote meanwhile stands ahead of what this commit wrote. */
  readonly events: readonly LoggedEvent[];
  /** Null when it was not in memory. */
  readonly before: unknown;
}

/** An event before it has its number. */
export interface Draft {
  readonly event: DomainEvent;
  readonly source: EventSource;
  /** The carrier's event id, or none for one of our making. */
  readonly id?: string;
  readonly actor?: Actor | null;
  readonly commandId?: CommandId | null;
  /** The carrier's clock; null where it is not the carrier that tells. */
  readonly occurredAt: Micros | null;
}

/** What a piece of work may see and do inside the commit; nothing in it waits. */
export interface Batch {
  readonly now: Micros;
  /** Whether the carrier's event id was never taken before; true for one piece of work only. */
  isNew(eventId: string): boolean;
  /** The command that had the claimed id already; null for the one piece of work whose claim it is. */
  claimedBefore(commandId: CommandId): CommandRecord | null;
  /** The number of the stream's last event; 0 when there has never been one. */
  seqOf(name: StreamName): number;
  /** The state, with all that earlier work of this commit has appended. */
  stateOf<N extends StreamName>(name: N): StateOf<N>;
  append(name: StreamName, drafts: readonly Draft[]): readonly LoggedEvent[];
  addDelivery(delivery: DeliveryRecord): void;
  addRelay(relay: RelayRecord): void;
  addActivity(row: ActivityRow): void;
  /** One that is known already stays as it is. `isFound`: no webhook announced it. */
  addRecording(heard: RecordingHeard, isFound: boolean): void;
  addJob(job: Omit<JobRecord, 'tries'>): void;
  saveCommand(commandId: CommandId, state: CommandState, eventSeqs: readonly number[]): void;
}

/** A piece of work that shares a commit with others: which streams it needs, and what it does. */
export interface Work<T> {
  readonly streams: readonly StreamName[];
  /** More streams, told by the states of the calls it named. */
  readonly follow?: (stateOf: Batch['stateOf']) => readonly StreamName[];
  /** The carrier's event id it wants to be the first to take. */
  readonly eventId?: string;
  readonly claim?: CommandRecord;
  readonly run: (batch: Batch) => T;
}

interface Memory {
  readonly hot: ReadonlyMap<StreamName, Hot>;
  readonly now: () => Micros;
}

/** Does all the work in one transaction: locks in one order, runs, writes. */
export async function commitBatch(
  tx: StoreTransaction,
  memory: Memory,
  works: readonly Work<unknown>[],
): Promise<{ results: unknown[]; moved: readonly Moved[]; hasJobs: boolean }> {
  const batch = new OpenBatch(tx, memory);
  await batch.claim(works);
  await batch.open(works);
  const results = works.map((work) => work.run(batch));
  return { results, ...(await batch.write()) };
}

interface Opened extends Hot {
  readonly kind: StreamKind;
  readonly key: string;
  readonly record: StreamRecord;
  readonly before: unknown;
  /** Events of other nodes that memory had not heard of. */
  readonly missed: readonly LoggedEvent[];
  readonly events: readonly LoggedEvent[];
}

class OpenBatch implements Batch {
  readonly now: Micros;
  private readonly tx: StoreTransaction;
  private readonly hot: ReadonlyMap<StreamName, Hot>;
  private readonly fresh = new Set<string>();
  private readonly claims = new Map<CommandId, CommandRecord>();
  private readonly claimed = new Map<CommandId, CommandRecord>();
  private readonly opened = new Map<StreamName, Opened>();
  private readonly deliveries: DeliveryRecord[] = [];
  private readonly relays: RelayRecord[] = [];
  private readonly activity: ActivityRow[] = [];
  private readonly recordings: NewRecording[] = [];
  private readonly jobs: JobRecord[] = [];
  private readonly commands: { id: CommandId; state: CommandState; seqs: readonly number[] }[] = [];

  constructor(tx: StoreTransaction, memory: Memory) {
    this.tx = tx;
    this.hot = memory.hot;
    this.now = memory.now();
  }

  async claim(works: readonly Work<unknown>[]): Promise<void> {
    const ids = [...new Set(works.flatMap(({ eventId }) => eventId ?? []))];
    if (ids.length > 0) {
      const rows = ids.map((id) => ({ id, receivedAt: this.now }));
      for (const id of await this.tx.claimEventIds(rows)) this.fresh.add(id);
    }
    for (const { claim } of works) {
      if (claim === undefined || this.claims.has(claim.commandId)) continue;
      const before = await this.tx.claimCommand(claim);
      if (before === null) this.claims.set(claim.commandId, claim);
      else this.claimed.set(claim.commandId, before);
    }
  }

  /** Locks calls first, then what they lead to: the one order all transactions keep. */
  async open(works: readonly Work<unknown>[]): Promise<void> {
    const named = works.flatMap((work) => work.streams);
    await this.lock(named.filter((name) => name.startsWith('call:')));
    const followed = works.flatMap((work) => work.follow?.((name) => this.stateOf(name)) ?? []);
    await this.lock([...named, ...followed]);
  }

  private async lock(names: readonly StreamName[]): Promise<void> {
    const missing = [...new Set(names)].filter((name) => !this.opened.has(name)).sort();
    if (missing.length === 0) return;
    for (const record of await this.tx.lockStreams(missing, this.hot)) {
      this.opened.set(record.name, await this.load(record));
    }
  }

  private async load(record: StreamRecord): Promise<Opened> {
    const parts = streamOf(record.name);
    if (parts === null) throw new Error(`No stream is called ${record.name}`);
    const { kind, key } = parts;
    const fold = folds[kind];
    const known = this.hot.get(record.name);
    const snapshot = record.snapshot?.version === fold.version ? record.snapshot : null;
    let seq = known?.seq ?? snapshot?.seq ?? 0;
    let state = known?.state ?? snapshot?.state ?? fold.initial(key);
    const later = seq < record.seq ? await this.tx.eventsAfter(record.name, seq) : [];
    for (const event of later) {
      state = fold.evolve(state, event);
      seq = event.seq;
    }
    const snapshotSeq = known?.snapshotSeq ?? snapshot?.seq ?? 0;
    const before = known?.state ?? null;
    let missed: readonly LoggedEvent[] = known === undefined ? [] : later;
    // Another node began it and this one has not heard yet: who follows here is told from the start.
    if (known === undefined && record.isLive && record.seq > 0)
      missed = await this.tx.eventsAfter(record.name, 0);
    return { kind, key, record, seq, state, snapshotSeq, isLive: true, before, missed, events: [] };
  }

  isNew(eventId: string): boolean {
    // Two deliveries of one event may share a commit: the first takes it.
    return this.fresh.delete(eventId);
  }

  claimedBefore(commandId: CommandId): CommandRecord | null {
    const before = this.claimed.get(commandId);
    if (before !== undefined) return before;
    // Two works of one commit may claim one id: it is the first one's, and known to the second.
    const claim = this.claims.get(commandId);
    if (claim !== undefined) this.claimed.set(commandId, claim);
    return null;
  }

  seqOf(name: StreamName): number {
    return this.require(name).seq;
  }

  stateOf<N extends StreamName>(name: N): StateOf<N> {
    return this.require(name).state as StateOf<N>;
  }

  append(name: StreamName, drafts: readonly Draft[]): readonly LoggedEvent[] {
    const stream = this.require(name);
    let { seq, state } = stream;
    const events = drafts.map((draft): LoggedEvent => {
      seq += 1;
      const event = this.numbered(seq, draft);
      state = folds[stream.kind].evolve(state, event);
      return event;
    });
    this.opened.set(name, { ...stream, seq, state, events: [...stream.events, ...events] });
    return events;
  }

  addDelivery(delivery: DeliveryRecord): void {
    this.deliveries.push(delivery);
  }

  addRelay(relay: RelayRecord): void {
    this.relays.push(relay);
  }

  addActivity(row: ActivityRow): void {
    this.activity.push(row);
  }

  addRecording(heard: RecordingHeard, isFound: boolean): void {
    this.recordings.push({ ...heard, isFound, heardAt: this.now });
  }

  addJob(job: Omit<JobRecord, 'tries'>): void {
    this.jobs.push({ ...job, tries: 0 });
  }

  saveCommand(id: CommandId, state: CommandState, seqs: readonly number[]): void {
    this.commands.push({ id, state, seqs });
  }

  async write(): Promise<{ moved: readonly Moved[]; hasJobs: boolean }> {
    const changed = [...this.opened].filter(([, stream]) => stream.events.length > 0);
    const finished = changed.map(([name, stream]) => ({ name, ...this.finished(stream) }));
    if (changed.length > 0) {
      await this.tx.insertEvents(
        changed.flatMap(([stream, { events }]) => events.map((event) => ({ stream, event }))),
      );
      const due = finished.flatMap(({ record }) => record ?? []);
      if (due.length > 0) await this.tx.saveStreams(due);
      await this.tx.notifyMoved(finished.map(({ name, moved }) => ({ name, seq: moved.seq })));
    }
    if (this.deliveries.length > 0) await this.tx.insertDeliveries(this.deliveries);
    if (this.relays.length > 0) await this.tx.insertRelays(this.relays);
    if (this.activity.length > 0) await this.tx.insertActivity(this.activity);
    if (this.recordings.length > 0) await this.tx.insertRecordings(this.recordings);
    for (const { id, state, seqs } of this.commands) await this.tx.saveCommand(id, state, seqs);
    if (this.jobs.length > 0) await this.tx.addJobs(this.jobs);
    return { moved: finished.map(({ moved }) => moved), hasJobs: this.jobs.length > 0 };
  }

  private finished(stream: Opened): { record: StreamRecord | null; moved: Moved } {
    const { kind, seq, state, before } = stream;
    const fold = folds[kind];
    const { name } = stream.record;
    const isLive = fold.isLive(state);
    const hasEnded = stream.record.isLive && !isLive && seq > worthASnapshotAtItsEnd;
    const isDue = seq - stream.snapshotSeq >= eventsBetweenSnapshots || hasEnded;
    const snapshot = isDue ? { seq, version: fold.version, state } : null;
    // While a stream lives its summary is told from memory, and its number is its last event's.
    const isUnchanged = isLive && stream.record.isLive && snapshot === null;
    const snapshotSeq = snapshot?.seq ?? stream.snapshotSeq;
    const events = [...stream.missed, ...stream.events];
    return {
      record: isUnchanged
        ? null
        : { name, kind, seq, isLive, snapshot, summary: fold.summary(state) },
      moved: { name, seq, state, events, before, isLive, snapshotSeq },
    };
  }

  private numbered(seq: number, draft: Draft): LoggedEvent {
    return {
      seq,
      id: draft.id ?? randomUUID(),
      version: 1,
      source: draft.source,
      actor: draft.actor ?? null,
      commandId: draft.commandId ?? null,
      occurredAt: draft.occurredAt,
      receivedAt: this.now,
      ...draft.event,
    };
  }

  private require(name: StreamName): Opened {
    const stream = this.opened.get(name);
    if (stream === undefined) throw new Error(`The work did not name ${name} among its streams`);
    return stream;
  }
}
