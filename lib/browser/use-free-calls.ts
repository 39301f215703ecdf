import { useQuery } from '@tanstack/react-query';
import type { CallRow, Page } from '@/lib/contract/rows';
import { getJson } from './request';

const everyMs = 3000;

/** The calls that are up and stand nowhere, asked for again while they are looked at. */
export function useFreeCalls(): {
  readonly calls: readonly CallRow[] | null;
  readonly error: Error | null;
} {
  const { data, error } = useQuery({
    queryKey: ['free-calls'],
    queryFn: ({ signal }) => getJson<Page<CallRow>>('/api/calls?which=free', signal),
    refetchInterval: everyMs,
    gcTime: 0,
  });
  return { calls: data?.items ?? null, error };
}
