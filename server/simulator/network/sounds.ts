import { announceLegSound } from './announce';
import { announceParticipantSound, announceRoomSound } from './announce-conference';
import {
  type Conference,
  type Leg,
  type Participant,
  type Sound,
  type Speaker,
  type World,
} from './world';

/** Where a sound is played, and how its start and end are told. */
export interface Output {
  readonly speaker: Speaker;
  readonly started: (sound: Sound) => void;
  readonly ended: (sound: Sound, status: SoundStatus) => void;
}

/** How a sound on a leg ended; a conference does not say (DOMAIN §2.2). */
export type SoundStatus = 'completed' | 'cancelled' | 'call_hangup';

const PLAYBACK_MS = 10_000;
const SPEECH_MS_PER_CHARACTER = 60;

/** A file, played `loop` times; its length is unknown, so each round takes ten seconds. */
export const playback = (
  media: { audioUrl: string | null; mediaName: string | null },
  loop: number | 'infinity',
): Sound => ({
  kind: 'playback',
  mediaUrl: media.audioUrl,
  mediaName: media.mediaName,
  lengthMs: loop === 'infinity' ? null : loop * PLAYBACK_MS,
});

/** Text read aloud, at about a thousand characters a minute. */
export const speech = (text: string): Sound => ({
  kind: 'speak',
  mediaUrl: null,
  mediaName: null,
  lengthMs: 500 + text.length * SPEECH_MS_PER_CHARACTER,
});

/** Everybody in the room. */
export const roomOutput = (world: World, conference: Conference): Output => ({
  speaker: conference.speaker,
  started: (sound) => {
    announceRoomSound(world, conference, sound, 'started');
  },
  ended: (sound) => {
    announceRoomSound(world, conference, sound, 'ended');
  },
});

/** One participant of a conference. */
export const participantOutput = (world: World, participant: Participant): Output => ({
  speaker: participant.speaker,
  started: (sound) => {
    announceParticipantSound(world, participant, sound, 'started');
  },
  ended: (sound) => {
    announceParticipantSound(world, participant, sound, 'ended');
  },
});

/** One leg, by a command to the call itself. */
export const legOutput = (world: World, leg: Leg): Output => ({
  speaker: leg.speaker,
  started: (sound) => {
    announceLegSound(world, leg, sound, { phase: 'started' });
  },
  ended: (sound, status) => {
    // Speech that is stopped counts as completed: its schema knows no "cancelled" (DOMAIN §2.4).
    const told = sound.kind === 'speak' && status === 'cancelled' ? 'completed' : status;
    announceLegSound(world, leg, sound, { phase: 'ended', status: told });
  },
});

function begin(world: World, output: Output, sound: Sound): void {
  const { speaker } = output;
  speaker.current = sound;
  output.started(sound);
  if (sound.lengthMs === null) return;
  speaker.timer = world.clock.in(sound.lengthMs, () => {
    finish(world, output, 'completed');
  });
}

function finish(world: World, output: Output, status: SoundStatus): void {
  const { speaker } = output;
  const sound = speaker.current;
  speaker.timer?.cancel();
  speaker.timer = null;
  speaker.current = null;
  if (sound !== null) output.ended(sound, status);
  const next = speaker.waiting.shift();
  if (next !== undefined) begin(world, output, next);
}

/** Plays a sound, or lets it wait its turn, as the `overlap` switch says. */
export function play(world: World, output: Output, sound: Sound): void {
  if (output.speaker.current === null) begin(world, output, sound);
  else if (world.switches.overlap === 'queue') output.speaker.waiting.push(sound);
  else {
    stop(world, output, 'cancelled');
    begin(world, output, sound);
  }
}

/** Ends what is playing and forgets what waits. */
export function stop(world: World, output: Output, status: SoundStatus): void {
  output.speaker.waiting.length = 0;
  if (output.speaker.current !== null) finish(world, output, status);
}

/** Ends what is playing; what waits behind it begins. */
export function skip(world: World, output: Output, status: SoundStatus): void {
  if (output.speaker.current !== null) finish(world, output, status);
}

/** What a conference's `stop` command does; speech is spared where the switch says so. */
export function stopByCommand(world: World, output: Output): void {
  if (output.speaker.current?.kind === 'speak' && !world.switches.stopEndsSpeak) return;
  stop(world, output, 'cancelled');
}
