import { keepPreviousData, useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import type { ActivityAction, ActivityOutcome, ActivityRow } from '@/lib/contract/activity';
import type { Page } from '@/lib/contract/rows';
import type { Micros } from '@/lib/domain/stamp';
import { getJson, withQuery } from './request';
import { useRostrum } from './rostrum-context';

/** Which lines of activity to show; empty lets everything pass. */
export interface ActivityFilter {
  readonly who: string;
  readonly action: ActivityAction | '';
  readonly outcome: ActivityOutcome | '';
  readonly conference: string;
  /** The first day, as `2026-11-21` where this browser is. */
  readonly from: string;
  /** The last day. */
  readonly to: string;
  readonly q: string;
}

/** Activity as far back as was asked, the newest first. */
export interface ActivityLines {
  readonly rows: readonly ActivityRow[];
  /** The server's clock when the newest were asked for; null before they came. */
  readonly asOf: Micros | null;
  readonly isLoading: boolean;
  readonly error: Error | null;
  readonly hasMore: boolean;
  readonly isLoadingMore: boolean;
  readonly loadMore: () => void;
  /** Back to the newest. */
  readonly refresh: () => void;
}

const limit = 50;

/** Asks for activity, and again when the page comes back into sight while only the newest show. */
export function useActivity(filter: ActivityFilter): ActivityLines {
  const { clock } = useRostrum();
  const queryClient = useQueryClient();
  const queryKey = ['activity', filter] as const;
  const query = useInfiniteQuery({
    queryKey,
    queryFn: async ({ pageParam, signal }) => {
      const asOf = clock.now();
      const path = withQuery('/api/activity', { ...askedBy(filter), cursor: pageParam, limit });
      return { ...(await getJson<Page<ActivityRow>>(path, signal)), asOf };
    },
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
    refetchOnMount: 'always',
    refetchOnWindowFocus: ({ state }) => (state.data?.pages.length ?? 0) <= 1 && 'always',
  });
  const pages = query.data?.pages ?? [];
  return {
    rows: pages.flatMap((page) => page.items),
    asOf: pages[0]?.asOf ?? null,
    isLoading: query.isLoading,
    error: query.error,
    hasMore: query.hasNextPage,
    isLoadingMore: query.isFetchingNextPage,
    loadMore: () => void query.fetchNextPage(),
    refresh: () => void queryClient.resetQueries({ queryKey }),
  };
}

/** Where the same lines are had as a file. */
export function activityFilePath(filter: ActivityFilter): string {
  return withQuery('/api/activity.csv', askedBy(filter));
}

function askedBy({ from, to, who, q, ...filter }: ActivityFilter) {
  return {
    ...filter,
    who: who.trim(),
    q: q.trim(),
    from: startOf(from, 0),
    to: startOf(to, 1),
  };
}

/** The moment a day begins here, or one some days later. */
function startOf(day: string, later: number): string | undefined {
  const start = new Date(`${day}T00:00`);
  if (Number.isNaN(start.getTime())) return undefined;
  start.setDate(start.getDate() + later);
  return start.toISOString();
}
