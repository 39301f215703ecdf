import { z } from 'zod';
import type { Actor } from '@/lib/domain/event';
import type { Micros } from '@/lib/domain/stamp';

/**
 * How far a recording's archiving has come. `waiting`: known, nothing fetched yet. `retrying`: the last
 * try failed and another comes. `failed`: no more tries come unless somebody asks. `deleting`: to be
 * deleted here and at the carrier, and not gone at both yet.
 */
export const recordingStates = [
  'waiting',
  'archiving',
  'retrying',
  'archived',
  'failed',
  'deleting',
  'deleted',
] as const;
/** One such state. */
export type RecordingState = (typeof recordingStates)[number];

/** Why the last try to archive, or to delete, did not succeed. */
export const recordingProblems = [
  /** The carrier could not be asked for a link, or does not answer. */
  'carrier-unreachable',
  'carrier-key',
  /** The carrier knows no such recording. */
  'not-at-carrier',
  'no-link',
  /** The carrier puts it into a bucket of the customer's own (DOMAIN §4.6: custom storage). */
  'own-storage',
  /** The link leads to a host or by a scheme that RECORDING_HOSTS does not allow. */
  'address-refused',
  'link-expired',
  'download-refused',
  'download-cut',
  'download-slow',
  'too-large',
  'not-a-sound',
  'length-differs',
  'duration-differs',
  'checksum-differs',
  'disk-full',
  'storage-unreachable',
  'unexpected',
] as const;
/** One such reason. */
export type RecordingProblem = (typeof recordingProblems)[number];

/** How many tries archiving takes by itself before it gives up. */
export const archiveTries = 8;

/** The formats a recording can have (DOMAIN §1.7). */
export const recordingFormats = ['wav', 'mp3'] as const;
/** One format. */
export type RecordingFormat = (typeof recordingFormats)[number];

/** One channel for all, or one for the creator and one for everybody else (DOMAIN §4.6). */
export const recordingChannels = ['single', 'dual'] as const;
/** One of these. */
export type RecordingChannels = (typeof recordingChannels)[number];

/** Something somebody did to a recording, and the reason they wrote. */
export interface ReasonedDeed {
  readonly by: Actor;
  readonly reason: string;
  readonly at: Micros;
}

/** That a rule deleted a recording once it had been kept for so many days. */
export interface RuleDeed {
  readonly by: null;
  readonly keptDays: number;
  readonly at: Micros;
}

/** One recording in a list (topic `recordings`). */
export interface RecordingRow {
  readonly kind: 'recording';
  /** The carrier's own id of it. */
  readonly id: string;
  readonly source: 'conference' | 'call';
  /** Null where it is of a call. */
  readonly conference: { readonly id: string; readonly name: string | null } | null;
  /** The call it is of, or whose leg made the conference. */
  readonly callControlId: string | null;
  readonly from: string | null;
  readonly to: string | null;
  /** The queue the call came through, where one is known. */
  readonly queue: string | null;
  readonly format: RecordingFormat | null;
  readonly channels: RecordingChannels | null;
  /** The carrier's clock. */
  readonly startedAt: Micros | null;
  readonly endedAt: Micros | null;
  /** How much sound there is in it, in milliseconds: the carrier's word, and once archived the file's. */
  readonly durationMs: number | null;
  /** Our clock when it was first heard of. */
  readonly heardAt: Micros;
  /** Whether it was found by a read of the carrier: no webhook announced it. */
  readonly isFound: boolean;
  readonly state: RecordingState;
  /** Its length: as announced, and once archived as it is. Null before the download began. */
  readonly bytes: number | null;
  /** How much of it is here, for good. */
  readonly doneBytes: number;
  /** How many tries have failed. */
  readonly tries: number;
  readonly nextTryAt: Micros | null;
  readonly problem: RecordingProblem | null;
  /** In hexadecimal, read back from storage; null before it is archived. */
  readonly sha256: string | null;
  readonly archivedAt: Micros | null;
  /** Under hold nobody can delete it. */
  readonly hold: ReasonedDeed | null;
  /** When a rule will delete it; null where none will. */
  readonly expiresAt: Micros | null;
  readonly deletion: ReasonedDeed | RuleDeed | null;
}

