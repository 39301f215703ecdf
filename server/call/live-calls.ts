import { type Call, callPhase, queueOf } from '@/lib/domain/call/call';
import { type CallControlId, callStream } from '@/lib/domain/ids';
import { isNewer } from '@/lib/domain/stamp';
import type { Log } from '@/server/log/log';

/** Every call that has not ended, as far as Rostrum has heard. */
export function liveCalls(log: Pick<Log, 'liveNames' | 'peek'>): readonly Call[] {
  return log.liveNames().flatMap((name) => {
    if (!name.startsWith('call:')) return [];
    const id = name.slice('call:'.length) as CallControlId;
    return log.peek(callStream(id))?.state ?? [];
  });
}

/** The calls that are up and stand nowhere: in no conference, no queue, and nobody's who supervises; the newest first. */
export function freeCalls(log: Pick<Log, 'liveNames' | 'peek'>): readonly Call[] {
  return liveCalls(log)
    .filter(isFree)
    .sort((a, b) => (b.answered?.at ?? 0) - (a.answered?.at ?? 0));
}

function isFree(call: Call): boolean {
  const isInConference = call.joined !== null && isNewer(call.joined, call.left);
  const isFreeToTake = call.supervisionId === null && queueOf(call) === null;
  return callPhase(call) === 'answered' && !isInConference && isFreeToTake;
}
