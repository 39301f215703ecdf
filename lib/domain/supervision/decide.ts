import { type Call, callPhase } from '../call/call';
import { type Conference, isSupervisor, participantOf } from '../conference/conference';
import type { RefusalCode } from '../conference/command';
import { isCompleted, isPresent } from '../conference/view';
import type { CallControlId } from '../ids';
import type { Party } from '../party';
import type { StartFields, SupervisingValue } from './command';
import { isOver, type Supervision } from './supervision';

/** Why a session is not begun, or its role not changed. */
export type SupervisionRefusal = RefusalCode | 'call-ended';

/** Where a session is to be. */
export type SupervisedPlace =
  | { readonly kind: 'conference'; readonly conference: Conference | undefined }
  | { readonly kind: 'call'; readonly call: Call | undefined };

/** Why somebody may not supervise there now; null where they may. */
export function refusalToStart(
  place: SupervisedPlace,
  fields: StartFields,
  isSupervising: boolean,
): SupervisionRefusal | null {
  if (isSupervising) return 'already-supervising';
  if (place.kind === 'call') {
    const { call } = place;
    if (call === undefined || callPhase(call) !== 'answered') return 'call-ended';
    return call.supervisionId === null ? null : 'is-supervisor';
  }
  const { conference } = place;
  if (conference === undefined || isCompleted(conference)) return 'conference-ended';
  if (isSupervisor(conference, fields.whom)) return 'is-supervisor';
  if (!isIn(conference, fields.whom)) return 'not-in-conference';
  return refusalOfRole(conference, fields);
}

/** Why a session's role may not become this one now; null where it may. */
export function refusalToSwitch(
  session: Supervision,
  conference: Conference | undefined,
  value: SupervisingValue,
): SupervisionRefusal | null {
  if (isOver(session) || session.isStopping || session.asked === null) return 'call-ended';
  if (session.asked.conferenceId === null) return null;
  if (conference === undefined || isCompleted(conference)) return 'conference-ended';
  return refusalOfRole(conference, value);
}

// To nobody would be to listen, and to somebody who is not there is not documented (DOMAIN §4.4).
function refusalOfRole(
  conference: Conference,
  { role, whisperTo }: SupervisingValue,
): SupervisionRefusal | null {
  if (role !== 'whisper') return null;
  if (whisperTo.length === 0) return 'nobody-selected';
  if (whisperTo.some((leg) => isSupervisor(conference, leg))) return 'is-supervisor';
  return whisperTo.every((leg) => isIn(conference, leg)) ? null : 'not-in-conference';
}

/** The number of ours that a call has: whom it called, or whence it was dialled. */
export function ownNumberOf({ direction, from, to }: Party): string | null {
  return direction === 'outgoing' ? from : to;
}

function isIn(conference: Conference, leg: CallControlId): boolean {
  const participant = participantOf(conference, leg);
  return participant !== undefined && isPresent(participant);
}
