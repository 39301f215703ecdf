import type { CommandId, StreamKind, StreamName } from '@/lib/domain/ids';
import type {
  CommandRecord,
  DeliveryRecord,
  JobRecord,
  LoggedEvent,
  StoreTransaction,
  StreamRecord,
} from '@/server/log/ports';

/** A conference's stream. */
export const town: StreamName = 'conference:town-hall';
/** A call's stream. */
export const ada: StreamName = 'call:ada';

/** An event with the given number. */
export function eventNumber(seq: number, change: Partial<LoggedEvent> = {}): LoggedEvent {
  return {
    seq,
    id: `event-${seq}`,
    version: 1,
    source: 'carrier',
    actor: null,
    commandId: null,
    occurredAt: 1_700_000_000_000_000 + seq,
    receivedAt: 1_700_000_000_500_000 + seq,
    type: 'participant.joined',
    data: { callControlId: 'ada' },
    ...change,
  };
}

/** A live stream without a summary or a new snapshot. */
export function streamAt(
  name: StreamName,
  seq: number,
  change: Partial<StreamRecord> = {},
): StreamRecord {
  const kind = name.slice(0, name.indexOf(':')) as StreamKind;
  return { name, kind, seq, isLive: true, snapshot: null, summary: null, ...change };
}

/** A stream that ended at `endedAt` under a title. */
export function endedStream(name: StreamName, title: string | null, endedAt: number): StreamRecord {
  const summary = { title, startedAt: endedAt - 10, endedAt, row: { title } };
  return streamAt(name, 1, { isLive: false, summary });
}

/** A stored delivery. */
export function deliveryOf(id: string, change: Partial<DeliveryRecord> = {}): DeliveryRecord {
  return {
    id,
    receivedAt: 1000,
    verdict: 'stored',
    eventId: `event-of-${id}`,
    eventType: 'call.answered',
    occurredAt: 900,
    connectionId: 'ours',
    attempt: 1,
    latencyMs: 1.25,
    bytes: 42,
    detail: null,
    body: '{"data":{}}',
    ...change,
  };
}

/** A command just sent. */
export function commandOf(id: string, change: Partial<CommandRecord> = {}): CommandRecord {
  return {
    commandId: id as CommandId,
    actor: { userId: 'grace', name: 'Grace' },
    bodyHash: 'ab12',
    stream: town,
    state: 'sent',
    eventSeqs: [],
    createdAt: 1000,
    origin: { role: 'moderator', address: '192.0.2.7', requestId: 'request-1' },
    ...change,
  };
}

/** A job of kind `read-back`, due at 100. */
export function jobOf(key: string, change: Partial<JobRecord> = {}): JobRecord {
  return { kind: 'read-back', key, body: { key }, priority: 5, dueAt: 100, tries: 0, ...change };
}

/** Appends `count` events to a stream after `from` and saves its new number. */
export async function append(
  tx: StoreTransaction,
  name: StreamName,
  from: number,
  count: number,
): Promise<void> {
  await tx.lockStreams([name]);
  const events = Array.from({ length: count }, (_, i) => ({
    stream: name,
    event: eventNumber(from + i + 1),
  }));
  await tx.insertEvents(events);
  await tx.saveStreams([streamAt(name, from + count)]);
}
