import { useQuery } from '@tanstack/react-query';
import type { Page, QueueRow } from '@/lib/contract/rows';
import { getJson } from './request';

const none: readonly string[] = [];

/** The names of the queues that are known; none until they were heard of, or where they cannot be. */
export function useQueueNames(): readonly string[] {
  const { data } = useQuery({
    queryKey: ['queue-names'],
    queryFn: ({ signal }) => getJson<Page<QueueRow>>('/api/queues', signal),
    select: ({ items }) => items.map(({ name }) => name),
    refetchOnMount: 'always',
  });
  return data ?? none;
}
