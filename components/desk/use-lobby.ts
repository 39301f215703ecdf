import { useConference } from '@/lib/browser/use-conference';
import { useStream } from '@/lib/browser/use-stream';
import { queueStream } from '@/lib/domain/ids';
import { queueAggregate } from '@/lib/domain/queue/aggregate';
import type { Queue } from '@/lib/domain/queue/queue';

/** The queue whose callers wait for this conference; null where none was named. */
export function useLobby(): string | null {
  return useConference((view) => view.foreseen?.lobby ?? null);
}

/** The lobby as its own events tell it; null until it is heard of. */
export function useLobbyQueue(lobby: string | null): Queue | null {
  return useStream(queueAggregate, lobby === null ? null : queueStream(lobby));
}
