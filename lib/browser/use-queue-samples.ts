import { useQuery } from '@tanstack/react-query';
import type { SamplesAnswer } from '@/lib/contract/http';
import { getJson, withQuery } from './request';
import { useRostrum } from './rostrum-context';

/** Where samples of one queue are asked for. */
export interface SampleSource {
  readonly path: string;
  /** The link of a wallboard, where nobody is signed in. */
  readonly bearer?: string;
}

/** How a queue stood over the last so many seconds; null until it is heard. Asked for once: rows go on from there. */
export function useQueueSamples(
  { path, bearer }: SampleSource,
  lastSecs: number,
): { readonly samples: SamplesAnswer | null; readonly error: Error | null } {
  const { clock } = useRostrum();
  const { data, error } = useQuery({
    queryKey: ['queue-samples', path, lastSecs],
    queryFn: ({ signal }) => {
      const now = clock.now() / 1000;
      const range = {
        from: new Date(now - lastSecs * 1000).toISOString(),
        to: new Date(now).toISOString(),
      };
      return getJson<SamplesAnswer>(withQuery(path, range), signal, bearer);
    },
    staleTime: 60_000,
  });
  return { samples: data ?? null, error };
}
