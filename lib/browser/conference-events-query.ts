import type { EventsAnswer } from '@/lib/contract/http';
import type { ConferenceId } from '@/lib/domain/ids';
import { getJson, withQuery } from './request';

/** Which events to ask for: those beyond a number, towards the newer or the older. */
export type EventsPage = { readonly after: number } | { readonly before: number };

/** Asks for one page of a conference's events, oldest first; `types` limits it to some types. */
export function fetchConferenceEvents(
  id: ConferenceId,
  page: EventsPage & { readonly limit: number; readonly types?: string },
  signal: AbortSignal,
): Promise<EventsAnswer> {
  const path = `/api/conferences/${encodeURIComponent(id)}/events`;
  return getJson<EventsAnswer>(withQuery(path, page), signal);
}

/** Under which keys the Query cache holds what was asked about one conference's events. */
export const conferenceEventsKeys = {
  timeline: (id: ConferenceId) => ['conferences', id, 'timeline'] as const,
  floor: (id: ConferenceId) => ['conferences', id, 'floor'] as const,
};