/** All recordings together, whatever is filtered. */
export interface RecordingSummary {
  /** Those that are not deleted. */
  readonly count: number;
  readonly archived: number;
  readonly archivedBytes: number;
  readonly failed: number;
  /** Those on their way into the archive. */
  readonly underWay: number;
  /** When the carrier's list was last read to its end; null before that. */
  readonly readAt: Micros | null;
}

/** Who spoke in which part of a recording, in milliseconds from its beginning. */
export interface SpokenSegment {
  readonly fromMs: number;
  readonly toMs: number;
  /** A participant of the recording's story, by leg. */
  readonly callControlId: string;
}

/** What is marked along a recording, beside notes. */
export const markerKinds = [
  'joined',
  'left',
  'muted',
  'unmuted',
  'played',
  'spoke',
  'paused',
] as const;
/** One such kind. */
export type MarkerKind = (typeof markerKinds)[number];

/** Something that happened while it was recorded. */
export interface RecordingMarker {
  readonly atMs: number;
  readonly kind: MarkerKind;
  /** Whom it happened to: a participant of the story; null for the whole room. */
  readonly callControlId: string | null;
  /** How many it happened to at once. */
  readonly legs: number;
  /** Who did it; null where the carrier told it or nobody is known. */
  readonly actor: Actor | null;
}

/** Something that somebody wrote at one place of a recording. */
export interface RecordingNote {
  readonly id: string;
  readonly atMs: number;
  readonly text: string;
  readonly by: Actor;
  readonly at: Micros;
}

/** Somebody who could be heard in a recording. */
export interface RecordedParticipant {
  readonly callControlId: string;
  readonly name: string | null;
  readonly number: string | null;
}

/** What `GET /api/recordings/:id` answers. */
export interface RecordingDetail {
  readonly recording: RecordingRow;
  readonly participants: readonly RecordedParticipant[];
  readonly segments: readonly SpokenSegment[];
  readonly markers: readonly RecordingMarker[];
  readonly notes: readonly RecordingNote[];
  /**
   * How far segments and markers may be off, in milliseconds, because somebody else than Rostrum paused
   * it and the carrier does not tell when; 0 where its length shows that nobody did.
   */
  readonly uncertainMs: number;
  /** Whether the asker may do what managers may: false for who came by a shared link. */
  readonly isWhole: boolean;
  /** Whether the asker may download the file: by permission, or by what the link allows. */
  readonly mayDownload: boolean;
}

/** What `GET /api/recordings/:id/peaks` answers; null while they are being drawn. */
export interface PeaksAnswer {
  readonly peaks: RecordingPeaks | null;
}

/** The shape of a sound: the loudest of each stretch, 0 to 1, a list for each channel. */
export interface RecordingPeaks {
  readonly durationMs: number;
  readonly channels: readonly (readonly number[])[];
}

const moment = z.coerce.number().int().min(0).optional();
const flag = z.enum(['true', 'false']).transform((text) => text === 'true');
const id = z.string().min(1).max(100);
/** How long a written reason may be, in characters. */
export const reasonLimits = { least: 3, most: 500 } as const;
const reason = z
  .string()
  .trim()
  .min(reasonLimits.least, `Write down why, in ${reasonLimits.least} characters at least`)
  .max(reasonLimits.most, `A reason has ${reasonLimits.most} characters at most`);

/** The query of `GET /api/recordings.csv`: which recordings; what is left out matches all. */
export const exportRecordingsSchema = z.strictObject({
  /** Part of the conference's or queue's name or of a number, or the beginning of an id. */
  q: z.string().max(200).optional(),
  /** Began at or after, and before, in microseconds. */
  from: moment,
  to: moment,
  conference: id.optional(),
  queue: z.string().min(1).max(200).optional(),
  format: z.enum(recordingFormats).optional(),
  channels: z.enum(recordingChannels).optional(),
  /** `underway`: waiting, archiving or retrying. Without it: all but the deleted. */
  state: z.enum([...recordingStates, 'underway']).optional(),
  minSeconds: z.coerce.number().int().min(0).optional(),
  maxSeconds: z.coerce.number().int().min(0).optional(),
  hold: flag.optional(),
});
/** Which recordings are asked for. */
export type RecordingFilter = z.infer<typeof exportRecordingsSchema>;

