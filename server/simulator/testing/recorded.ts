import { createVirtualClock } from '../engine/clock';
import { createIds } from '../engine/ids';
import { savePastRecording } from '../network/past-recordings';
import { createWorld, type Recording, type Turn } from '../network/world';
import { switchesSchema } from '../options';
import { connectionId } from './rehearsal';

/** What a recording under test is; `host` in a turn means the creator of the conference. */
export interface RecordedAs {
  readonly lengthMs: number;
  readonly turns: readonly Turn[];
  readonly format?: Recording['format'];
  readonly channels?: Recording['channels'];
}

/** A saved recording in which these people were heard. */
export function recordedAs({ lengthMs, turns, format, channels }: RecordedAs): Recording {
  const clock = createVirtualClock();
  clock.close();
  const world = createWorld({
    clock,
    ids: createIds(),
    switches: switchesSchema.parse({}),
    connectionId,
    webhookUrls: [],
    emit: () => undefined,
  });
  const recording = savePastRecording(world, {
    lengthMs,
    format: format ?? 'wav',
    channels: channels ?? 'single',
    speakers: 1,
    orderedBytes: null,
    announced: false,
  });
  const host = recording.conference.owner.callControlId;
  recording.turns = turns.map(({ fromMs, voice }) => ({
    fromMs,
    voice: voice === 'host' ? host : voice,
  }));
  return recording;
}
