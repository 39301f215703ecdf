import { randomUUID } from 'node:crypto';
import type { DeliveryRow, Verdict } from '@/lib/contract/rows';
import type { Micros } from '@/lib/domain/stamp';
import type { Batch, Work } from '@/server/log/batch';
import type { DeliveryRecord, RelayedHeaders, RelayRecord } from '@/server/log/ports';
import type { Log } from '@/server/log/log';
import type { DoorWatch } from './door-watch';
import { maxDeliveryBytes } from '@/lib/contract/limits';
import type { CarrierFact } from '@/server/routing/carrier-fact';
import { followedStreams, routeFact, streamsOf } from '@/server/routing/route-fact';

/** A post to the webhook door: its bytes as they came, or null when there were too many. */
export interface DeliveryPost {
  readonly body: Buffer | null;
  readonly signature: string | null;
  readonly timestamp: string | null;
  /** What else it came with that goes on with it where it is forwarded. */
  readonly headers?: Pick<RelayedHeaders, 'contentType' | 'userAgent' | 'passedBy'>;
}

/** What the door answers; the body is the same for everybody who is turned away. */
export interface DoorAnswer {
  readonly status: 200 | 400 | 401 | 413 | 503;
  readonly message: string;
}

/** What could be read of a signed body (the carrier's adapter reads it). */
export type DeliveryReading =
  | { readonly kind: 'no-id' }
  | {
      readonly kind: 'read';
      readonly id: string;
      readonly eventType: string | null;
      readonly verdict: Extract<Verdict, 'stored' | 'unreadable' | 'version-1' | 'unknown-type'>;
      readonly detail: string | null;
      readonly occurredAt: Micros | null;
      readonly attempt: number | null;
      readonly connectionId: string | null;
      readonly fact: CarrierFact | null;
    };

/** What the door needs to know of the carrier. */
export interface CarrierReader {
  verify(
    post: { body: Buffer; signature: string | null; timestamp: string | null },
    nowSeconds: number,
  ): Promise<'good' | 'missing-signature' | 'stale' | 'bad-signature'>;
  read(json: unknown, deliveredAt: Micros): DeliveryReading;
}

/** Forwards what is stored to another application (server/relay). */
export interface Forwarding {
  /** What to store beside a delivery so that it is forwarded; null where it is not to be. */
  recordOf(
    delivery: Pick<RelayRecord, 'deliveryId' | 'receivedAt' | 'lane'>,
    headers: RelayedHeaders,
    body: Buffer,
  ): RelayRecord | null;
  /** More is stored. */
  wake(): void;
}

/** What the door is built of. */
export interface DoorParts {
  readonly log: Log;
  readonly carrier: CarrierReader;
  readonly watch: DoorWatch;
  readonly now: () => Micros;
  /** Hears of every verified delivery once it is stored. */
  readonly onVerified: (delivery: { receivedAt: Micros; fact: CarrierFact | null }) => void;
  readonly onStoreFailure: (error: unknown) => void;
  /** None where nothing is ever forwarded. */
  readonly forwarding?: Forwarding;
  /** Writes what else follows from a fact that is heard for the first time, in the commit that stores it. */
  readonly onFact?: (
    told: {
      readonly fact: CarrierFact;
      readonly connectionId: string | null;
      readonly occurredAt: Micros;
      readonly receivedAt: Micros;
    },
    batch: Batch,
  ) => void;
}

/** Takes one post: verified, stored and folded before it is acknowledged (ARCHITECTURE §4, §5). */
export type ReceiveDelivery = (post: DeliveryPost) => Promise<DoorAnswer>;

const turnedAway: DoorAnswer = {
  status: 401,
  message: 'Not a signed delivery of the carrier: check the public key and the clock',
};

/** Builds the one function behind both webhook doors. */
export function createReceiveDelivery(parts: DoorParts): ReceiveDelivery {
  return async (post) => {
    const receivedAt = parts.now();
    const began = performance.now();
    const { body, signature, timestamp } = post;
    const turnAway = (verdict: Verdict, answer: DoorAnswer, detail: string | null = null) => {
      parts.watch.note(headOf(receivedAt, verdict, body?.length ?? 0, detail));
      return answer;
    };
    if (body === null) {
      const message = `A delivery may hold ${maxDeliveryBytes} bytes`;
      return turnAway('too-large', { status: 413, message });
    }
    const nowSeconds = Math.floor(receivedAt / 1_000_000);
    const arrive = parts.log.expect();
    let verdict: Awaited<ReturnType<CarrierReader['verify']>>;
    try {
      verdict = await parts.carrier.verify({ body, signature, timestamp }, nowSeconds);
    } finally {
      arrive();
    }
    if (verdict !== 'good')
      return turnAway(verdict, turnedAway, staleness(verdict, timestamp, nowSeconds));
    const text = body.toString('utf8');
    const json = parsed(text);
    if (json === undefined) {
      return turnAway('not-json', { status: 400, message: 'The signed body is not JSON' });
    }
    const reading = parts.carrier.read(json, Number(timestamp) * 1_000_000);
    if (reading.kind === 'no-id') {
      return turnAway(
        'unreadable',
        { status: 400, message: 'The signed body has no event id' },
        'no id',
      );
    }
    return store(parts, reading, { ...post, body, text, receivedAt, began });
  };
}

