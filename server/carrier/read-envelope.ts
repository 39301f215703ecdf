import { z } from 'zod';
import type { Micros } from '@/lib/domain/stamp';

/** A delivery's envelope, in whichever of its forms it came (DOMAIN §2.1, §6.2, §6.3). */
export interface Envelope {
  readonly id: string;
  readonly eventType: string;
  /** The carrier's clock: `data`, `payload`, the recording's end, or the delivery's own timestamp. */
  readonly occurredAt: Micros;
  readonly attempt: number | null;
  readonly connectionId: string | null;
  readonly payload: Readonly<Record<string, unknown>>;
}

/** What could be read of a signed body. */
export type EnvelopeReading =
  | { readonly kind: 'event'; readonly envelope: Envelope }
  | {
      readonly kind: 'unreadable' | 'version-1';
      readonly id: string;
      readonly detail: string;
      readonly eventType: string | null;
    }
  | { readonly kind: 'no-id' };

const text = z.string().min(1);
const head = z.object({
  id: text,
  record_type: z.string().optional(),
  event_type: text.optional(),
  occurred_at: text.nullish(),
  created_at: z.string().nullish(),
  payload: z.custom<Readonly<Record<string, unknown>>>(isObject).optional(),
});
const meta = z.object({ attempt: z.coerce.number().int().min(1).max(1000).optional() });

/**
 * Reads an envelope: wrapped in `data` or bare, the time in `data`, in `payload` or nowhere.
 * `deliveredAt` is the time the carrier signed, for events that carry no time of their own.
 */
export function readEnvelope(json: unknown, deliveredAt: Micros): EnvelopeReading {
  const outer = isObject(json) ? json : {};
  const body = isObject(outer.data) ? outer.data : json;
  const id = isObject(body) && typeof body.id === 'string' && body.id !== '' ? body.id : null;
  if (id === null) return { kind: 'no-id' };
  const read = head.safeParse(body);
  if (!read.success)
    return { kind: 'unreadable', id, eventType: null, detail: z.prettifyError(read.error) };
  const { event_type: eventType, payload, created_at: createdAt } = read.data;
  if (eventType === undefined || payload === undefined) {
    return {
      kind: 'unreadable',
      id,
      eventType: eventType ?? null,
      detail: 'It has no event_type or no payload',
    };
  }
  if (!eventType.includes('.') && createdAt !== undefined) {
    const detail = 'Set the application to webhook API version 2: this is a version 1 event';
    return { kind: 'version-1', id, eventType, detail };
  }
  const occurredAt =
    microsOf(read.data.occurred_at) ??
    microsOf(payload.occurred_at) ??
    microsOf(payload.recording_ended_at) ??
    deliveredAt;
  const attempt = meta.safeParse(outer.meta);
  const connectionId = payload.connection_id;
  return {
    kind: 'event',
    envelope: {
      id,
      eventType,
      occurredAt,
      attempt: attempt.success ? (attempt.data.attempt ?? null) : null,
      connectionId: typeof connectionId === 'string' ? connectionId : null,
      payload,
    },
  };
}

const isoTime = /^(\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}:\d{2})(?:\.(\d{1,9}))?(Z|[+-]\d{2}:?\d{2})?$/;

// Times of no real call: a number beyond them would be one that no database and no sum keeps exact.
const earliest = Date.UTC(2000, 0);
const latest = Date.UTC(2200, 0);

/**
 * Microseconds of an ISO time with up to nine decimals, read as UTC where no zone stands; null for
 * what is no time, or none between the years 2000 and 2200.
 */
export function microsOf(value: unknown): Micros | null {
  const parts = typeof value === 'string' ? isoTime.exec(value) : null;
  if (parts === null) return null;
  const [, whole = '', fraction = '', zone = 'Z'] = parts;
  const millis = Date.parse(`${whole.replace(' ', 'T')}${zone}`);
  if (!(millis >= earliest && millis < latest)) return null;
  return millis * 1000 + Number(fraction.padEnd(6, '0').slice(0, 6));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
