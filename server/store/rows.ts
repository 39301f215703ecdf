import { z } from 'zod';
import type { EventSource } from '@/lib/domain/event';
import { type CommandId, type StreamKind, type StreamName, streamOf } from '@/lib/domain/ids';
import { roles } from '@/lib/domain/permission';
import type {
  CommandRecord,
  CommandState,
  DeliveryRecord,
  JobRecord,
  LoggedEvent,
  StreamRecord,
  StreamSnapshot,
} from '@/server/log/ports';
import { StoreError } from './store-error';

const json = z.string().transform((text): unknown => JSON.parse(text));
const micros = z.int();
const kinds = {
  conference: true,
  queue: true,
  call: true,
  creation: true,
  supervision: true,
  dial: true,
} satisfies Record<StreamKind, true>;
const sources = {
  carrier: true,
  command: true,
  reconcile: true,
  rostrum: true,
} satisfies Record<EventSource, true>;
const states = {
  sent: true,
  accepted: true,
  refused: true,
  unknown: true,
} satisfies Record<CommandState, true>;
const verdicts = {
  stored: true,
  repeat: true,
  unreadable: true,
  'version-1': true,
  'unknown-type': true,
  'bad-signature': true,
  'missing-signature': true,
  stale: true,
  'not-json': true,
  'too-large': true,
} satisfies Record<DeliveryRecord['verdict'], true>;

function oneOf<K extends string>(words: Readonly<Record<K, true>>) {
  return z.enum(Object.keys(words) as [K, ...K[]]);
}

const commandId = z.string().transform((id) => id as CommandId);
const streamName = z
  .string()
  .refine((name) => streamOf(name) !== null)
  .transform((name) => name as StreamName);
const actor = json.pipe(z.object({ userId: z.string(), name: z.string() }));

const streamRow = z.object({
  id: z.int(),
  name: streamName,
  kind: oneOf(kinds),
  seq: z.int(),
  is_live: z.int(),
  idle_since: micros.nullable(),
  title: z.string().nullable(),
  started_at: micros.nullable(),
  ended_at: micros.nullable(),
  summary_row: json.nullable(),
});

/** A stream's row, its snapshot kept elsewhere. */
export interface StreamRow {
  readonly id: number;
  readonly idleSince: number | null;
  readonly record: Omit<StreamRecord, 'snapshot'>;
}

/** Reads a row of `stream`. */
export function streamRowOf(row: unknown): StreamRow {
  const { id, name, kind, seq, is_live, idle_since, title, started_at, ended_at, summary_row } =
    parsed(streamRow, row);
  const summary =
    summary_row === null
      ? null
      : { title, startedAt: started_at, endedAt: ended_at, row: summary_row };
  return { id, idleSince: idle_since, record: { name, kind, seq, isLive: is_live === 1, summary } };
}

const snapshotRow = z.object({
  stream_id: z.int(),
  seq: z.int(),
  version: z.int(),
  state: json,
});

/** Reads a row of `snapshot`. */
export function snapshotOf(row: unknown): { streamId: number; snapshot: StreamSnapshot } {
  const { stream_id, ...snapshot } = parsed(snapshotRow, row);
  return { streamId: stream_id, snapshot };
}

const eventRow = z
  .object({
    seq: z.int(),
    id: z.string(),
    version: z.int(),
    type: z.string(),
    source: oneOf(sources),
    actor: actor.nullable(),
    command_id: commandId.nullable(),
    occurred_at: micros.nullable(),
    received_at: micros,
    data: json.refine((data): data is object => typeof data === 'object' && data !== null),
  })
  .transform(({ command_id, occurred_at, received_at, ...event }): LoggedEvent => ({
    ...event,
    commandId: command_id,
    occurredAt: occurred_at,
    receivedAt: received_at,
  }));

/** Reads a row of `event`. */
export function eventOf(row: unknown): LoggedEvent {
  return parsed(eventRow, row);
}

const deliveryRow = z
  .object({
    id: z.string(),
    received_at: micros,
    verdict: oneOf(verdicts),
    event_id: z.string().nullable(),
    event_type: z.string().nullable(),
    occurred_at: micros.nullable(),
    connection_id: z.string().nullable(),
    attempt: z.int().nullable(),
    latency_ms: z.number(),
    bytes: z.int(),
    detail: z.string().nullable(),
    body: z.string().nullable(),
  })
  .transform((row): DeliveryRecord => ({
    id: row.id,
    receivedAt: row.received_at,
    verdict: row.verdict,
    eventId: row.event_id,
    eventType: row.event_type,
    occurredAt: row.occurred_at,
    connectionId: row.connection_id,
    attempt: row.attempt,
    latencyMs: row.latency_ms,
    bytes: row.bytes,
    detail: row.detail,
    body: row.body,
  }));

/** Reads a row of `delivery`. */
export function deliveryOf(row: unknown): DeliveryRecord {
  return parsed(deliveryRow, row);
}

const commandRow = z
  .object({
    command_id: commandId,
    actor,
    body_hash: z.string(),
    stream: streamName,
    state: oneOf(states),
    event_seqs: json.pipe(z.array(z.int())),
    created_at: micros,
    origin: json
      .pipe(
        z.object({
          role: z.enum(roles),
          address: z.string().nullable(),
          requestId: z.string(),
        }),
      )
      .nullable(),
  })
  .transform((row): CommandRecord => ({
    commandId: row.command_id,
    actor: row.actor,
    bodyHash: row.body_hash,
    stream: row.stream,
    state: row.state,
    eventSeqs: row.event_seqs,
    createdAt: row.created_at,
    origin: row.origin,
  }));

/** Reads a row of `command`. */
export function commandOf(row: unknown): CommandRecord {
  return parsed(commandRow, row);
}

const jobRow = z
  .object({
    kind: z.string(),
    key: z.string(),
    body: json,
    priority: z.int(),
    due_at: micros,
    tries: z.int(),
  })
  .transform(({ due_at, ...job }): JobRecord => ({ ...job, dueAt: due_at }));

/** Reads a row of `job`. */
export function jobOf(row: unknown): JobRecord {
  return parsed(jobRow, row);
}

/** A row read by its schema; throws `StoreError` for one that is not what was written. */
export function parsed<T>(schema: z.ZodType<T>, row: unknown): T {
  try {
    return schema.parse(row);
  } catch (error) {
    const reason = error instanceof z.ZodError ? z.prettifyError(error) : String(error);
    throw new StoreError('corrupt', `A row is not what was written: ${reason}`, { cause: error });
  }
}
