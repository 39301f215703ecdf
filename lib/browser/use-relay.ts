import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { RelayBody, RelayView } from '@/lib/contract/relay';
import { getJson, putJson } from './request';

/** The relay as it is set, how far it has come, and how to set it. */
export interface RelayState {
  readonly relay: RelayView | undefined;
  readonly error: Error | null;
  readonly refresh: () => void;
  readonly save: (body: RelayBody) => Promise<void>;
}

const path = '/api/relay';
const queryKey = ['relay'] as const;
const lookAgainMs = 2_000;

/** Asks for the relay, and again every two seconds while the page is in sight. */
export function useRelay(): RelayState {
  const queryClient = useQueryClient();
  const { data, error } = useQuery({
    queryKey,
    queryFn: ({ signal }) => getJson<RelayView>(path, signal),
    refetchOnMount: 'always',
    refetchInterval: lookAgainMs,
  });
  return {
    relay: data,
    error,
    refresh: () => void queryClient.invalidateQueries({ queryKey }),
    save: async (body) => {
      queryClient.setQueryData(queryKey, await putJson<RelayView>(path, body));
    },
  };
}
