import type { CallCommandRecord } from '@/lib/domain/call/call';
import type { Actor } from '@/lib/domain/event';
import type { CallControlId, CommandId, ConferenceId, StreamName } from '@/lib/domain/ids';
import type { Micros } from '@/lib/domain/stamp';
import type { SupervisingRole } from '@/lib/domain/supervision/command';
import type { Service } from '@/lib/domain/target/service';
import type { AlertRow } from './alert';
import type { RecordingRow } from './recording';
import type { TargetStanding } from './target';

/** One conference in a list: live ones are pushed (topic `overview`), ended ones are asked for. */
export interface ConferenceRow {
  readonly kind: 'conference';
  readonly id: string;
  /** Null until a read of the carrier has told it: its webhooks carry no name (DOMAIN §2.2). */
  readonly name: string | null;
  readonly status: 'init' | 'in_progress' | 'completed';
  readonly region: string | null;
  readonly connectionId: string | null;
  readonly startedAt: Micros | null;
  readonly expiresAt: Micros | null;
  readonly endedAt: Micros | null;
  readonly endReason: string | null;
  readonly people: number;
  readonly everIn: number;
  readonly onHold: number;
  /** Who has the floor: the name or number of the far end. */
  readonly floor: {
    readonly name: string | null;
    readonly number: string | null;
    /** Whether it is somebody who supervises: who that is, is not for everybody. */
    readonly isSupervisor?: boolean;
  } | null;
  readonly recording: 'off' | 'recording' | 'paused' | 'stopping';
  /** Our clock at the newest verified webhook about it or completed read of it. */
  readonly heardAt: Micros;
}

/** Who is at the other end of a call, as lists show them. */
export interface CallParty {
  readonly id: string;
  readonly name: string | null;
  /** The number or address of the far end. */
  readonly number: string | null;
}

/** Where a call is; `since` by the carrier's clock. */
export type CallRowPlace =
  | { readonly kind: 'nowhere' }
  | {
      readonly kind: 'conference';
      readonly id: string;
      readonly name: string | null;
      readonly since: Micros;
    }
  | { readonly kind: 'queue'; readonly name: string; readonly since: Micros }
  /** `other` is null where nobody knows whom it is connected with: the carrier does not tell. */
  | { readonly kind: 'bridged'; readonly other: CallParty | null; readonly since: Micros };

/** One call that has not ended, in a list (topic `calls`). */
export interface CallRow extends CallParty {
  readonly kind: 'call';
  readonly phase: 'ringing' | 'answered' | 'ended';
  readonly direction: 'incoming' | 'outgoing' | null;
  /** Our own number, which was called or called from. */
  readonly ownNumber: string | null;
  /** The carrier's clock; null where nothing tells. */
  readonly startedAt: Micros | null;
  readonly answeredAt: Micros | null;
  readonly place: CallRowPlace;
  /** Whether something is played or spoken to it. */
  readonly isHearing: boolean;
  /** Whether it is the call of somebody who supervises. */
  readonly isSupervisors: boolean;
  /** Whom it supervises, of a call that was dialled for that. */
  readonly supervises: CallParty | null;
  /** How far the newest command to it has come. */
  readonly command: Pick<
    CallCommandRecord,
    'commandId' | 'type' | 'phase' | 'actor' | 'answeredAt'
  > | null;
  readonly connectionId: string | null;
}

