import { type Conference, participantOf } from '@/lib/domain/conference/conference';
import { everIn } from '@/lib/domain/conference/came-back';
import {
  endReasonOf,
  peopleIn,
  recordingOf,
  type RecordingView,
  startedAt,
  statusOf,
} from '@/lib/domain/conference/view';
import type { Micros } from '@/lib/domain/stamp';
import { nameOf, shortId } from '@/lib/format/person';

/** What stands at the head of the desk; flat, so that it is compared at a glance. */
export interface DeskHead {
  readonly id: string;
  readonly name: string;
  readonly status: 'init' | 'in_progress' | 'completed';
  readonly people: number;
  /** How many have ever been in; 0 until it is over. */
  readonly everIn: number;
  readonly startedAt: Micros | null;
  /** The name of the one whose call began it. */
  readonly startedBy: string | null;
  readonly endedAt: Micros | null;
  readonly endReason: string | null;
  readonly expiresAt: Micros | null;
  readonly region: string | null;
  readonly recording: RecordingView['phase'];
  readonly recordedMicros: Micros;
  /** Whether everybody who joins is muted. */
  readonly mutesNewcomers: boolean;
  readonly recordingSince: Micros | null;
}

/** The head of a conference's desk; its name is a short id until a read has told it. */
export function headOf(conference: Conference): DeskHead {
  const { description, created, ended } = conference;
  const starter = created?.value.callControlId ?? null;
  const participant = starter === null ? undefined : participantOf(conference, starter);
  const recording = recordingOf(conference);
  const status = statusOf(conference);
  return {
    id: conference.id,
    name: description?.name ?? shortId(conference.id),
    status,
    people: peopleIn(conference),
    everIn: status === 'completed' ? everIn(conference) : 0,
    startedAt: startedAt(conference),
    startedBy: participant === undefined ? null : nameOf(participant),
    endedAt: ended?.at ?? null,
    endReason: endReasonOf(conference),
    expiresAt: status === 'completed' ? null : (description?.expiresAt ?? null),
    region: description?.region ?? null,
    recording: recording.phase,
    recordedMicros: recording.recordedMicros,
    recordingSince: recording.runningSince,
    mutesNewcomers: conference.muteOnEntry !== null && status !== 'completed',
  };
}
