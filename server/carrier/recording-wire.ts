import { z } from 'zod';
import {
  type RecordingChannels,
  recordingChannels,
  type RecordingFormat,
  recordingFormats,
} from '@/lib/contract/recording';
import type { RecordingHeard } from '@/server/log/ports';
import type { CarrierRecording } from '@/server/recording/ports';
import { microsOf } from './read-envelope';

// Longer than any id of the carrier's (DOMAIN §1.0), and short enough for any database's index.
const id = z.string().min(1).max(512);
// What is not needed and not as it should be is as good as absent: the recording counts.
const maybe = z
  .string()
  .min(1)
  .max(512)
  .nullish()
  .catch(null)
  .transform((value) => value ?? null);
const link = z.string().min(1).max(4_000).optional().catch(undefined);
const links = z
  .object({ wav: link, mp3: link })
  .nullish()
  .catch(null)
  .transform((value) => value ?? {});
const format = z
  .enum(recordingFormats)
  .nullish()
  .catch(null)
  .transform((value): RecordingFormat | null => value ?? null);
const channels = z
  .enum(recordingChannels)
  .nullish()
  .catch(null)
  .transform((value): RecordingChannels | null => value ?? null);
const legs = { call_control_id: maybe, call_leg_id: maybe, call_session_id: maybe };
const ends = { from: maybe, to: maybe, connection_id: maybe };

const recording = z.looseObject({
  ...legs,
  ...ends,
  id,
  channels,
  conference_id: maybe,
  source: maybe,
  duration_millis: z.number().min(0).nullish().catch(null),
  download_urls: links,
});
const saved = z.looseObject({ ...legs, ...ends, recording_id: id, format, channels });

/** Reads a recording of the carrier's list (DOMAIN §1.7); none where it has no id. */
export function recordingReading(data: unknown): readonly CarrierRecording[] {
  const read = recording.safeParse(data);
  if (!read.success) return [];
  const { data: known } = read;
  const offered = recordingFormats.filter((each) => known.download_urls[each] !== undefined);
  const conferenceId = known.conference_id;
  return [
    {
      heard: {
        ...heardIn(known),
        id: known.id,
        source: known.source === 'call' || conferenceId === null ? 'call' : 'conference',
        conferenceId,
        // The list names no format: it is the one there is a link for, where there is one.
        format: offered.length === 1 ? (offered[0] ?? null) : null,
        durationMs: known.duration_millis == null ? null : Math.round(known.duration_millis),
      },
      links: Object.fromEntries(offered.map((each) => [each, known.download_urls[each]])),
    },
  ];
}

/** Reads `call.recording.saved`: its published schema names no recording, what really comes does (DOMAIN §2.4). */
export function savedCallRecording(payload: unknown): RecordingHeard {
  const known = saved.parse(payload);
  return {
    ...heardIn(known),
    id: known.recording_id,
    source: 'call',
    conferenceId: null,
    format: known.format,
    durationMs: null,
  };
}

type Legs = Pick<z.infer<typeof saved>, keyof typeof legs | keyof typeof ends | 'channels'> & {
  readonly recording_started_at?: unknown;
  readonly recording_ended_at?: unknown;
};

function heardIn(known: Legs) {
  return {
    conferenceName: null,
    callControlId: known.call_control_id,
    callLegId: known.call_leg_id,
    callSessionId: known.call_session_id,
    connectionId: known.connection_id,
    from: known.from,
    to: known.to,
    queue: null,
    channels: known.channels,
    startedAt: microsOf(known.recording_started_at),
    endedAt: microsOf(known.recording_ended_at),
  };
}
