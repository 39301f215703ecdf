import type { ConferenceEvent } from '@/lib/domain/conference/event';
import type { Numbered } from '@/lib/domain/event';
import type { Conference } from '@/lib/domain/conference/conference';
import { type Sight, shownEvents } from '@/lib/domain/shown';
import type { Services } from '@/server/services';

const eventsAtOnce = 1000;

/**
 * All events of a conference in the order of their numbers, a part at a time, as its reader may see them;
 * `conference` is as it stands now.
 */
export async function* allEvents(
  conferences: Services['conferences'],
  conference: Conference,
  sight: Sight,
  types?: readonly string[],
): AsyncGenerator<readonly Numbered<ConferenceEvent>[]> {
  let after = 0;
  for (;;) {
    const found = await conferences.events(conference.id, { after, limit: eventsAtOnce, types });
    const last = found.at(-1);
    if (last === undefined) return;
    const shown = shownEvents('conference', conference, found, sight);
    yield shown as unknown as readonly Numbered<ConferenceEvent>[];
    if (found.length < eventsAtOnce) return;
    after = last.seq;
  }
}

/** The same in one list: for types of which there are few. */
export async function everyEvent(
  ...asked: Parameters<typeof allEvents>
): Promise<readonly Numbered<ConferenceEvent>[]> {
  const all: Numbered<ConferenceEvent>[] = [];
  for await (const part of allEvents(...asked)) all.push(...part);
  return all;
}
