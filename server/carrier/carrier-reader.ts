import type { KeyObject } from 'node:crypto';
import type { CarrierReader } from '@/server/ingest/receive-delivery';
import { readEnvelope } from './read-envelope';
import { translate } from './translate';
import { verifySignature } from './verify-signature';

/** Reads deliveries signed with one of these keys; several while one replaces another. */
export function createCarrierReader(keys: readonly KeyObject[]): CarrierReader {
  return {
    verify: (post, nowSeconds) => verifySignature(post, keys, nowSeconds),
    read: (json, deliveredAt) => {
      const reading = readEnvelope(json, deliveredAt);
      if (reading.kind === 'no-id') return reading;
      if (reading.kind !== 'event') {
        const { kind: verdict, id, eventType, detail } = reading;
        const nothing = { occurredAt: null, attempt: null, connectionId: null, fact: null };
        return { kind: 'read', id, eventType, verdict, detail, ...nothing };
      }
      const { id, eventType, occurredAt, attempt, connectionId } = reading.envelope;
      const translation = translate(reading.envelope);
      const isFact = translation.kind === 'fact';
      return {
        kind: 'read',
        id,
        eventType,
        occurredAt,
        attempt,
        connectionId,
        verdict: isFact ? 'stored' : translation.kind,
        detail: translation.kind === 'unreadable' ? translation.detail : null,
        fact: isFact ? translation.fact : null,
      };
    },
  };
}
