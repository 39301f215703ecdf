import type { CallControlId } from '../ids';
import type { Micros } from '../stamp';
import type { RoleValue } from './command-fields';
import { type Conference, isSupervisor, type Participant } from './conference';
import { factOf, isOver, type Mark, presentIn, type SentMarks, validAsked } from './view';

/** A leg's role as far as it can be known, and the mark of the newest command about it. */
export function roleOf(participant: Participant): {
  readonly value: RoleValue;
  readonly mark: Mark<RoleValue> | null;
} {
  const mark = validAsked(participant, 'role');
  if (mark?.phase === 'accepted' || mark?.phase === 'confirmed') return { value: mark.value, mark };
  const { seen } = participant;
  const isSeen = seen !== null && !isOver(participant, seen.stayBeganAt);
  const whisperTo = isSeen ? seen.whisperTo : [];
  const role = whisperTo.length > 0 ? 'whisper' : 'none';
  return { value: { role, whisperTo }, mark };
}

/**
 * Whether a change of role that we asked for explains that somebody is muted now, or no longer: who
 * monitors or whispers is shown as muted (DOMAIN §4.4), until they are muted or unmuted anew.
 */
export function isByRole(
  conference: Conference,
  participant: Participant,
  muted: boolean,
): boolean {
  const { callControlId } = participant;
  // A supervisor's session sets the role, by commands of its own.
  if (isSupervisor(conference, callControlId)) return true;
  const role = validAsked(participant, 'role');
  const onItsWay = conference.commands
    .filter(({ phase, legs }) => phase === 'sent' && legs.includes(callControlId))
    .flatMap(({ asks }) => asks)
    .findLast((ask) => ask.fact === 'role');
  if (onItsWay?.fact === 'role') {
    return explains(onItsWay.value, roleOf(participant).value, muted);
  }
  if (role === null || role.phase === 'refused' || role.phase === 'contradicted') return false;
  if ((validAsked(participant, 'muted')?.sinceSeq ?? 0) > role.sinceSeq) return false;
  return explains(role.value, role.before, muted);
}

function explains(role: RoleValue, before: RoleValue | null, muted: boolean): boolean {
  if (muted) return isSupervising(role);
  const isHeard = !isSupervising(role) || role.whisperTo.length > 0;
  return isHeard && before !== null && isSupervising(before);
}

function isSupervising({ role }: RoleValue): boolean {
  return role === 'monitor' || role === 'whisper';
}

// A conference takes a caller out of the queue as they join it; the carrier's two stamps differ a little.
const admittedWithin: Micros = 30_000_000;

/** How long somebody waited in the queue they were let in from; null for who came another way. */
export function waitedOf({ joined, waited }: Participant): Participant['waited'] {
  if (joined === null || waited === null) return null;
  return Math.abs(joined.at - waited.at) <= admittedWithin ? waited : null;
}

const noMarks: SentMarks = new Map();

/**
 * Whether somebody is a host: marked so, or, where nobody marked them, the leg the conference was
 * made with and those whose leaving ends it.
 */
export function isHost(conference: Conference, participant: Participant): boolean {
  if (participant.hostMark !== null) return participant.hostMark;
  if (conference.created?.value.callControlId === participant.callControlId) return true;
  return factOf(participant, 'endConferenceOnExit', noMarks).value;
}

/** Who came in after muting on entry was set and is not muted yet, hosts and supervisors left out. */
export function toMuteOnEntry(conference: Conference): CallControlId[] {
  if (conference.muteOnEntry === null) return [];
  const exempt = new Map(conference.muteOnEntry.exempt);
  const isNewcomer = ({ callControlId, joined }: Participant) =>
    joined !== null &&
    joined.at > (exempt.get(callControlId) ?? -1) &&
    !isSupervisor(conference, callControlId);
  return presentIn(conference)
    .filter((p) => isNewcomer(p) && validAsked(p, 'muted') === null && !isHost(conference, p))
    .map(({ callControlId }) => callControlId);
}
