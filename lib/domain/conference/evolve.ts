import type { Numbered } from '../event';
import { valueAt, withValue } from '../keyed';
import { stamped, stampOf, withNewest } from '../registers';
import { newest, type Stamped } from '../stamp';
import { type Conference, type Participant, withParty } from './conference';
import type { ConferenceEvent, SavedRecording } from './event';
import { withAccepted, withGathered, withRefused, withSent, withUnknown } from './evolve-command';
import { withOwnFact, withProgress } from './evolve-own';
import { withSupervisor } from './evolve-supervisor';
import { withRead } from './evolve-read';
import { withParticipant } from './with-participant';
import { withSettled } from './settle';

/**
 * Returns the conference as it is after `event`.
 *
 * Pure and total: it never throws, never reads a clock, and returns the same reference when the
 * event changes nothing. Facts of the carrier fold to the same state in whatever order and however
 * often they come: each register keeps the newest by the carrier's clock.
 */
export function evolve(conference: Conference, event: Numbered<ConferenceEvent>): Conference {
  switch (event.type) {
    case 'conference.created':
      return withNewest(conference, 'created', stamped(event, event.data));
    case 'conference.ended':
      return withSettled(withNewest(conference, 'ended', stamped(event, event.data)));
    case 'conference.described':
      return withSettled({ ...conference, description: event.data });
    case 'floor.changed':
      return withNewest(conference, 'floor', stamped(event, event.data.callControlId));
    case 'playback.started':
    case 'playback.ended':
      return withHeard(conference, withSound(conference, 'playback', event));
    case 'speak.started':
    case 'speak.ended':
      return withHeard(conference, withSound(conference, 'speak', event));
    case 'recording.saved':
      return withSettled(withSaved(conference, stamped(event, event.data)));
    case 'participants.read':
      return withRead(conference, { ...event.data, at: event.receivedAt });
    case 'command.sent':
      return withSent(conference, event, event.data.command);
    case 'command.accepted':
      return withAccepted(conference, event);
    case 'command.refused':
      return withRefused(conference, event, event.data);
    case 'command.unknown':
      return withUnknown(conference, event);
    case 'participant.joined':
    case 'participant.left':
    case 'participant.identified':
    case 'participant.hungUp':
    case 'participant.waited':
    case 'participant.playback.started':
    case 'participant.playback.ended':
    case 'participant.speak.started':
    case 'participant.speak.ended':
      return withLegEvent(conference, event);
    case 'participant.gathered':
      return withGathered(conference, event.data);
    case 'participant.pressed':
      return conference;
    case 'participants.labelled':
    case 'participants.hostMarked':
    case 'conference.lobbySet':
    case 'conference.regionSet':
    case 'conference.muteOnEntrySet':
    case 'invitations.made':
      return withOwnFact(conference, event, event);
    case 'invitation.progressed':
      return withProgress(conference, event.data);
    case 'conference.configured':
      return { ...conference, settings: event.data };
    case 'supervisor.called':
    case 'supervisor.roleSet':
    case 'supervisor.rejoining':
    case 'supervisor.ended':
      return withSupervisor(conference, event.actor, event);
  }
}

type LegEvent = Extract<
  Numbered<ConferenceEvent>,
  {
    type:
      | 'participant.joined'
      | 'participant.left'
      | 'participant.identified'
      | 'participant.hungUp'
      | 'participant.waited'
      | 'participant.playback.started'
      | 'participant.playback.ended'
      | 'participant.speak.started'
      | 'participant.speak.ended';
  }
>;

function withLegEvent(conference: Conference, event: LegEvent): Conference {
  const { callControlId } = event.data;
  const after = withParticipant(conference, callControlId, (p) => evolveLeg(p, event));
  return isEvidence(event) && after !== conference ? withSettled(after, callControlId) : after;
}

// What settles no command leaves the commands alone: numbers and hang-ups come by the hundred.
const silent: ReadonlySet<LegEvent['type']> = new Set([
  'participant.identified',
  'participant.hungUp',
  'participant.waited',
]);

function isEvidence({ type }: LegEvent): boolean {
  return !silent.has(type);
}

function evolveLeg(participant: Participant, event: LegEvent): Participant {
  switch (event.type) {
    case 'participant.joined':
      return withJoined(participant, event);
    case 'participant.left':
      return withNewest(participant, 'left', stampOf(event));
    case 'participant.identified':
      return withParty(participant, event.data.party);
    case 'participant.hungUp': {
      const { cause, source } = event.data;
      return withNewest(participant, 'hungUp', stamped(event, { cause, source }));
    }
    case 'participant.waited': {
      const { queue, seconds } = event.data;
      return withNewest(participant, 'waited', stamped(event, { queue, seconds }));
    }
    case 'participant.playback.started':
    case 'participant.playback.ended':
      return withSound(participant, 'playback', event);
    case 'participant.speak.started':
    case 'participant.speak.ended':
      return withSound(participant, 'speak', event);
  }
}

/** A sound began or ended, for the room or for one leg. */
function withSound<T extends Conference | Participant>(
  heard: T,
  kind: 'playback' | 'speak',
  event: Numbered<ConferenceEvent>,
): T {
  const began = isStart(event);
  const after = withNewest<Conference | Participant, typeof kind>(
    heard,
    kind,
    stamped(event, began),
  ) as T;
  if (!began) return after;
  const register = kind === 'playback' ? 'playbackBegan' : 'speakBegan';
  return withNewest<Conference | Participant, typeof register>(
    after,
    register,
    stampOf(event),
  ) as T;
}

function withHeard(before: Conference, after: Conference): Conference {
  return after === before ? before : withSettled(after);
}

function withJoined(
  before: Participant,
  event: Extract<LegEvent, { type: 'participant.joined' }>,
): Participant {
  const participant = withParty(before, event.data.party);
  const stamp = stampOf(event);
  const firstJoinedAt = Math.min(participant.firstJoinedAt ?? stamp.at, stamp.at);
  const joined = newest(participant.joined, stamp);
  const callLegId = participant.callLegId ?? event.data.callLegId;
  const connectionId = participant.connectionId ?? event.data.connectionId;
  const isSame =
    joined === participant.joined &&
    firstJoinedAt === participant.firstJoinedAt &&
    callLegId === participant.callLegId &&
    connectionId === participant.connectionId;
  return isSame ? participant : { ...participant, joined, firstJoinedAt, callLegId, connectionId };
}

function withSaved(conference: Conference, saved: Stamped<SavedRecording>): Conference {
  const { recordingId } = saved.value;
  const known = valueAt(conference.recordings, recordingId) ?? null;
  if (newest(known, saved) === known) return conference;
  return { ...conference, recordings: withValue(conference.recordings, recordingId, saved) };
}

function isStart(event: { readonly type: string }): boolean {
  return event.type.endsWith('.started');
}
