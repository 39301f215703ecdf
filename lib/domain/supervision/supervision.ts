import type { Aggregate } from '../aggregate';
import type { Actor, Numbered } from '../event';
import type { CallControlId, CommandId } from '../ids';
import type { Micros } from '../stamp';
import type { SupervisingValue, SupervisionCommand } from './command';
import type { AskedSupervision, RoleWay, SupervisionEvent } from './event';

/** How far a session has come. */
export type SupervisionPhase =
  'asked' | 'dialling' | 'answered' | 'live' | 'ended' | 'failed' | 'refused';

/** What is being done about a role that is asked for. */
export type RoleStep = 'asked' | 'setting' | 'leaving' | 'rejoining';

/** A role that counted, since when, and how it came about. */
export interface RoleTaken extends SupervisingValue {
  /** Our clock. */
  readonly at: Micros;
  readonly how: RoleWay;
  /** Whether a read of the carrier showed it; null where none can. */
  readonly isBorneOut: boolean | null;
}

/** One session of supervision, as its events tell it; its key is the id of the command that asked for it. */
export interface Supervision {
  readonly id: CommandId;
  /** Who supervises. */
  readonly actor: Actor | null;
  readonly asked: AskedSupervision | null;
  readonly phase: SupervisionPhase;
  /** Our clock. */
  readonly askedAt: Micros;
  /** When the carrier was to be asked for the call; null before. */
  readonly diallingSince: Micros | null;
  /** The supervisor’s own leg, once it is dialled. */
  readonly callControlId: CallControlId | null;
  /** The roles that counted, in their order; the last is in force. */
  readonly roles: readonly RoleTaken[];
  /** The role that is asked for and does not count yet. */
  readonly wanted: (SupervisingValue & { readonly turn: number; readonly step: RoleStep }) | null;
  /** How many roles were asked for. */
  readonly turns: number;
  /** Why the last change of role was not made; null where it was, or one is on its way. */
  readonly notChanged: string | null;
  readonly isStopping: boolean;
  readonly endedAt: Micros | null;
  /** Why it ended or came to nothing: a `SupervisionEnd`, the carrier’s hang-up cause, or a code of ours. */
  readonly reason: string | null;
}

function nothingYet(key: string): Supervision {
  return {
    id: key as CommandId,
    actor: null,
    asked: null,
    phase: 'asked',
    askedAt: 0,
    diallingSince: null,
    callControlId: null,
    roles: [],
    wanted: null,
    turns: 0,
    notChanged: null,
    isStopping: false,
    endedAt: null,
    reason: null,
  };
}

/** Whether nothing more can happen to it. */
export function isOver({ phase }: Supervision): boolean {
  return phase === 'ended' || phase === 'failed' || phase === 'refused';
}

/** The role in force; null before the supervisor has come in. */
export function roleInForce({ roles }: Supervision): RoleTaken | null {
  return roles.at(-1) ?? null;
}

/** When the supervisor came in; null before. */
export function liveSince({ roles }: Supervision): Micros | null {
  return roles[0]?.at ?? null;
}

function evolve(session: Supervision, event: Numbered<SupervisionEvent>): Supervision {
  // What is over stays as it ended: a refused command of later changes nothing.
  if (isOver(session)) return session;
  switch (event.type) {
    case 'supervision.asked': {
      const { role, whisperTo } = event.data;
      return {
        ...session,
        actor: event.actor,
        asked: event.data,
        askedAt: event.receivedAt,
        ...withWanted(session, { role, whisperTo }),
      };
    }
    case 'supervision.dialling':
      return { ...session, diallingSince: event.receivedAt };
    case 'supervision.dialled':
      return { ...session, phase: 'dialling', callControlId: event.data.callControlId };
    case 'supervision.answered':
      return { ...session, phase: 'answered' };
    case 'supervision.roleAsked':
      return { ...session, ...withWanted(session, event.data), notChanged: null };
    case 'supervision.settingRole':
      return withStep(session, event.data.turn, 'setting');
    case 'supervision.leaving':
      return withStep(session, event.data.turn, 'leaving');
    case 'supervision.rejoining':
      return withStep(session, event.data.turn, 'rejoining');
    case 'supervision.roleTaken':
      return withTaken(session, event);
    case 'supervision.roleRefused':
      return session.wanted?.turn === event.data.turn
        ? { ...session, wanted: null, notChanged: event.data.reason }
        : session;
    case 'supervision.stopAsked':
      return { ...session, isStopping: true };
    case 'supervision.ended':
    case 'supervision.failed': {
      const phase = event.type === 'supervision.ended' ? 'ended' : 'failed';
      const { reason } = event.data;
      return { ...session, phase, reason, wanted: null, endedAt: event.receivedAt };
    }
    case 'command.sent':
      return session;
    case 'command.refused':
      // Of a session that was begun, a command that was refused leaves everything as it is.
      return session.asked === null
        ? { ...session, actor: event.actor, phase: 'refused', reason: event.data.code }
        : session;
  }
}

function withWanted(
  { turns, wanted }: Supervision,
  { role, whisperTo }: SupervisingValue,
): Pick<Supervision, 'wanted' | 'turns'> {
  // Who is on the way out comes in again with the newer role.
  const isOut = wanted?.step === 'leaving' || wanted?.step === 'rejoining';
  const step = isOut ? 'leaving' : 'asked';
  return { wanted: { role, whisperTo, turn: turns, step }, turns: turns + 1 };
}

function withStep(session: Supervision, turn: number, step: RoleStep): Supervision {
  const { wanted } = session;
  // What was asked for since has put it aside.
  if (wanted?.turn !== turn || wanted.step === step) return session;
  return { ...session, wanted: { ...wanted, step } };
}

function withTaken(
  session: Supervision,
  event: Extract<Numbered<SupervisionEvent>, { type: 'supervision.roleTaken' }>,
): Supervision {
  const { wanted } = session;
  if (wanted?.turn !== event.data.turn) return session;
  const { role, whisperTo } = wanted;
  const { how, isBorneOut } = event.data;
  const taken: RoleTaken = { role, whisperTo, at: event.receivedAt, how, isBorneOut };
  return { ...session, phase: 'live', roles: [...session.roles, taken], wanted: null };
}

/** A session of supervision as the log, the server and a browser fold it. */
export const supervisionAggregate: Aggregate<Supervision, SupervisionEvent, SupervisionCommand> = {
  version: 1,
  initial: nothingYet,
  evolve,
  foresee: (session) => session,
};
