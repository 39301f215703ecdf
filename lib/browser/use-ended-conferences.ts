import { keepPreviousData, useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { ConferenceRow, Page } from '@/lib/contract/rows';
import { getJson, withQuery } from './request';
import { useOverview } from './use-overview';

/** The ended conferences as far back as was asked, the last to end first. */
export interface EndedConferences {
  readonly rows: readonly ConferenceRow[];
  readonly isLoading: boolean;
  readonly error: Error | null;
  readonly hasMore: boolean;
  readonly isLoadingMore: boolean;
  readonly loadMore: () => void;
  readonly refresh: () => void;
}

const limit = 30;
const keyOfAll = ['conferences', 'ended'] as const;

/** Asks for the ended conferences whose name or id fits `q`; again whenever a live one is gone. */
export function useEndedConferences(q: string): EndedConferences {
  const queryClient = useQueryClient();
  const live = useOverview((overview) => overview.conferences.size);
  const query = useInfiniteQuery({
    queryKey: [...keyOfAll, q],
    queryFn: ({ pageParam, signal }) =>
      getJson<Page<ConferenceRow>>(
        withQuery('/api/conferences', { status: 'ended', q, cursor: pageParam, limit }),
        signal,
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
  });
  useEffect(() => {
    void queryClient.invalidateQueries({ queryKey: keyOfAll });
  }, [queryClient, live]);
  return {
    rows: query.data?.pages.flatMap((page) => page.items) ?? [],
    isLoading: query.isLoading,
    error: query.error,
    hasMore: query.hasNextPage,
    isLoadingMore: query.isFetchingNextPage,
    loadMore: () => void query.fetchNextPage(),
    refresh: () => void query.refetch(),
  };
}
