import type { RoleValue, SupervisorRole } from '../conference/command-fields';
import type { CallControlId, ConferenceId } from '../ids';
import type { Permission } from '../permission';

/** What somebody who supervises can be; `none` is for participants (DOMAIN §4.4). */
export const supervisingRoles = ['monitor', 'whisper', 'barge'] as const satisfies SupervisorRole[];
/** One of them. */
export type SupervisingRole = (typeof supervisingRoles)[number];

/** A role of somebody who supervises, and whom they whisper to. */
export interface SupervisingValue extends RoleValue {
  readonly role: SupervisingRole;
}

/** Whom to supervise, and on which phone. */
export interface StartFields extends SupervisingValue {
  /** Left out: it is a call that is bridged, and in no conference. */
  readonly conferenceId?: ConferenceId | undefined;
  readonly whom: CallControlId;
  /** E.164, or a SIP address; left out: as it stands in the supervisor’s account. */
  readonly to?: string | undefined;
  /** E.164; left out: the number of ours that the supervised call has. */
  readonly from?: string | undefined;
  /** Seconds that it may ring. */
  readonly timeoutSecs: number;
}

/** Everything somebody can ask of a session of their own. */
export type SupervisionCommand =
  | { readonly type: 'supervision.start'; readonly fields: StartFields }
  | { readonly type: 'supervision.switchRole'; readonly fields: SupervisingValue }
  | { readonly type: 'supervision.stop'; readonly fields: Readonly<Record<string, never>> };

/** The name of one thing that can be asked of a session. */
export type SupervisionCommandType = SupervisionCommand['type'];

const supervise = 'conference.supervise';

/** What each needs; what becomes of it is told by the session itself. */
export const supervisionCommands: Record<
  SupervisionCommandType,
  { readonly permission: Permission; readonly evidence: 'own' }
> = {
  'supervision.start': { permission: supervise, evidence: 'own' },
  'supervision.switchRole': { permission: supervise, evidence: 'own' },
  'supervision.stop': { permission: supervise, evidence: 'own' },
};
