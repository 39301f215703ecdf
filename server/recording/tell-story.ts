import type { Conference } from '@/lib/domain/conference/conference';
import type { ConferenceEvent } from '@/lib/domain/conference/event';
import type { Numbered } from '@/lib/domain/event';
import { type ConferenceId, conferenceStream } from '@/lib/domain/ids';
import {
  noStory,
  type RecordingStory,
  recordingStory,
  storyEventTypes,
} from '@/lib/domain/recording/story';
import { type Sight, shownEvents, shownState } from '@/lib/domain/shown';
import type { Log } from '@/server/log/log';
import type { Store } from '@/server/log/ports';
import type { RecordingRecord } from './ports';

const eventsAtOnce = 1_000;
// A conference of four hours in which hundreds speak has fewer.
const mostEvents = 100_000;

/** Tells what happened along a recording, as somebody with this sight may see it. */
export type TellStory = (record: RecordingRecord, sight: Sight) => Promise<RecordingStory>;

/** Tells stories from the log. */
export function createTellStory(
  log: Pick<Log, 'read'>,
  store: Pick<Store, 'readEvents'>,
): TellStory {
  return async ({ conference, startedAt, endedAt, durationMs }, sight) => {
    if (conference === null || startedAt === null || endedAt === null || durationMs === null)
      return noStory;
    const stream = conferenceStream(conference.id as ConferenceId);
    const view = await log.read(stream);
    if (view === null) return noStory;
    const events: Numbered<ConferenceEvent>[] = [];
    for (let after = 0; events.length < mostEvents;) {
      const range = { after, limit: eventsAtOnce, types: storyEventTypes };
      const part = await store.readEvents(stream, range);
      // A conference's stream holds a conference's events.
      events.push(
        ...(shownEvents('conference', view.state, part, sight) as Numbered<ConferenceEvent>[]),
      );
      const last = part.at(-1);
      if (last === undefined || part.length < eventsAtOnce) break;
      after = last.seq;
    }
    const state = shownState('conference', view.state, sight) as Conference;
    return recordingStory({ startedAt, endedAt, durationMs }, state, events);
  };
}
