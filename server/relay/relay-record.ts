import { isUtf8 } from 'node:buffer';
import { passedByHeader } from '@/lib/contract/relay';
import type { Micros } from '@/lib/domain/stamp';
import type { RelayedHeaders, RelayRecord } from '@/server/log/ports';

/** How old a webhook may become: who verifies its signature takes none older than 300 s (DOMAIN §3.1). */
const longestAge: Micros = 240_000_000;

/** A signed delivery that was stored under this id, as it is to be forwarded. */
export function relayRecordOf(
  delivery: { readonly deliveryId: string; readonly receivedAt: Micros; readonly lane: string },
  headers: RelayedHeaders,
  body: Buffer,
): RelayRecord {
  return {
    ...delivery,
    headers,
    // The delivery's text gives back its bytes, unless they were no text.
    raw: isUtf8(body) ? null : body,
    expiresAt: Number(headers.timestamp) * 1_000_000 + longestAge,
  };
}

/** What it is posted with: the headers it came with, and the mark of whoever forwards it. */
export function postedHeaders(headers: RelayedHeaders, mark: string): Record<string, string> {
  const { signature, timestamp, contentType, userAgent, passedBy } = headers;
  return {
    'telnyx-signature-ed25519': signature,
    'telnyx-timestamp': timestamp,
    ...(contentType === null ? {} : { 'content-type': contentType }),
    ...(userAgent === null ? {} : { 'user-agent': userAgent }),
    [passedByHeader]: passedBy === null ? mark : `${passedBy}, ${mark}`,
  };
}
