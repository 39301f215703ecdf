import { type InfiniteData, useInfiniteQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo } from 'react';
import type { EventsAnswer } from '@/lib/contract/http';
import type { ConferenceEvent } from '@/lib/domain/conference/event';
import type { Numbered } from '@/lib/domain/event';
import type { ConferenceId } from '@/lib/domain/ids';
import { usePacedConference } from './use-conference';
import {
  conferenceEventsKeys,
  type EventsPage,
  fetchConferenceEvents,
} from './conference-events-query';

/** The events of a conference without holes, as far back as was asked. */
export interface TimelinePages {
  /** Oldest first; ends with the newest heard. */
  readonly events: readonly Numbered<ConferenceEvent>[];
  readonly hasOlder: boolean;
  readonly loadOlder: () => void;
  readonly isLoading: boolean;
  readonly isLoadingOlder: boolean;
  readonly error: Error | null;
  readonly retry: () => void;
}

type Pages = InfiniteData<EventsAnswer, EventsPage>;

const everyMs = 800;
const limit = 100;
const mostPages = 60;
const noEvents: readonly Numbered<ConferenceEvent>[] = [];

/**
 * The timeline of the conference around: pages asked for, and after them what was heard live, looked at
 * every 0.8 s. When what is heard moves on beyond what is kept, the pages between are asked for too.
 */
export function useTimelinePages(id: ConferenceId): TimelinePages {
  const { newestEvents, heardAfter, foreseen } = usePacedConference(everyMs, (view) => view);
  const isKnown = foreseen !== null;
  const query = useInfiniteQuery<EventsAnswer, Error, Pages, readonly string[], EventsPage>({
    queryKey: conferenceEventsKeys.timeline(id),
    queryFn: ({ pageParam, signal }) => fetchConferenceEvents(id, { ...pageParam, limit }, signal),
    initialPageParam: firstPage(heardAfter),
    getNextPageParam: ({ items: [oldest] }) =>
      oldest === undefined || oldest.seq === 1 ? undefined : { before: oldest.seq },
    getPreviousPageParam: (page, _pages, param) => ({ after: endOf(page, param) }),
    maxPages: mostPages,
    enabled: isKnown,
    staleTime: Infinity,
    gcTime: 0,
  });
  const { data, isFetching, isError, fetchPreviousPage, fetchNextPage, refetch } = query;
  const pagedUntil = pagedUntilOf(data);
  useEffect(() => {
    if (pagedUntil === null || isFetching || isError || pagedUntil >= heardAfter) return;
    void fetchPreviousPage();
  }, [pagedUntil, heardAfter, isFetching, isError, fetchPreviousPage]);

  const events = useMemo(
    () => merged(data, pagedUntil, newestEvents),
    [data, pagedUntil, newestEvents],
  );
  return {
    events,
    hasOlder: query.hasNextPage,
    isLoading: query.isLoading,
    isLoadingOlder: query.isFetchingNextPage,
    error: query.error,
    loadOlder: useCallback(() => void fetchNextPage(), [fetchNextPage]),
    retry: useCallback(() => void refetch(), [refetch]),
  };
}

function firstPage(heardAfter: number): EventsPage {
  return { before: heardAfter + 1 };
}

function endOf(page: EventsAnswer, param: EventsPage): number {
  return page.items.at(-1)?.seq ?? ('after' in param ? param.after : param.before - 1);
}

// Pages stand newest first; null before the first has come.
function pagedUntilOf(data: Pages | undefined): number | null {
  const page = data?.pages[0];
  const param = data?.pageParams[0];
  return page === undefined || param === undefined ? null : endOf(page, param);
}

function merged(
  data: Pages | undefined,
  pagedUntil: number | null,
  newest: readonly Numbered<ConferenceEvent>[],
): readonly Numbered<ConferenceEvent>[] {
  if (data === undefined || pagedUntil === null) return noEvents;
  const paged = data.pages.toReversed().flatMap((page) => page.items);
  return [...paged, ...newest.filter((event) => event.seq > pagedUntil)];
}
