import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { RetentionRule, RetentionRuleSettings } from '@/lib/contract/recording';
import { deleteJson, getJson, postJson, putJson } from './request';

/** How long recordings are kept, and how to change it. */
export interface RetentionRulesView {
  readonly rows: readonly RetentionRule[];
  readonly isLoading: boolean;
  readonly error: Error | null;
  readonly refresh: () => void;
  /** Saves a new one, or one that is there anew. */
  readonly save: (id: string | null, rule: RetentionRuleSettings) => Promise<void>;
  readonly remove: (id: string) => Promise<void>;
}

const path = '/api/retention-rules';
const queryKey = ['retention-rules'] as const;

/** Asks for the rules that say how long recordings are kept. */
export function useRetentionRules(): RetentionRulesView {
  const queryClient = useQueryClient();
  const { data, isLoading, error } = useQuery({
    queryKey,
    queryFn: ({ signal }) => getJson<{ items: readonly RetentionRule[] }>(path, signal),
    refetchOnMount: 'always',
  });
  const refresh = () => void queryClient.invalidateQueries({ queryKey });
  const thenRefresh = async (change: Promise<unknown>): Promise<void> => {
    try {
      await change;
    } finally {
      refresh();
    }
  };
  const pathOf = (id: string) => `${path}/${encodeURIComponent(id)}`;
  return {
    rows: data?.items ?? [],
    isLoading,
    error,
    refresh,
    save: (id, rule) => thenRefresh(id === null ? postJson(path, rule) : putJson(pathOf(id), rule)),
    remove: (id) => thenRefresh(deleteJson(pathOf(id))),
  };
}
