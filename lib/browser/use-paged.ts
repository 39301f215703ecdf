import { keepPreviousData, useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Page } from '@/lib/contract/rows';

/** A list that is asked for page by page, as far back as was wanted. */
export interface Paged<Row> {
  readonly rows: readonly Row[];
  readonly isLoading: boolean;
  readonly error: Error | null;
  readonly hasMore: boolean;
  readonly isLoadingMore: boolean;
  readonly loadMore: () => void;
  /** Back to the first page, as it is now. */
  readonly refresh: () => void;
}

/** What a paged list is, and when it is asked for again. */
export interface PagedAsk<Answer> {
  /** By what its pages are known; another key is another list. */
  readonly key: readonly unknown[];
  /** Asks for the page behind this cursor; the first has none. */
  readonly ask: (cursor: string, signal: AbortSignal) => Promise<Answer>;
  /** How often it is asked for again while only its first page shows, in milliseconds; else it is not. */
  readonly everyMs?: number;
  /** Whether it is asked for again whenever the page comes into sight, while only its first page shows. */
  readonly isFresh?: boolean;
}

interface Shown {
  readonly state: { readonly data?: { readonly pages: readonly unknown[] } | undefined };
}

const showsFirst = ({ state }: Shown) => (state.data?.pages.length ?? 0) <= 1;

/** A list page by page, and the pages themselves for what else stands in them. */
export function usePaged<Row, Answer extends Page<Row> = Page<Row>>({
  key,
  ask,
  everyMs,
  isFresh = false,
}: PagedAsk<Answer>): Paged<Row> & { readonly pages: readonly Answer[] } {
  const queryClient = useQueryClient();
  const query = useInfiniteQuery({
    queryKey: key,
    queryFn: ({ pageParam, signal }) => ask(pageParam, signal),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
    refetchOnMount: isFresh ? 'always' : true,
    refetchOnWindowFocus: (shown) => showsFirst(shown) && (isFresh ? 'always' : true),
    refetchInterval: (shown) => (everyMs !== undefined && showsFirst(shown) ? everyMs : false),
  });
  const { data } = query;
  // Long lists are looked through by their rows: these stay the same as long as the pages do.
  const { pages, rows } = useMemo(() => {
    const loaded = data?.pages ?? [];
    return { pages: loaded, rows: loaded.flatMap((page) => page.items) };
  }, [data]);
  return {
    pages,
    rows,
    isLoading: query.isLoading,
    error: query.error,
    hasMore: query.hasNextPage,
    isLoadingMore: query.isFetchingNextPage,
    loadMore: () => void query.fetchNextPage(),
    refresh: () => void queryClient.resetQueries({ queryKey: key }),
  };
}
