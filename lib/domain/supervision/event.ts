import type { CallControlId, ConferenceId } from '../ids';
import type { SupervisingValue, SupervisionCommand } from './command';

interface Event<Type extends string, Data extends object = Readonly<Record<string, never>>> {
  readonly type: Type;
  readonly data: Data;
}

/** How a role came about: in coming in, by a change, or by going out and in again (DOMAIN §4.4). */
export type RoleWay = 'joined' | 'switched' | 'rejoined';

/** Why a session is over. */
export type SupervisionEnd =
  /** The supervisor asked for it. */
  | 'stopped'
  /** The supervisor hung up. */
  | 'hung-up'
  /** Somebody took the supervisor out. */
  | 'removed'
  /** Whom they supervised is no longer there. */
  | 'supervised-left'
  | 'conference-ended';

/** Who is supervised, from which number of ours, on which phone. */
export interface AskedSupervision extends SupervisingValue {
  /** Null where it is a call that is bridged. */
  readonly conferenceId: ConferenceId | null;
  readonly conferenceName: string | null;
  readonly whom: CallControlId;
  /** What they were called when it was asked for; null where nobody knew. */
  readonly whomName: string | null;
  readonly to: string;
  readonly from: string;
  readonly connectionId: string;
  readonly timeoutSecs: number;
}

interface OfTurn {
  /** The number of the role that was asked for: 0 for the first. */
  readonly turn: number;
}

/** Everything that can happen to a session of supervision. */
export type SupervisionEvent =
  | Event<'supervision.asked', AskedSupervision>
  /** The carrier is about to be asked for the call. */
  | Event<'supervision.dialling'>
  | Event<'supervision.dialled', { callControlId: CallControlId }>
  | Event<'supervision.answered'>
  /** Another role is asked for. */
  | Event<'supervision.roleAsked', SupervisingValue>
  /** The carrier is about to be asked: to bring the supervisor in, or to change the role. */
  | Event<'supervision.settingRole', OfTurn>
  /** The change showed no effect: the supervisor goes out and comes in again. */
  | Event<'supervision.leaving', OfTurn>
  | Event<'supervision.rejoining', OfTurn>
  /** The role counts. `isBorneOut`: whether a read showed it; null where none can. */
  | Event<'supervision.roleTaken', OfTurn & { how: RoleWay; isBorneOut: boolean | null }>
  /** The carrier would not: the role is as it was. */
  | Event<'supervision.roleRefused', OfTurn & { reason: string }>
  | Event<'supervision.stopAsked'>
  | Event<'supervision.ended', { reason: SupervisionEnd }>
  /** It came to nothing: the carrier’s hang-up cause, or a code of ours. */
  | Event<'supervision.failed', { reason: string }>
  | Event<'command.sent', { command: SupervisionCommand }>
  | Event<'command.refused', { code: string; carrierCode: string | null; detail: string }>;
