import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { Invite, PersonAnswer, PersonChange, PersonRow } from '@/lib/contract/people';
import { getJson, postJson } from './request';

/** Everybody who may sign in, and how to change that. */
export interface PeopleView {
  readonly rows: readonly PersonRow[];
  readonly isLoading: boolean;
  readonly error: Error | null;
  readonly refresh: () => void;
  readonly invite: (invite: Invite) => Promise<PersonAnswer>;
  readonly change: (id: string, change: PersonChange) => Promise<PersonAnswer>;
}

const path = '/api/people';
const queryKey = ['people'] as const;
const everyMs = 15_000;

/** Asks for everybody, and again while the page is in sight. */
export function usePeople(): PeopleView {
  const queryClient = useQueryClient();
  const query = useQuery({
    queryKey,
    queryFn: ({ signal }) => getJson<readonly PersonRow[]>(path, signal),
    refetchInterval: everyMs,
    refetchOnWindowFocus: true,
  });
  const refresh = () => void queryClient.invalidateQueries({ queryKey });
  const changed = async (answer: Promise<PersonAnswer>) => {
    try {
      return await answer;
    } finally {
      refresh();
    }
  };
  return {
    rows: query.data ?? [],
    isLoading: query.isLoading,
    error: query.error,
    refresh,
    invite: (invite) => changed(postJson<PersonAnswer>(path, invite)),
    change: (id, change) =>
      changed(postJson<PersonAnswer>(`${path}/${encodeURIComponent(id)}`, change)),
  };
}
