import { keepPreviousData, useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import type { DeliveryRow, Page, Verdict } from '@/lib/contract/rows';
import { getJson, withQuery } from './request';

/** Which deliveries to show. */
export interface DeliveryFilter {
  readonly verdict: Verdict | '';
  readonly application: 'ours' | 'other' | '';
  readonly type: string;
}

/** The posts to the webhook door as far back as was asked, the newest first. */
export interface Deliveries {
  readonly rows: readonly DeliveryRow[];
  readonly isLoading: boolean;
  readonly error: Error | null;
  readonly hasMore: boolean;
  readonly isLoadingMore: boolean;
  /** Whether newer ones show by themselves: not while older ones are looked at. */
  readonly isFollowing: boolean;
  readonly loadMore: () => void;
  /** Back to the newest. */
  readonly refresh: () => void;
}

const limit = 50;
const everyMs = 5000;

/** Asks for deliveries, and again every five seconds while the page is in sight. */
export function useDeliveries(filter: DeliveryFilter): Deliveries {
  const queryClient = useQueryClient();
  const queryKey = ['deliveries', filter] as const;
  const query = useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam, signal }) =>
      getJson<Page<DeliveryRow>>(
        withQuery('/api/deliveries', {
          ...filter,
          type: filter.type.trim(),
          cursor: pageParam,
          limit,
        }),
        signal,
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => ((state.data?.pages.length ?? 0) > 1 ? false : everyMs),
    refetchOnWindowFocus: ({ state }) => (state.data?.pages.length ?? 0) <= 1,
  });
  const pages = query.data?.pages ?? [];
  return {
    rows: pages.flatMap((page) => page.items),
    isLoading: query.isLoading,
    error: query.error,
    hasMore: query.hasNextPage,
    isLoadingMore: query.isFetchingNextPage,
    isFollowing: pages.length <= 1,
    loadMore: () => void query.fetchNextPage(),
    refresh: () => void queryClient.resetQueries({ queryKey }),
  };
}