/** The query of `GET /api/recordings`. */
export const listRecordingsSchema = exportRecordingsSchema.extend({
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

/** At most so many recordings are acted on at once. */
export const mostRecordingsAtOnce = 500;
const ids = z
  .array(id)
  .min(1, 'Choose at least one recording')
  .max(mostRecordingsAtOnce, `Choose ${mostRecordingsAtOnce} recordings at most`);

/** The body of `POST /api/recordings/zip`. */
export const zipRecordingsSchema = z.strictObject({ ids });
/** What it answers: a link that streams once it is opened, and how long the file will be. */
export interface ZipLink {
  readonly url: string;
  readonly bytes: number;
  readonly files: number;
  /** Those asked for that are not archived, and so not in it. */
  readonly left: readonly string[];
}

/** The body of `POST /api/recordings/delete`. */
export const deleteRecordingsSchema = z.strictObject({ ids, reason });
/** What it answers: which will be deleted, and which will not because they are under hold or gone. */
export interface DeleteAnswer {
  readonly deleting: readonly string[];
  readonly held: readonly string[];
  readonly missing: readonly string[];
}

/** The body of `DELETE /api/recordings/:id`, and of `PUT /api/recordings/:id/hold`. */
export const reasonSchema = z.strictObject({ reason });

/** The body of `POST /api/recordings/:id/notes`. */
export const recordingNoteSchema = z.strictObject({
  atMs: z.int().min(0).max(86_400_000),
  text: z.string().trim().min(1, 'Write something').max(500, 'A note has 500 characters at most'),
});

/** For how long a shared link may be good, in hours. */
export const shareHours = [1, 8, 24, 72, 168] as const;

/** The body of `POST /api/recordings/:id/shares`. */
export const shareRecordingSchema = z.strictObject({
  hours: z.union(
    shareHours.map((count) => z.literal(count)),
    `Choose for how many hours: ${shareHours.join(', ')}`,
  ),
  /** Whether whoever opens it may download the file as well. */
  mayDownload: z.boolean(),
});

/** A link to one recording for people who are signed in. */
export interface RecordingShare {
  readonly id: string;
  readonly recordingId: string;
  readonly by: Actor;
  readonly at: Micros;
  readonly expiresAt: Micros;
  readonly mayDownload: boolean;
  readonly revoked: { readonly by: Actor; readonly at: Micros } | null;
  /** How often it was opened. */
  readonly opened: number;
  readonly lastOpenedAt: Micros | null;
}

/** What making one answers: the link is told this once. */
export interface MadeShare {
  readonly share: RecordingShare;
  /** A path on this server. */
  readonly link: string;
}

/** For how long recordings may be kept, in days. */
export const retentionLimits = { least: 1, most: 36_500 } as const;
const days = `Give a whole number of days from ${retentionLimits.least} to ${retentionLimits.most}, or keep them for ever`;

/** The body of `POST /api/retention-rules` and `PUT /api/retention-rules/:id`. */
export const retentionRuleSchema = z
  .strictObject({
    /** `all`: those that no other rule is about. */
    of: z.enum(['conference', 'queue', 'all'], 'Choose conference, queue or all others'),
    name: z.string().trim().max(200).nullable(),
    /** Null: they are kept until somebody deletes them. */
    days: z.int(days).min(retentionLimits.least, days).max(retentionLimits.most, days).nullable(),
  })
  .refine(({ of, name }) => (of === 'all' ? name === null : name !== null && name !== ''), {
    path: ['name'],
    message: 'Give the name of the conference or queue',
  });
/** How long the recordings of one conference or queue are kept. */
export type RetentionRuleSettings = z.infer<typeof retentionRuleSchema>;

/** One such rule. */
export interface RetentionRule extends RetentionRuleSettings {
  readonly id: string;
  readonly updatedAt: Micros;
  readonly updatedBy: Actor;
}
