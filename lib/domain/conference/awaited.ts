import type { CallControlId } from '../ids';
import { isNewer, type Stamp } from '../stamp';
import type { ConferenceCommandType } from './command';
import { type Conference, type Participant, participantOf } from './conference';

/** Whom something is awaited of. */
type Target = 'everyone' | readonly CallControlId[];

/** A command's name where it is the carrier's webhook about a coming or a sound that confirms it. */
type AwaitedType =
  'participants.join' | 'audio.play' | 'audio.speak' | 'audio.stop' | 'digits.gather';

/** Whether a command counts once something is heard that began after it. */
export function isAwaited(type: ConferenceCommandType): type is AwaitedType {
  return (
    type === 'participants.join' ||
    type === 'audio.play' ||
    type === 'audio.speak' ||
    type === 'audio.stop' ||
    type === 'digits.gather'
  );
}

/** The newest word of what a command of this kind waits for, from whom it is for. */
export function heardOf(
  conference: Conference,
  type: ConferenceCommandType,
  target: Target,
): Stamp | null {
  if (!isAwaited(type)) return null;
  if (target === 'everyone') return roomWord(conference, type);
  return target.reduce<Stamp | null>((known, leg) => {
    const participant = participantOf(conference, leg);
    const word = participant === undefined ? null : legWord(participant, type);
    return word !== null && isNewer(word, known) ? { at: word.at, id: word.id } : known;
  }, null);
}

/** Whether the room has been heard to do what the command asked, later than `before`. */
export function roomDid(conference: Conference, type: AwaitedType, before: Stamp | null): boolean {
  if (type === 'audio.stop') return isSilent(conference);
  const word = roomWord(conference, type);
  return word !== null && isNewer(word, before);
}

/** Whether a leg has been heard to do what the command asked, later than `before`. */
export function legDid(participant: Participant, type: AwaitedType, before: Stamp | null): boolean {
  if (type === 'audio.stop') return isSilent(participant);
  const word = legWord(participant, type);
  return word !== null && isNewer(word, before);
}

function roomWord(conference: Conference, type: AwaitedType): Stamp | null {
  if (type === 'audio.play') return conference.playbackBegan;
  return type === 'audio.speak' ? conference.speakBegan : null;
}

function legWord(participant: Participant, type: AwaitedType): Stamp | null {
  switch (type) {
    case 'participants.join':
      return participant.joined;
    case 'audio.play':
      return participant.playbackBegan;
    case 'audio.speak':
      return participant.speakBegan;
    case 'digits.gather':
    case 'audio.stop':
      return null;
  }
}

// The carrier tells the end of each sound, and nothing of a stop (DOMAIN §4.11).
function isSilent(heard: Pick<Conference | Participant, 'playback' | 'speak'>): boolean {
  return heard.playback?.value !== true && heard.speak?.value !== true;
}
