import { refusal } from '../refusal';
import { announceRecordingSaved } from './announce-conference';
import { noteWhoIsHeard, soundMs } from './heard';
import { type Conference, type Recording, type World } from './world';

/** Starts to record a conference; 90020 before it has started, 90053 where only one may run. */
export function startRecording(
  world: World,
  conference: Conference,
  asked: Pick<Recording, 'format' | 'channels' | 'trimmed'>,
): void {
  if (conference.status === 'init') {
    throw refusal('90020', 'Recording cannot be started until the conference has started.');
  }
  if (conference.recordings.size > 0 && world.switches.secondRecording === 'refuse') {
    throw refusal('90053', 'The conference is already being recorded.');
  }
  conference.recordings.add({
    id: world.ids.uuid(),
    conference,
    format: asked.format,
    channels: asked.channels,
    trimmed: asked.trimmed,
    startedAt: world.clock.now(),
    endedAt: null,
    pausedAt: null,
    pausedMs: 0,
    turns: [],
    lengthMs: 0,
    orderedBytes: null,
  });
  noteWhoIsHeard(world, conference);
}

/** The recordings that a command means: the one it names, or all that run. 404/10005 when none. */
export function recordingsMeant(conference: Conference, recordingId: string | null): Recording[] {
  const running = [...conference.recordings];
  const meant =
    recordingId === null ? running : running.filter((recording) => recording.id === recordingId);
  if (meant.length === 0) {
    throw refusal('10005', 'Recording not found', { pointer: '/recording_id' });
  }
  return meant;
}

/** Stops taking in sound; a second pause changes nothing. */
export function pauseRecording(world: World, recording: Recording): void {
  recording.pausedAt ??= world.clock.now();
}

/** Takes in sound again. */
export function resumeRecording(world: World, recording: Recording): void {
  if (recording.pausedAt === null) return;
  recording.pausedMs += world.clock.now() - recording.pausedAt;
  recording.pausedAt = null;
}

/** Cuts the silence off both ends; one in which nobody was ever heard stays as it is. */
function trimSilence(recording: Recording): void {
  const { turns } = recording;
  const first = turns.findIndex(({ voice }) => voice !== null);
  if (first === -1) return;
  const last = turns.at(-1);
  const startMs = turns[first]?.fromMs ?? 0;
  const endMs = last?.voice === null ? last.fromMs : recording.lengthMs;
  recording.turns = turns
    .slice(first)
    .map(({ fromMs, voice }) => ({ fromMs: fromMs - startMs, voice }));
  recording.lengthMs = endMs - startMs;
}

/** Ends a recording; it is saved, and told of, some time later (DOMAIN §4.6). */
export function stopRecording(world: World, recording: Recording): void {
  resumeRecording(world, recording);
  recording.endedAt = world.clock.now();
  recording.lengthMs = soundMs(world, recording);
  if (recording.trimmed) trimSilence(recording);
  recording.conference.recordings.delete(recording);
  world.clock.in(world.switches.recordingProcessingMs, () => {
    world.recordings.set(recording.id, recording);
    announceRecordingSaved(world, recording);
  });
}

/** A saved recording; 404/10005 where there is none of this id. */
export function savedRecording(world: World, id: string, pointer?: string): Recording {
  const recording = world.recordings.get(id);
  if (recording !== undefined) return recording;
  const source = pointer === undefined ? undefined : { pointer };
  throw refusal('10005', 'The recording does not exist.', source);
}