/** One queue in a list (topic `overview`). Waits are told by when they began: whoever shows them counts on. */
export interface QueueRow {
  readonly kind: 'queue';
  /** Of the row, made of the name: names may hold numbers, and rows are pushed to whoever may not see them. */
  readonly id: string;
  /** By which the carrier addresses it (DOMAIN §6.8). */
  readonly name: string;
  /** False: the carrier has none any more. Null: nobody has heard of it; it is named as a lobby. */
  readonly isThere: boolean | null;
  /** All who wait, those who hung up and are kept included. */
  readonly depth: number;
  /** Those of them who are on the line. */
  readonly alive: number;
  /** How many it may hold; null until a read has told, or a command of ours was accepted. */
  readonly maxSize: number | null;
  /** Whether that is the carrier's word; else it is ours, accepted and not yet read back. */
  readonly isMaxSizeSeen: boolean;
  /** The carrier's clock: since when the one on the line has waited who waits longest. */
  readonly oldestSince: Micros | null;
  /** The carrier's clock: the mean of when those on the line began to wait; the average wait counts from it. */
  readonly meanSince: Micros | null;
  /** The carrier's own average, in seconds, as it was at `averageReadAt` by our clock. */
  readonly averageWaitSecs: number | null;
  readonly averageReadAt: Micros | null;
  /** The application of the call that waits longest. */
  readonly connectionId: string | null;
  /** How it stands against its targets, and which these are. */
  readonly target: TargetStanding;
  /** How it serves its callers: now, this half hour, today. */
  readonly service: Service;
  /** Our clock at the newest event about it or completed read of it; null before one. */
  readonly heardAt: Micros | null;
}

/** How a queue stood at one time; of several in one stretch of time, the most of each. */
export interface QueueSample {
  /** When that stretch began, by our clock. */
  readonly at: Micros;
  readonly depth: number;
  /** How long those on the line had waited then, in microseconds: the longest, and on average. */
  readonly longest: Micros;
  readonly average: Micros;
}

/** What can be wrong between us and the carrier; each is a banner that says what to do. */
export const troubles = [
  'carrier-key',
  'webhooks-silent',
  'clock-or-key',
  'store',
  'carrier-down',
] as const;
/** One thing that can be wrong. */
export type Trouble = (typeof troubles)[number];

/** How we stand with the carrier. */
export interface CarrierRow {
  readonly kind: 'carrier';
  readonly id: 'carrier';
  readonly isSimulator: boolean;
  /** How far the clock that stamps conferences is ahead of ours: of a simulator that was moved on. */
  readonly clockAhead: Micros;
  /** How many calls have not ended. */
  readonly calls: number;
  readonly lastWebhookAt: Micros | null;
  readonly lastReadAt: Micros | null;
  readonly troubles: readonly Trouble[];
}

/** A session of supervision under way; only for those who may supervise. */
export interface SupervisionRow {
  readonly kind: 'supervision';
  /** The topic `supervision:{sessionId}` tells the rest. */
  readonly id: StreamName;
  readonly sessionId: CommandId;
  /** Who supervises. */
  readonly actor: Actor;
  /** Null where it is a call that is bridged. */
  readonly conferenceId: ConferenceId | null;
  readonly whom: CallControlId;
  readonly whomName: string | null;
  /** The role in force; null before the supervisor is in. */
  readonly role: SupervisingRole | null;
}

/** A row of the `overview` topic. */
export type OverviewRow = ConferenceRow | QueueRow | AlertRow | CarrierRow | SupervisionRow;

/** A row of any list that is pushed. */
export type ListRow = OverviewRow | CallRow | RecordingRow;

/** What became of one post to the webhook door. */
export const verdicts = [
  'stored',
  'repeat',
  'unreadable',
  'version-1',
  'unknown-type',
  'bad-signature',
  'missing-signature',
  'stale',
  'not-json',
  'too-large',
] as const;
/** One verdict. */
export type Verdict = (typeof verdicts)[number];

/** One post to the webhook door, as the delivery log shows it. */
export interface DeliveryRow {
  readonly id: string;
  readonly receivedAt: Micros;
  readonly verdict: Verdict;
  readonly eventId: string | null;
  readonly eventType: string | null;
  readonly occurredAt: Micros | null;
  readonly connectionId: string | null;
  /** Whether it comes from the application Rostrum is configured for; null when none is configured. */
  readonly isOurs: boolean | null;
  /** The carrier's count of attempts at this delivery (DOMAIN §2.1). */
  readonly attempt: number | null;
  /** Milliseconds from its last byte to the commit that holds it. */
  readonly latencyMs: number;
  readonly bytes: number;
  /** What was wrong, in a sentence, where something was. */
  readonly detail: string | null;
}

/** One page of a list. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly nextCursor: string | null;
}

/** What the link of a wallboard may watch: its own rows of the overview, without numbers. */
export const wallboardTopic = 'wallboard';
