import type { Conference, Invitation, Participant } from '@/lib/domain/conference/conference';
import { valueAt } from '@/lib/domain/keyed';
import { farEnd } from '@/lib/domain/party';
import { readableNumber } from './phone';

type Known = Pick<Participant, 'callControlId' | 'party' | 'label'>;

const colours = 10;

/** What to call a participant: the label, else the caller's name, the far end's number, a short id. */
export function nameOf(participant: Known): string {
  const { label, party, callControlId } = participant;
  return label ?? nameOfFarEnd(party.callerName, farEnd(party)) ?? shortId(callControlId);
}

/** What to call a participant of this conference: who supervises, by the name of their account. */
export function nameIn({ supervisors }: Pick<Conference, 'supervisors'>, known: Known): string {
  const supervisor = valueAt(supervisors, known.callControlId)?.actor?.name;
  return known.label ?? supervisor ?? nameOf(known);
}

/** What to call somebody of whom only a name or a number is told; null when neither is. */
export function nameOfFarEnd(name: string | null, number: string | null): string | null {
  const spoken = realName(name);
  if (spoken !== null) return spoken;
  return number === null || number.trim() === '' ? null : readableNumber(number);
}

/** What to call somebody who is called in: as the invitation names them, or by the number. */
export function nameOfInvited({ label, to }: Pick<Invitation, 'label' | 'to'>): string {
  return label ?? readableNumber(to);
}

/** The far end's number or address in groups, if it is known. */
export function numberOf({ party }: Pick<Known, 'party'>): string | null {
  return nameOfFarEnd(null, farEnd(party));
}

/** What to write under the name: the number where the name is one, else nothing. */
export function secondLineOf(participant: Known): string | null {
  return spokenName(participant) === null ? null : numberOf(participant);
}

/** One or two letters for a name; `#` for who has none. */
export function initialsOf(participant: Known): string {
  const words = (spokenName(participant) ?? '').match(/\p{L}[\p{L}\p{M}'’-]*/gu) ?? [];
  const first = words[0];
  if (first === undefined) return '#';
  const last = words.length > 1 ? words.at(-1) : undefined;
  const letters = last === undefined ? first.slice(0, 2) : first.charAt(0) + last.charAt(0);
  return letters.toLocaleUpperCase();
}

/** A person's colour, 0 to 9: always the same for the same leg. */
export function colourOf(callControlId: string): number {
  let hash = 0;
  for (const letter of callControlId) hash = (Math.imul(hash, 31) + letter.charCodeAt(0)) >>> 0;
  return ((hash ^ (hash >>> 15)) >>> 0) % colours;
}

/** The end of an opaque token, enough to tell it from its neighbours. */
export function shortId(id: string): string {
  return id.length <= 8 ? id : `…${id.slice(-7)}`;
}

function spokenName({ label, party }: Known): string | null {
  return label ?? realName(party.callerName);
}

// Carriers put the number where the name should be when they know none; masked, it is none either.
function realName(callerName: string | null): string | null {
  const name = callerName?.trim() ?? '';
  return name === '' || /^\+?[\d •]+$/.test(name) ? null : name;
}
