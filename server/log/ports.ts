import type { ActivityRow } from '@/lib/contract/activity';
import type { AlertRow } from '@/lib/contract/alert';
import type { RecordingChannels, RecordingFormat } from '@/lib/contract/recording';
import type { Verdict } from '@/lib/contract/rows';
import type { Actor, DomainEvent, Numbered } from '@/lib/domain/event';
import type { CommandId, StreamKind, StreamName } from '@/lib/domain/ids';
import type { Role } from '@/lib/domain/permission';
import type { Micros } from '@/lib/domain/stamp';

/** An event of any stream, as the log keeps it. */
export type LoggedEvent = Numbered<DomainEvent>;

/** What the log keeps about one stream beside its events. */
export interface StreamRecord {
  readonly name: StreamName;
  readonly kind: StreamKind;
  /** The number of its last event; 0 before the first. */
  readonly seq: number;
  /** Whether it can still change: ended conferences and calls leave memory. */
  readonly isLive: boolean;
  /** The state after `snapshot.seq` events, in the aggregate's shape of `version`. */
  readonly snapshot: StreamSnapshot | null;
  /** What a list shows of it; null until there is something to show. */
  readonly summary: StreamSummary | null;
}

/** A stream's state at some number. */
export interface StreamSnapshot {
  readonly seq: number;
  readonly version: number;
  readonly state: unknown;
}

/** What lists sort, search and show without folding the stream. */
export interface StreamSummary {
  readonly title: string | null;
  readonly startedAt: Micros | null;
  readonly endedAt: Micros | null;
  /** The list's own row, as JSON. */
  readonly row: unknown;
}

/** A post to the webhook door that was signed and has an id, kept as it came. */
export interface DeliveryRecord {
  readonly id: string;
  readonly receivedAt: Micros;
  readonly verdict: Verdict;
  readonly eventId: string | null;
  readonly eventType: string | null;
  readonly occurredAt: Micros | null;
  readonly connectionId: string | null;
  readonly attempt: number | null;
  readonly latencyMs: number;
  readonly bytes: number;
  readonly detail: string | null;
  /** The body's text; null where nothing signed came. */
  readonly body: string | null;
}

/** The headers that a signed delivery came with, as they were; null where there was none. */
export interface RelayedHeaders {
  readonly signature: string;
  readonly timestamp: string;
  readonly contentType: string | null;
  readonly userAgent: string | null;
  /** The marks of those that forwarded it before. */
  readonly passedBy: string | null;
}

/** A signed delivery that is to be forwarded as it came. */
export interface RelayRecord {
  /** Of the delivery stored beside it. */
  readonly deliveryId: string;
  readonly receivedAt: Micros;
  /** Those of one lane are sent in the order in which they came. */
  readonly lane: string;
  readonly headers: RelayedHeaders;
  /** Its bytes, where the text of the delivery does not give them back; null where it does. */
  readonly raw: Buffer | null;
  readonly expiresAt: Micros;
}

/** How far a command has come in our own books. */
export type CommandState = 'sent' | 'accepted' | 'refused' | 'unknown';

/** Where a command came from: what activity tells of it when its outcome is known. */
export interface CommandOrigin {
  /** The role of whoever gave it. */
  readonly role: Role;
  /** The network address it was sent from. */
  readonly address: string | null;
  readonly requestId: string;
}

/** A command, written before the carrier is called. */
export interface CommandRecord {
  readonly commandId: CommandId;
  readonly actor: Actor;
  /** SHA-256 of the body, hex: the same id with another body is a mistake. */
  readonly bodyHash: string;
  readonly stream: StreamName;
  readonly state: CommandState;
  /** The numbers of the events that answer it, within its stream. */
  readonly eventSeqs: readonly number[];
  readonly createdAt: Micros;
  /** Null for those of versions that did not keep it. */
  readonly origin: CommandOrigin | null;
}

