import type { Aggregate } from '../aggregate';
import type { ConferenceId } from '../ids';
import type { ConferenceCommand } from './command';
import { type Conference, emptyConference } from './conference';
import { decide } from './decide';
import type { ConferenceEvent } from './event';
import { evolve } from './evolve';
import { withSent } from './evolve-command';
import { withOwnFact } from './evolve-own';
import { isForCarrier, ownFactsOf } from './own-facts';

/** The conference as the log, the server and every browser fold it. */
export const conferenceAggregate: Aggregate<Conference, ConferenceEvent, ConferenceCommand> = {
  version: 7,
  initial: (key) => emptyConference(key as ConferenceId),
  evolve,
  foresee: (conference, pending) => {
    const decision = decide(conference, pending.command);
    if (!decision.ok) return conference;
    const { command } = decision;
    if (isForCarrier(command)) return withSent(conference, pending, command);
    const event = { actor: pending.actor, receivedAt: 0 };
    const facts = ownFactsOf(conference, command, pending.commandId);
    return facts.reduce((after, fact) => withOwnFact(after, event, fact), conference);
  },
};
