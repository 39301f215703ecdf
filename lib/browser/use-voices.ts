import { useQuery } from '@tanstack/react-query';
import type { VoiceRow } from '@/lib/contract/media';
import { getJson, withQuery } from './request';

const noVoices: readonly VoiceRow[] = [];
const freshForMs = 600_000;

/** The voices that speak a language, or all; none until they are known. */
export function useVoices(language: string | null): readonly VoiceRow[] {
  const { data } = useQuery({
    queryKey: ['voices', language],
    queryFn: ({ signal }) => {
      const path = withQuery('/api/voices', { language: language ?? undefined });
      return getJson<{ items: readonly VoiceRow[] }>(path, signal);
    },
    staleTime: freshForMs,
  });
  return data?.items ?? noVoices;
}
