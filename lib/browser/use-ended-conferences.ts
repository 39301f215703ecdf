import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { ConferenceRow, Page } from '@/lib/contract/rows';
import { getJson, withQuery } from './request';
import { useOverview } from './use-overview';
import { type Paged, usePaged } from './use-paged';

const limit = 30;
const keyOfAll = ['conferences', 'ended'] as const;

/**
 * Asks for the ended conferences whose name or id fits `q`, the last to end first; again whenever a
 * live one is gone.
 */
export function useEndedConferences(q: string): Paged<ConferenceRow> {
  const queryClient = useQueryClient();
  const live = useOverview((overview) => overview.conferences.size);
  useEffect(() => {
    void queryClient.invalidateQueries({ queryKey: keyOfAll });
  }, [queryClient, live]);
  return usePaged<ConferenceRow>({
    key: [...keyOfAll, q],
    ask: (cursor, signal) =>
      getJson<Page<ConferenceRow>>(
        withQuery('/api/conferences', { status: 'ended', q, cursor, limit }),
        signal,
      ),
  });
}
