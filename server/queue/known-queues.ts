import { type ConferenceId, conferenceStream } from '@/lib/domain/ids';
import type { Log } from '@/server/log/log';

/** The names of the queues whose callers were heard of, and of the lobbies in use; in order. */
export function knownQueues(log: Pick<Log, 'liveNames' | 'peek'>): readonly string[] {
  const names = log.liveNames().flatMap((stream) => {
    if (stream.startsWith('queue:')) return [stream.slice('queue:'.length)];
    if (!stream.startsWith('conference:')) return [];
    const id = stream.slice('conference:'.length) as ConferenceId;
    return log.peek(conferenceStream(id))?.state.lobby ?? [];
  });
  return [...new Set(names)].sort((a, b) => a.localeCompare(b));
}
