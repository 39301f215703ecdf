import { legFields, soundFields } from './announce';
import {
  type Conference,
  type Leg,
  type Participant,
  type Recording,
  type Sound,
  type World,
} from './world';

const iso = (ms: number) => new Date(ms).toISOString();

const legOfConference = (conference: Conference, leg: Leg) => ({
  ...legFields(leg),
  // The creator's state stands in all events of its conference (DOMAIN §2.2).
  client_state: conference.owner.clientState,
  conference_id: conference.id,
});

const roomFields = (conference: Conference) => ({
  connection_id: conference.connectionId,
  creator_call_session_id: conference.owner.callSessionId,
  conference_id: conference.id,
});

/** `conference.created`; it carries no name (DOMAIN §2.2). */
export function announceCreated(world: World, conference: Conference): void {
  world.emit('conference.created', 'payload', legOfConference(conference, conference.owner));
}

/** `conference.ended`. */
export function announceEnded(world: World, conference: Conference, reason: string): void {
  const payload = { ...legOfConference(conference, conference.owner), reason };
  world.emit('conference.ended', 'payload', payload);
}

/** `conference.participant.joined`. */
export function announceJoined(world: World, { conference, leg }: Participant): void {
  world.emit('conference.participant.joined', 'data', legOfConference(conference, leg));
}

/** `conference.participant.left`. */
export function announceLeft(world: World, { conference, leg }: Participant): void {
  world.emit('conference.participant.left', 'data', legOfConference(conference, leg));
}

/** `conference.floor.changed`: this leg speaks now. */
export function announceFloor(world: World, conference: Conference, leg: Leg): void {
  world.emit('conference.floor.changed', 'payload', legOfConference(conference, leg));
}

/** A sound to the whole room starts or ends. */
export function announceRoomSound(
  world: World,
  conference: Conference,
  sound: Sound,
  phase: 'started' | 'ended',
): void {
  const payload = { ...roomFields(conference), ...soundFields(sound) };
  world.emit(`conference.${sound.kind}.${phase}`, 'payload', payload);
}

/** A sound to one participant starts or ends. */
export function announceParticipantSound(
  world: World,
  { conference, leg }: Participant,
  sound: Sound,
  phase: 'started' | 'ended',
): void {
  world.emit(`conference.participant.${sound.kind}.${phase}`, 'payload', {
    ...roomFields(conference),
    ...legOfConference(conference, leg),
    ...soundFields(sound),
  });
}

/** The name that the storage knows a recording's file by. */
export const fileNameOf = ({ id, format }: Recording): string => `${id}.${format}`;

/** The addresses of a saved recording: the format that was asked for, good for ten minutes from now. */
export function recordingUrls(world: World, recording: Recording): Record<string, string> {
  const fileName = fileNameOf(recording);
  return { [recording.format]: `${world.mediaUrl}/${fileName}?${world.links.sign(fileName)}` };
}

/** `conference.recording.saved`. */
export function announceRecordingSaved(world: World, recording: Recording): void {
  const { conference } = recording;
  const { call_control_id, call_session_id, connection_id, client_state } = legFields(
    conference.owner,
  );
  world.emit('conference.recording.saved', 'nowhere', {
    call_control_id,
    call_session_id,
    connection_id,
    client_state,
    conference_id: conference.id,
    recording_id: recording.id,
    channels: recording.channels,
    format: recording.format,
    recording_started_at: iso(recording.startedAt),
    recording_ended_at: iso(recording.endedAt ?? world.clock.now()),
    recording_urls: { mp3: null, wav: null, ...recordingUrls(world, recording) },
    public_recording_urls: { mp3: null, wav: null },
  });
}