/** A signed post, and when it came: by our clock, and by the one that latencies are told by. */
interface VerifiedPost extends DeliveryPost {
  readonly body: Buffer;
  readonly text: string;
  readonly receivedAt: Micros;
  readonly began: number;
}

async function store(
  parts: DoorParts,
  reading: Extract<DeliveryReading, { kind: 'read' }>,
  post: VerifiedPost,
): Promise<DoorAnswer> {
  const { fact } = reading;
  const { receivedAt } = post;
  const record = recordOf(reading, post);
  const relay = relayOf(parts.forwarding, record, post, fact);
  const work: Work<boolean> = {
    streams: fact === null ? [] : streamsOf(fact),
    follow: (stateOf) => (fact === null ? [] : followedStreams(fact, stateOf)),
    eventId: reading.id,
    run: (batch) => {
      const isNew = batch.isNew(reading.id);
      const latencyMs = performance.now() - post.began;
      const verdict = isNew ? reading.verdict : 'repeat';
      batch.addDelivery({ ...record, verdict, latencyMs });
      if (relay !== null) batch.addRelay(relay);
      if (isNew && fact !== null && reading.occurredAt !== null) {
        const { id, occurredAt } = reading;
        routeFact(batch, { id, occurredAt, source: 'carrier', fact });
        const { connectionId } = reading;
        parts.onFact?.({ fact, connectionId, occurredAt, receivedAt }, batch);
      }
      return isNew;
    },
  };
  try {
    const isNew = await parts.log.submit(work);
    parts.onVerified({ receivedAt, fact });
    if (relay !== null) parts.forwarding?.wake();
    return { status: 200, message: isNew ? 'Stored' : 'Known already' };
  } catch (error) {
    parts.onStoreFailure(error);
    return { status: 503, message: 'Not stored: send it again' };
  }
}

function recordOf(
  reading: Extract<DeliveryReading, { kind: 'read' }>,
  { text, body, receivedAt }: VerifiedPost,
): Omit<DeliveryRecord, 'verdict' | 'latencyMs'> {
  return {
    id: randomUUID(),
    receivedAt,
    eventId: reading.id,
    eventType: reading.eventType,
    occurredAt: reading.occurredAt,
    connectionId: reading.connectionId,
    attempt: reading.attempt,
    bytes: body.length,
    detail: reading.detail,
    body: text,
  };
}

function relayOf(
  forwarding: Forwarding | undefined,
  { id: deliveryId, receivedAt }: Pick<DeliveryRecord, 'id' | 'receivedAt'>,
  { body, signature, timestamp, headers }: VerifiedPost,
  fact: CarrierFact | null,
): RelayRecord | null {
  if (forwarding === undefined || signature === null || timestamp === null) return null;
  // What is told of one call keeps its order; what is told of a conference as a whole keeps its own.
  const [lane = deliveryId] = fact === null ? [] : streamsOf(fact);
  const rest = headers ?? { contentType: null, userAgent: null, passedBy: null };
  return forwarding.recordOf(
    { deliveryId, receivedAt, lane },
    { signature, timestamp, ...rest },
    body,
  );
}

function headOf(
  receivedAt: Micros,
  verdict: Verdict,
  bytes: number,
  detail: string | null,
): DeliveryRow {
  return {
    id: randomUUID(),
    receivedAt,
    verdict,
    eventId: null,
    eventType: null,
    occurredAt: null,
    connectionId: null,
    isOurs: null,
    attempt: null,
    latencyMs: 0,
    bytes,
    detail,
  };
}

function staleness(verdict: string, timestamp: string | null, nowSeconds: number): string | null {
  if (verdict !== 'stale') return null;
  const seconds = nowSeconds - Number(timestamp);
  return seconds > 0 ? `${seconds} s in the past` : `${-seconds} s in the future`;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
