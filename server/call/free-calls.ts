import { type Call, callPhase, queueOf } from '@/lib/domain/call/call';
import { type CallControlId, callStream } from '@/lib/domain/ids';
import { isNewer } from '@/lib/domain/stamp';
import type { Log } from '@/server/log/log';

/** The calls that are up and stand nowhere: in no conference, no queue, and nobody's who supervises; the newest first. */
export function freeCalls(log: Pick<Log, 'liveNames' | 'peek'>): readonly Call[] {
  return log
    .liveNames()
    .flatMap((name) => {
      if (!name.startsWith('call:')) return [];
      const call = log.peek(callStream(name.slice('call:'.length) as CallControlId))?.state;
      return call !== undefined && isFree(call) ? [call] : [];
    })
    .sort((a, b) => (b.answered?.at ?? 0) - (a.answered?.at ?? 0));
}

function isFree(call: Call): boolean {
  const isInConference = call.joined !== null && isNewer(call.joined, call.left);
  const isFreeToTake = call.supervisionId === null && queueOf(call) === null;
  return callPhase(call) === 'answered' && !isInConference && isFreeToTake;
}
