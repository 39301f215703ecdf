import { useQuery } from '@tanstack/react-query';
import type { SamplesAnswer } from '@/lib/contract/http';
import { getJson, withQuery } from './request';
import { useRostrum } from './rostrum-context';

/** How a queue stood over the last so many seconds; null until it is heard. Asked for once: rows go on from there. */
export function useQueueSamples(
  name: string,
  lastSecs: number,
): { readonly samples: SamplesAnswer | null; readonly error: Error | null } {
  const { clock } = useRostrum();
  const { data, error } = useQuery({
    queryKey: ['queue-samples', name, lastSecs],
    queryFn: ({ signal }) => {
      const now = clock.now() / 1000;
      const path = withQuery(`/api/queues/${encodeURIComponent(name)}/samples`, {
        from: new Date(now - lastSecs * 1000).toISOString(),
        to: new Date(now).toISOString(),
      });
      return getJson<SamplesAnswer>(path, signal);
    },
    staleTime: 60_000,
  });
  return { samples: data ?? null, error };
}
