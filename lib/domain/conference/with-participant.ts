import type { CallControlId } from '../ids';
import { withValue } from '../keyed';
import { type Conference, newParticipant, type Participant, participantOf } from './conference';

/** The conference with one of its legs changed; the same reference when the change changes nothing. */
export function withParticipant(
  conference: Conference,
  callControlId: CallControlId,
  change: (participant: Participant) => Participant,
): Conference {
  const known = participantOf(conference, callControlId);
  const before = known ?? newParticipant(callControlId);
  const after = change(before);
  if (after === before && known !== undefined) return conference;
  return {
    ...conference,
    participants: withValue(conference.participants, callControlId, after),
  };
}
