import { announceRecordingSaved } from './announce-conference';
import { makeConference } from './conferences';
import { makeLeg } from './legs';
import { type Conference, type Recording, type Turn, type World } from './world';

/** A recording that there shall be, although nobody was recorded. */
export interface PastRecording extends Pick<Recording, 'format' | 'channels' | 'orderedBytes'> {
  readonly lengthMs: number;
  /** How many people are heard, one after the other; the creator of the conference is the first. */
  readonly speakers: number;
  /** Of the conference that it belongs to; one that is unknown is made, and is over already. */
  readonly conferenceId?: string | undefined;
  readonly conferenceName?: string | undefined;
  /** Whether `conference.recording.saved` goes out. */
  readonly announced: boolean;
}

const TURN_MS = 8000;
const SILENCE_MS = 1000;

function pastConference(world: World, { conferenceId: id, conferenceName }: PastRecording) {
  const owner = makeLeg(world, {
    direction: 'incoming',
    from: '+12125550199',
    to: '+13125550100',
    callerName: '',
    connectionId: world.connectionId,
  });
  owner.state = 'ended';
  const name = conferenceName ?? 'Recorded earlier';
  const conference = makeConference(world, owner, { id, name, starts: true });
  conference.status = 'completed';
  conference.endReason = 'all_left';
  world.conferences.set(conference.id, conference);
  return conference;
}

function conferenceOf(world: World, asked: PastRecording): Conference {
  const { conferenceId: id, conferenceName: name } = asked;
  const known =
    id === undefined
      ? [...world.conferences.values()].findLast((conference) => conference.name === name)
      : world.conferences.get(id);
  return known ?? pastConference(world, asked);
}

/** They take turns, and are silent for a moment after each. */
function takeTurns(voices: readonly string[], lengthMs: number): Turn[] {
  const turns: Turn[] = [];
  for (let count = 0, fromMs = 0; fromMs < lengthMs; count += 1, fromMs += TURN_MS + SILENCE_MS) {
    turns.push({ fromMs, voice: voices[count % voices.length] ?? null });
    turns.push({ fromMs: fromMs + TURN_MS, voice: null });
  }
  return turns;
}

/** Saves a recording that has just come to its end. */
export function savePastRecording(world: World, asked: PastRecording): Recording {
  const conference = conferenceOf(world, asked);
  const { lengthMs, format, channels, orderedBytes } = asked;
  const endedAt = world.clock.now();
  const voices = Array.from({ length: asked.speakers }, (_, at) =>
    at === 0 ? conference.owner.callControlId : `${conference.id} ${at}`,
  );
  const recording: Recording = {
    id: world.ids.uuid(),
    conference,
    format,
    channels,
    trimmed: false,
    startedAt: endedAt - lengthMs,
    endedAt,
    pausedAt: null,
    pausedMs: 0,
    turns: takeTurns(voices, lengthMs),
    lengthMs,
    orderedBytes,
  };
  world.recordings.set(recording.id, recording);
  if (asked.announced) announceRecordingSaved(world, recording);
  return recording;
}
