import type { Actor } from '../event';
import { valueAt, withValue } from '../keyed';
import type { Micros } from '../stamp';
import { type Conference, type Invitation, participantOf } from './conference';
import type { ConferenceEvent, OwnFact } from './event';
import { withParticipant } from './with-participant';

/** Takes in a fact of Rostrum's own; legs nobody has heard of are let be. */
export function withOwnFact(
  conference: Conference,
  event: { readonly actor: Actor | null; readonly receivedAt: Micros },
  fact: OwnFact,
): Conference {
  switch (fact.type) {
    case 'participants.labelled': {
      const { label, note } = fact.data;
      return withEach(conference, fact.data.legs, { label, note });
    }
    case 'participants.hostMarked':
      return withEach(conference, fact.data.legs, { hostMark: fact.data.isHost });
    case 'conference.lobbySet':
      return { ...conference, lobby: fact.data.queue };
    case 'conference.regionSet':
      return { ...conference, regionSaid: fact.data.region };
    case 'conference.muteOnEntrySet': {
      const { isOn, exempt } = fact.data;
      return { ...conference, muteOnEntry: isOn ? { actor: event.actor, exempt } : null };
    }
    case 'invitations.made':
      return withInvitations(conference, event, fact.data.invitations);
  }
}

/** Takes in how far an invitation has come; whoever comes in is called what the invitation said. */
export function withProgress(
  conference: Conference,
  data: Extract<ConferenceEvent, { type: 'invitation.progressed' }>['data'],
): Conference {
  const known = valueAt(conference.invitations, data.invitationId);
  if (known === undefined) return conference;
  const { phase, reason } = data;
  const callControlId = data.callControlId ?? known.callControlId;
  const invitation: Invitation = { ...known, phase, reason, callControlId };
  const invitations = withValue(conference.invitations, known.id, invitation);
  const after = { ...conference, invitations };
  if (callControlId === null || known.label === null || phase !== 'joined') return after;
  return withParticipant(after, callControlId, (participant) =>
    participant.label === null ? { ...participant, label: known.label } : participant,
  );
}

function withEach(
  conference: Conference,
  legs: Extract<OwnFact, { type: 'participants.labelled' }>['data']['legs'],
  change: { label: string | null; note: string | null } | { hostMark: boolean | null },
): Conference {
  return legs
    .filter((leg) => participantOf(conference, leg) !== undefined)
    .reduce((after, leg) => withParticipant(after, leg, (p) => ({ ...p, ...change })), conference);
}

function withInvitations(
  conference: Conference,
  { actor, receivedAt }: { readonly actor: Actor | null; readonly receivedAt: Micros },
  made: Extract<OwnFact, { type: 'invitations.made' }>['data']['invitations'],
): Conference {
  const add = (table: Conference['invitations'], { id, to, label }: (typeof made)[number]) =>
    withValue<Invitation>(table, id, {
      ...{ id, to, label, actor, askedAt: receivedAt },
      ...{ phase: 'waiting', callControlId: null, reason: null },
    });
  return { ...conference, invitations: made.reduce(add, conference.invitations) };
}
