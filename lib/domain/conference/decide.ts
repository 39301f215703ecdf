import type { CallControlId } from '../ids';
import { valuesOf } from '../keyed';
import { asksOf, type ConferenceCommand, type RefusalCode } from './command';
import type { Audience, Legs } from './command-fields';
import { type Conference, isSupervisor, participantOf } from './conference';
import { factOf, isCompleted, isPresent, presentIn, recordingOf } from './view';

/** Whether a command may go to the carrier, with the legs it can reach; or why not. */
export type Decision =
  | {
      readonly ok: true;
      readonly command: ConferenceCommand;
      /** Legs that were named and are not in the conference (any more). */
      readonly absent: readonly CallControlId[];
    }
  | { readonly ok: false; readonly code: RefusalCode };

/**
 * Judges a command by what is known. What would change nothing is let through all the same: where
 * the carrier reports nothing, what we believe may be what is wrong.
 */
export function decide(conference: Conference, command: ConferenceCommand): Decision {
  if (isCompleted(conference)) return { ok: false, code: 'conference-ended' };
  if (isForNoSupervisor(conference, command)) return { ok: false, code: 'is-supervisor' };
  if (command.type === 'participants.join') return decideJoin(conference, command);
  const { fields } = command;
  if (!('legs' in fields) || fields.legs === 'everyone') return decideRoom(conference, command);
  const { legs } = fields;
  if (legs.length === 0) return { ok: false, code: 'nobody-selected' };
  const reachable = legs.filter((leg) => isReachable(conference, leg));
  if (reachable.length === 0) return { ok: false, code: 'not-in-conference' };
  if (isStranger(conference, command, reachable)) return { ok: false, code: 'not-dialled-here' };
  const absent = legs.filter((leg) => !reachable.includes(leg));
  const named = withAlreadyLast(reachable, (leg) => isSo(conference, leg, command));
  // Only the legs differ from what was asked, so it is a command of the same kind.
  const judged = { ...command, fields: { ...fields, ...named } } as ConferenceCommand;
  return { ok: true, command: judged, absent };
}

/** Whether it would give a role to somebody who supervises: only they themselves change it. */
function isForNoSupervisor(conference: Conference, { type, fields }: ConferenceCommand): boolean {
  if (type !== 'participants.setRole' && type !== 'participants.join') return false;
  return fields.legs.some((leg) => isSupervisor(conference, leg));
}

/** The legs of a command, those that are so already last, and how many those are. */
function withAlreadyLast(
  legs: readonly CallControlId[],
  isAlready: (leg: CallControlId) => boolean,
): Legs {
  const already = legs.filter(isAlready);
  if (already.length === 0) return { legs };
  const those = new Set(already);
  const changed = legs.filter((leg) => !those.has(leg));
  return { legs: [...changed, ...already], already: already.length, isAlreadyLast: true };
}

function decideJoin(
  conference: Conference,
  command: Extract<ConferenceCommand, { type: 'participants.join' }>,
): Decision {
  const { legs } = command.fields;
  if (legs.length === 0) return { ok: false, code: 'nobody-selected' };
  const outside = legs.filter((leg) => !isReachable(conference, leg));
  if (outside.length === 0) return { ok: false, code: 'already-in-conference' };
  if (isStranger(conference, command, outside)) return { ok: false, code: 'not-dialled-here' };
  const judged = { ...command, fields: { ...command.fields, legs: outside } };
  return { ok: true, command: judged, absent: [] };
}

function decideRoom(conference: Conference, command: ConferenceCommand): Decision {
  if (command.type === 'recording.start') {
    // Two moderators who press at once mean one recording; the carrier would make two.
    const { phase } = recordingOf(conference);
    if (phase === 'recording' || phase === 'paused') {
      return { ok: false, code: 'already-recording' };
    }
  }
  if (isStranger(conference, command, roomLegs(conference, command.type)))
    return { ok: false, code: 'not-dialled-here' };
  return { ok: true, command, absent: [] };
}

/** Whether it would write its state onto a leg that somebody else's program may rely on. */
function isStranger(
  conference: Conference,
  { fields }: ConferenceCommand,
  legs: readonly CallControlId[],
): boolean {
  if (!('clientState' in fields) || fields.clientState === undefined) return false;
  return !('numbers' in fields) && !areDialledHere(conference, legs);
}

/** Whether Rostrum dialled all of these legs, so that the state kept on them is its own. */
function areDialledHere(conference: Conference, legs: readonly CallControlId[]): boolean {
  const dialled = new Set(valuesOf(conference.invitations).map((i) => i.callControlId));
  return legs.every((leg) => dialled.has(leg));
}

/** Whether a command of this kind to these legs may carry a client state: what forms go by. */
export function mayKeepState(
  conference: Conference,
  type: ConferenceCommand['type'],
  legs: Audience['legs'],
): boolean {
  const meant =
    type === 'recording.stop' || legs === 'everyone' ? roomLegs(conference, type) : legs;
  return meant.length > 0 && areDialledHere(conference, meant);
}

function roomLegs(
  conference: Conference,
  type: ConferenceCommand['type'],
): readonly CallControlId[] {
  if (type !== 'recording.stop') return presentIn(conference).map((p) => p.callControlId);
  return [conference.created?.value.callControlId ?? ('' as CallControlId)];
}

function isReachable(conference: Conference, leg: CallControlId): boolean {
  const participant = participantOf(conference, leg);
  return participant !== undefined && isPresent(participant);
}

function isSo(conference: Conference, leg: CallControlId, command: ConferenceCommand): boolean {
  const participant = participantOf(conference, leg);
  const [ask] = asksOf(command);
  if (participant === undefined || ask === undefined) return false;
  const isKept = ask.fact === 'muted' || ask.fact === 'onHold';
  return isKept && factOf(participant, ask.fact, new Map()).value === ask.value;
}
