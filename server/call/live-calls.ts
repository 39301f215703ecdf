import type { Call } from '@/lib/domain/call/call';
import { type CallControlId, callStream } from '@/lib/domain/ids';
import type { Log } from '@/server/log/log';

/** Every call that has not ended, as far as Rostrum has heard. */
export function liveCalls(log: Pick<Log, 'liveNames' | 'peek'>): readonly Call[] {
  return log.liveNames().flatMap((name) => {
    if (!name.startsWith('call:')) return [];
    const id = name.slice('call:'.length) as CallControlId;
    return log.peek(callStream(id))?.state ?? [];
  });
}