/** What is heard of a recording that the carrier has saved (DOMAIN §1.7, §2.2); null where nothing tells. */
export interface RecordingHeard {
  /** The carrier's own id of it. */
  readonly id: string;
  readonly source: 'conference' | 'call';
  readonly conferenceId: string | null;
  readonly conferenceName: string | null;
  readonly callControlId: string | null;
  readonly callLegId: string | null;
  readonly callSessionId: string | null;
  readonly connectionId: string | null;
  readonly from: string | null;
  readonly to: string | null;
  /** The queue the call came through. */
  readonly queue: string | null;
  readonly format: RecordingFormat | null;
  readonly channels: RecordingChannels | null;
  readonly startedAt: Micros | null;
  readonly endedAt: Micros | null;
  readonly durationMs: number | null;
}

/** A recording that is heard of for the first time. */
export interface NewRecording extends RecordingHeard {
  readonly heardAt: Micros;
  /** Whether a read of the carrier has shown it: no webhook announced it. */
  readonly isFound: boolean;
}

/** Work of several steps, done once whichever node takes it (ARCHITECTURE §4). */
export interface JobRecord {
  readonly kind: string;
  /** Unique within its kind: asking again while it waits only brings it forward. */
  readonly key: string;
  readonly body: unknown;
  /** Lower goes first among those that are due. */
  readonly priority: number;
  readonly dueAt: Micros;
  readonly tries: number;
}

/** An alert as it is kept: with what judging it goes on from, on whichever node. */
export interface AlertRecord extends AlertRow {
  /** Since when it has been calm below the warning, and below critical; null while it is not (TA3). */
  readonly warningCalmSince: Micros | null;
  readonly criticalCalmSince: Micros | null;
  /** How often it was told of to the webhook. */
  readonly told: number;
}

/** Writes and locked reads inside one transaction. */
export interface StoreTransaction {
  /** Takes the carrier event ids that were never taken before, and says which those are. */
  claimEventIds(
    ids: readonly { readonly id: string; readonly receivedAt: Micros }[],
  ): Promise<ReadonlySet<string>>;
  /**
   * Locks the streams in the order given, making those that are missing, and returns them; those
   * that `inMemory` has come without their snapshot, which nobody would read.
   */
  lockStreams(
    names: readonly StreamName[],
    inMemory?: { has(name: StreamName): boolean },
  ): Promise<readonly StreamRecord[]>;
  /** The events of a stream after a number, oldest first. */
  eventsAfter(name: StreamName, seq: number): Promise<readonly LoggedEvent[]>;
  insertEvents(
    events: readonly { readonly stream: StreamName; readonly event: LoggedEvent }[],
  ): Promise<void>;
  /**
   * Writes liveness, summary, and the snapshot where there is a new one (null keeps the old). The
   * number of a stream that has events is that of its last; it need not be saved for each.
   */
  saveStreams(streams: readonly StreamRecord[]): Promise<void>;
  insertDeliveries(deliveries: readonly DeliveryRecord[]): Promise<void>;
  /** Adds webhooks to be forwarded, beside their deliveries. */
  insertRelays(relays: readonly RelayRecord[]): Promise<void>;
  /** Adds lines of activity; nothing changes one afterwards. */
  insertActivity(rows: readonly ActivityRow[]): Promise<void>;
  /** Adds recordings; one that is known already stays as it is. */
  insertRecordings(recordings: readonly NewRecording[]): Promise<void>;
  /** Inserts, or returns the command that has this id already. */
  claimCommand(command: CommandRecord): Promise<CommandRecord | null>;
  saveCommand(
    commandId: CommandId,
    state: CommandState,
    eventSeqs: readonly number[],
  ): Promise<void>;
  /** The alerts of a queue that are not resolved, at most one for each measure. */
  openAlerts(queue: string): Promise<readonly AlertRecord[]>;
  readAlert(id: string): Promise<AlertRecord | null>;
  /** Writes alerts, new or known; a second open one of the same queue and measure is an error. */
  saveAlerts(alerts: readonly AlertRecord[]): Promise<void>;
  /** Adds jobs; one that waits already keeps its body, the earlier due time and the lower priority. */
  addJobs(jobs: readonly JobRecord[]): Promise<void>;
  /** Tells the other nodes which streams moved, when the transaction commits. */
  notifyMoved(
    streams: readonly { readonly name: StreamName; readonly seq: number }[],
  ): Promise<void>;
}

