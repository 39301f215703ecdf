import type { Aggregate } from '../aggregate';
import type { ConferenceId } from '../ids';
import type { ConferenceCommand } from './command';
import { type Conference, emptyConference } from './conference';
import { decide } from './decide';
import type { ConferenceEvent } from './event';
import { evolve } from './evolve';
import { withSent } from './evolve-command';

/** The conference as the log, the server and every browser fold it. */
export const conferenceAggregate: Aggregate<Conference, ConferenceEvent, ConferenceCommand> = {
  version: 3,
  initial: (key) => emptyConference(key as ConferenceId),
  evolve,
  foresee: (conference, pending) => {
    const decision = decide(conference, pending.command);
    return decision.ok ? withSent(conference, pending, decision.command) : conference;
  },
};
