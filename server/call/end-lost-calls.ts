import { randomUUID } from 'node:crypto';
import type { Call } from '@/lib/domain/call/call';
import { callStream } from '@/lib/domain/ids';
import type { Micros } from '@/lib/domain/stamp';
import type { Log } from '@/server/log/log';
import { followedStreams, routeFact } from '@/server/routing/route-fact';
import { liveCalls } from './live-calls';

// No leg outlives four hours (DOMAIN §1.5, time_limit_secs), and its webhooks an hour more.
const longestLife: Micros = 5 * 3_600_000_000;

/**
 * Ends the calls that the carrier's own limit has ended long ago and whose hang-up was never heard;
 * the time of the end is the newest thing known of the call. Returns how many.
 */
export async function endLostCalls(log: Log, now: Micros): Promise<number> {
  let ended = 0;
  for (const call of liveCalls(log)) {
    if (now - newestKnown(call) < longestLife) continue;
    await endCall(log, call);
    ended += 1;
  }
  return ended;
}

/** Ends a call whose hang-up nobody told, just after the newest thing known of it. */
export async function endCall(log: Log, call: Call): Promise<void> {
  const { callLegId, callSessionId, connectionId, party } = call;
  const identity = { callLegId, callSessionId, connectionId, party };
  const data = { ...identity, cause: null, source: null };
  const event = { type: 'call.hangup', data } as const;
  const fact = { kind: 'call', callControlId: call.id, event } as const;
  const occurredAt = newestKnown(call) + 1;
  await log.submit({
    streams: [callStream(call.id)],
    follow: (stateOf) => followedStreams(fact, stateOf),
    run: (batch) => {
      if (batch.stateOf(callStream(call.id)).hungUp !== null) return;
      routeFact(batch, { id: randomUUID(), occurredAt, source: 'reconcile', fact });
    },
  });
}

function newestKnown(call: Call): Micros {
  const { initiated, answered, bridged, joined, left, enqueued, dequeued, dialled } = call;
  const stamps = [initiated, answered, bridged, joined, left, enqueued, dequeued, dialled];
  const foundAt = call.found?.startedAt ?? 0;
  return Math.max(foundAt, ...stamps.map((stamp) => stamp?.at ?? 0));
}
