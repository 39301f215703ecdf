import type { Actor } from '@/lib/domain/event';
import type { CallControlId, CommandId, ConferenceId, StreamName } from '@/lib/domain/ids';
import type { Micros } from '@/lib/domain/stamp';
import type { SupervisingRole } from '@/lib/domain/supervision/command';

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

/** One call leg in a list. */
export interface CallRow {
  readonly id: string;
  readonly name: string | null;
  /** The number or address of the far end. */
  readonly number: string | null;
  readonly direction: 'incoming' | 'outgoing' | null;
  readonly answeredAt: Micros | null;
}

/** What `GET /api/queues` answers: the names by which queues are known, in order. */
export interface QueueNames {
  readonly items: readonly string[];
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
export type OverviewRow = ConferenceRow | CarrierRow | SupervisionRow;

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