/** A page of a list, by an opaque cursor. */
export interface PageOf<T> {
  readonly items: readonly T[];
  readonly nextCursor: string | null;
}

/** Everything Rostrum keeps. Reads run beside the writer and see what is committed. */
export interface Store {
  /** Runs `work` in one durable transaction; rolled back when it throws. One at a time per process. */
  transact<T>(work: (tx: StoreTransaction) => Promise<T>): Promise<T>;

  readStream(name: StreamName): Promise<StreamRecord | null>;
  /** Events in the order of their numbers; `before` takes the newest below it; `types` none = all. */
  readEvents(
    name: StreamName,
    range: {
      readonly after?: number | undefined;
      readonly before?: number | undefined;
      readonly limit: number;
      readonly types?: readonly string[] | undefined;
    },
  ): Promise<readonly LoggedEvent[]>;
  /** The live streams of a kind. */
  liveStreams(kind: StreamKind): Promise<readonly StreamRecord[]>;
  /** The numbers of the named streams: what a node compares to learn what it missed. */
  streamSeqs(names: readonly StreamName[]): Promise<ReadonlyMap<StreamName, number>>;
  /** Summaries of ended streams, the last to end first; `q` searches the title, case-insensitive. */
  endedStreams(
    kind: StreamKind,
    page: {
      readonly q?: string | undefined;
      readonly cursor?: string | undefined;
      readonly limit: number;
    },
  ): Promise<PageOf<StreamRecord>>;

  readCommand(commandId: CommandId): Promise<CommandRecord | null>;
  /** Commands left `sent`, oldest first: after a crash their outcome is unknown. */
  sentCommands(): Promise<readonly CommandRecord[]>;

  /** The newest deliveries first. */
  listDeliveries(page: {
    readonly verdict?: Verdict | undefined;
    readonly eventType?: string | undefined;
    /** Only those of this connection, or only those of others. */
    readonly connection?: { readonly id: string; readonly isOurs: boolean } | undefined;
    readonly cursor?: string | undefined;
    readonly limit: number;
  }): Promise<PageOf<DeliveryRecord>>;

  /** Leases the due job of these kinds that goes first, for `leaseMs`, counting the try; or null. */
  leaseJob(kinds: readonly string[], now: Micros, leaseMs: number): Promise<JobRecord | null>;
  /** The job is done. If it was asked for again meanwhile, it stays, due as asked. */
  finishJob(kind: string, key: string): Promise<void>;
  /** Keeps the lease of a job that takes long for `leaseMs` from now. False where it is somebody else's by now. */
  renewLease(kind: string, key: string, now: Micros, leaseMs: number): Promise<boolean>;
  /** Gives the job back to be done at `dueAt`. */
  postponeJob(kind: string, key: string, dueAt: Micros): Promise<void>;
  /** When the next job of these kinds is due, or null. */
  nextJobDueAt(kinds: readonly string[]): Promise<Micros | null>;

  /**
   * Deletes deliveries, activity, resolved alerts, and ended streams with their events, that are older than
   * this. Returns how many rows.
   */
  deleteOlderThan(before: Micros): Promise<number>;

  /** Calls back when another node has moved streams; with one process, never. Returns how to stop. */
  onMoved(
    listener: (moved: readonly { readonly name: StreamName; readonly seq: number }[]) => void,
  ): () => void;
  /** Whether a write would succeed now; throws what is wrong. */
  check(): Promise<void>;
  close(): Promise<void>;
}
