import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { TargetsAnswer, TargetsRow } from '@/lib/contract/target';
import type { Targets } from '@/lib/domain/target/targets';
import { deleteJson, getJson, putJson } from './request';

/** What queues are held against, and how to change it. */
export interface TargetsView {
  readonly answer: TargetsAnswer | null;
  readonly isLoading: boolean;
  readonly error: Error | null;
  readonly refresh: () => void;
  /** Of one queue, or with null of all that have none of their own. */
  readonly save: (queue: string | null, targets: Targets) => Promise<void>;
  readonly remove: (queue: string) => Promise<void>;
}

const path = '/api/targets';
const queryKey = ['targets'] as const;

/** Asks for targets, and again when the page comes back into sight: others change them too. */
export function useTargets(): TargetsView {
  const queryClient = useQueryClient();
  const query = useQuery({
    queryKey,
    queryFn: ({ signal }) => getJson<TargetsAnswer>(path, signal),
    refetchOnMount: 'always',
    refetchOnWindowFocus: 'always',
  });
  const refresh = () => void queryClient.invalidateQueries({ queryKey });
  const thenRefresh = async (change: Promise<unknown>): Promise<void> => {
    try {
      await change;
    } finally {
      refresh();
    }
  };
  return {
    answer: query.data ?? null,
    isLoading: query.isLoading,
    error: query.error,
    refresh,
    save: (queue, targets) =>
      thenRefresh(putJson<TargetsRow>(queue === null ? path : pathOf(queue), targets)),
    remove: (queue) => thenRefresh(deleteJson(pathOf(queue))),
  };
}

function pathOf(queue: string): string {
  return `${path}/${encodeURIComponent(queue)}`;
}
