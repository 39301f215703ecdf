import { type InfiniteData, useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import type { EventsAnswer } from '@/lib/contract/http';
import type { ConferenceEvent } from '@/lib/domain/conference/event';
import {
  floorEventTypes,
  type FloorHistory,
  noFloorHistory,
  withFloorEvents,
} from '@/lib/domain/conference/floor';
import type { Numbered } from '@/lib/domain/event';
import type { ConferenceId } from '@/lib/domain/ids';
import { useConferenceLive, usePacedConference } from './use-conference';
import { conferenceEventsKeys, fetchConferenceEvents } from './conference-events-query';

interface FloorPage extends EventsAnswer {
  /** Up to this number nothing is missing. */
  readonly until: number;
}

const everyMs = 1000;
const limit = 1000;
const types: readonly string[] = floorEventTypes;

/**
 * Who had the floor when, of the conference around, from its beginning: the deciding events asked
 * for page by page, and after them those heard live, looked at every second.
 */
export function useFloorHistory(id: ConferenceId): FloorHistory {
  const { store } = useConferenceLive();
  const { newestEvents, heardAfter, foreseen } = usePacedConference(everyMs, (view) => view);
  const isKnown = foreseen !== null;
  const { data, isFetching, isError, fetchNextPage } = useInfiniteQuery({
    queryKey: conferenceEventsKeys.floor(id),
    queryFn: async ({ pageParam: after, signal }) => {
      const { seq } = store.getState();
      const asked = { after, limit, types: types.join(',') };
      return floorPage(await fetchConferenceEvents(id, asked, signal), seq);
    },
    initialPageParam: 0,
    getNextPageParam: (page) => page.until,
    enabled: isKnown,
    staleTime: Infinity,
    gcTime: 0,
  });
  const last = data?.pages.at(-1);
  const isMissing = last !== undefined && (last.hasMore || last.until < heardAfter);
  useEffect(() => {
    if (isMissing && !isFetching && !isError) void fetchNextPage();
  }, [isMissing, isFetching, isError, fetchNextPage]);

  const asked = useMemo(() => askedHistory(data), [data]);
  return useMemo(() => withFloorEvents(asked, newestEvents), [asked, newestEvents]);
}

// Without more to come, all up to the number we knew before we asked is in the answer.
function floorPage(answer: EventsAnswer, seqWhenAsked: number): FloorPage {
  const last = answer.items.at(-1)?.seq ?? 0;
  return { ...answer, until: answer.hasMore ? last : Math.max(last, seqWhenAsked) };
}

function askedHistory(data: InfiniteData<FloorPage> | undefined): FloorHistory {
  const items: Numbered<ConferenceEvent>[] = data?.pages.flatMap((page) => page.items) ?? [];
  return withFloorEvents(noFloorHistory, items);
}
