import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { InboundRule, InboundRuleRow, InboundRules } from '@/lib/contract/inbound-rule';
import { deleteJson, getJson, postJson, putJson } from './request';

/** The rules for calls that come in, and how to change them. */
export interface InboundRulesView {
  readonly rows: readonly InboundRuleRow[];
  /** Whether it is known which calls are ours. */
  readonly hasApplication: boolean;
  readonly isLoading: boolean;
  readonly error: Error | null;
  readonly refresh: () => void;
  /** Saves a new one, or one that is there anew. */
  readonly save: (id: string | null, rule: InboundRule) => Promise<void>;
  readonly remove: (id: string) => Promise<void>;
}

const path = '/api/inbound-rules';
const queryKey = ['inbound-rules'] as const;
const lookAgainMs = 5_000;

/** Asks for the rules, and again every few seconds while the page is in sight: calls change what they have done. */
export function useInboundRules(): InboundRulesView {
  const queryClient = useQueryClient();
  const query = useQuery({
    queryKey,
    queryFn: ({ signal }) => getJson<InboundRules>(path, signal),
    refetchOnMount: 'always',
    refetchInterval: lookAgainMs,
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
    rows: query.data?.items ?? [],
    hasApplication: query.data?.hasApplication ?? true,
    isLoading: query.isLoading,
    error: query.error,
    refresh,
    save: (id, rule) => thenRefresh(id === null ? postJson(path, rule) : putJson(pathOf(id), rule)),
    remove: (id) => thenRefresh(deleteJson(pathOf(id))),
  };
}
