import { conferenceAggregate } from '@/lib/domain/conference/aggregate';
import type { ConferenceCommand } from '@/lib/domain/conference/command';
import type { Conference } from '@/lib/domain/conference/conference';
import type { ConferenceEvent } from '@/lib/domain/conference/event';
import { type ConferenceId, conferenceStream } from '@/lib/domain/ids';
import { createStreamLive, type StreamLive, type StreamView } from './stream-live';

/** One conference as the screen shows it. */
export type ConferenceView = StreamView<Conference, ConferenceEvent, ConferenceCommand>;

/** The live store of one conference and the ways to change it. */
export interface ConferenceLive extends StreamLive<Conference, ConferenceEvent, ConferenceCommand> {
  readonly id: ConferenceId;
}

/** The live store of one conference, empty until it is followed. */
export function createConferenceLive(id: ConferenceId): ConferenceLive {
  return { id, ...createStreamLive(conferenceAggregate, conferenceStream(id)) };
}
