import { type ConferenceId, conferenceStream } from '@/lib/domain/ids';
import type { Log } from '@/server/log/log';

/** The names of the queues that conferences which go on have as their lobbies. */
export function lobbiesIn(log: Pick<Log, 'liveNames' | 'peek'>): readonly string[] {
  const names = log.liveNames().flatMap((stream) => {
    if (!stream.startsWith('conference:')) return [];
    const id = stream.slice('conference:'.length) as ConferenceId;
    return log.peek(conferenceStream(id))?.state.lobby ?? [];
  });
  return [...new Set(names)];
}
