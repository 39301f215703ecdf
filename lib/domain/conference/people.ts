import type { CallControlId } from '../ids';
import type { Micros } from '../stamp';
import type { RoleValue } from './command-fields';
import type { Conference, Participant } from './conference';
import { factOf, isOver, type Mark, presentIn, validAsked } from './view';

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

// A conference takes a caller out of the queue as they join it; the carrier's two stamps differ a little.
const admittedWithin: Micros = 30_000_000;

/** How long somebody waited in the queue they were let in from; null for who came another way. */
export function waitedOf({ joined, waited }: Participant): Participant['waited'] {
  if (joined === null || waited === null) return null;
  return Math.abs(joined.at - waited.at) <= admittedWithin ? waited : null;
}

/**
 * Whether somebody is a host: marked so, or, where nobody marked them, the leg the conference was
 * made with and those whose leaving ends it.
 */
export function isHost(conference: Conference, participant: Participant): boolean {
  if (participant.hostMark !== null) return participant.hostMark;
  if (conference.created?.value.callControlId === participant.callControlId) return true;
  return factOf(participant, 'endConferenceOnExit', new Map()).value;
}

/** Who came in after muting on entry was set and is not muted yet, hosts left out. */
export function toMuteOnEntry(conference: Conference): CallControlId[] {
  if (conference.muteOnEntry === null) return [];
  const exempt = new Map(conference.muteOnEntry.exempt);
  const isNewcomer = ({ callControlId, joined }: Participant) =>
    joined !== null && joined.at > (exempt.get(callControlId) ?? -1);
  return presentIn(conference)
    .filter((p) => isNewcomer(p) && validAsked(p, 'muted') === null && !isHost(conference, p))
    .map(({ callControlId }) => callControlId);
}
