import { type CallCommandType, callCommands } from '@/lib/domain/call/command';
import { type ConferenceCommandType, conferenceCommands } from '@/lib/domain/conference/command';
import type { Actor } from '@/lib/domain/event';
import { type QueueCommandType, queueCommands } from '@/lib/domain/queue/command';
import type { Role } from '@/lib/domain/permission';
import { supervisionCommands, type SupervisionCommandType } from '@/lib/domain/supervision/command';
import type { Micros } from '@/lib/domain/stamp';

/** What people do beside giving commands. */
export const otherActions = [
  'conference.create',
  'call.dial',
  'session.signIn',
  'session.password',
  'session.signOut',
  'account.first',
  'account.name',
  'account.password',
  'account.secondFactor',
  'account.passkey',
  'account.session',
  'account.phone',
  'person.invite',
  'person.role',
  'person.disable',
  'person.enable',
  'person.reset',
  'person.signOut',
  'activity.export',
  'conference.export',
  'media.upload',
  'media.keep',
  'media.delete',
  'announcement.create',
  'announcement.change',
  'announcement.delete',
  'relay.change',
  'inboundRule.create',
  'inboundRule.change',
  'inboundRule.delete',
  'application.create',
  'application.change',
  'application.delete',
  'alert.acknowledge',
  'target.change',
  'target.remove',
  'alertWebhook.save',
  'alertWebhook.remove',
  'alertWebhook.try',
  'wallboard.create',
  'wallboard.change',
  'wallboard.relink',
  'wallboard.remove',
  'recording.listen',
  'recording.download',
  'recording.zip',
  'recording.export',
  'recording.share',
  'recording.unshare',
  'recording.openShare',
  'recording.delete',
  'recording.hold',
  'recording.lift',
  'recording.retry',
  'recording.note',
  'recording.unnote',
  'recording.unsaved',
  'retentionRule.create',
  'retentionRule.change',
  'retentionRule.delete',
  'rehearsal.steer',
  'request',
] as const;

/** What tells who supervises whom: only for those who may supervise. */
export const supervisionActions = [
  ...(Object.keys(supervisionCommands) as SupervisionCommandType[]),
  'supervision.session',
] as const;

/** One thing that activity tells of: every command there is, and what people do beside. */
export type ActivityAction =
  | ConferenceCommandType
  | CallCommandType
  | QueueCommandType
  | (typeof supervisionActions)[number]
  | (typeof otherActions)[number];

/** Everything activity tells of. */
export const activityActions = [
  ...(Object.keys(conferenceCommands) as ConferenceCommandType[]),
  ...(Object.keys(callCommands) as CallCommandType[]),
  ...supervisionActions,
  ...(Object.keys(queueCommands) as QueueCommandType[]),
  ...otherActions,
] as const satisfies readonly ActivityAction[];

/**
 * What became of it. `refused`: Rostrum or the carrier said no. `failed`: it could not be done.
 * `unknown`: nobody said whether it was done.
 */
export const activityOutcomes = ['done', 'refused', 'failed', 'unknown'] as const;
/** One outcome. */
export type ActivityOutcome = (typeof activityOutcomes)[number];

/** What something can be done to; `address`: a path of ours that was asked for. */
export const activityTargetKinds = [
  'participants',
  'call',
  'queue',
  'alert',
  'person',
  'rehearsal',
  'media',
  'announcement',
  'wallboard',
  'relay',
  'inboundRule',
  'application',
  'recording',
  'retentionRule',
  'address',
] as const;

/** Whom or what it was done to. */
export interface ActivityTarget {
  readonly kind: (typeof activityTargetKinds)[number];
  readonly id: string | null;
  readonly name: string | null;
}

/** What else there is to tell, never a secret; numbers in it are masked for those who see none. */
export type ActivityDetail = Readonly<
  Record<string, string | number | boolean | null | undefined | readonly string[]>
>;

/** What became of a second factor (`ActivityDetail.change`). */
export const secondFactorChanges = ['begun', 'turnedOn', 'turnedOff', 'newCodes'] as const;
/** One such change. */
export type SecondFactorChange = (typeof secondFactorChanges)[number];

/** One line of who did what. */
export interface ActivityRow {
  readonly id: string;
  /** Our clock when it was asked for. */
  readonly at: Micros;
  /** Null where nobody is known: a refused sign-in. */
  readonly actor: Actor | null;
  /** The role they had then. */
  readonly role: Role | null;
  readonly action: ActivityAction;
  readonly conference: { readonly id: string; readonly name: string | null } | null;
  readonly target: ActivityTarget | null;
  readonly outcome: ActivityOutcome;
  /** Why it was not done: a stable code. */
  readonly why: string | null;
  /** Milliseconds from asking to the outcome, the carrier's answer included. */
  readonly roundTripMs: number | null;
  /** The network address it was asked from. */
  readonly address: string | null;
  readonly requestId: string | null;
  readonly detail: ActivityDetail;
}
