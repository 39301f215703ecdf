import { useConference } from '@/lib/browser/use-conference';

/** The queue whose callers wait for this conference; null where none was named. */
export function useLobby(): string | null {
  return useConference((view) => view.foreseen?.lobby ?? null);
}
