import type { CallControlId } from '@/lib/domain/ids';
import { farEnd } from '@/lib/domain/party';
import type { RosterRow } from './roster-row';

/** What has been typed to find somebody in the list, and when last. */
export interface Finding {
  readonly text: string;
  /** Milliseconds of the page's clock. */
  readonly at: number;
}

/** How long after a letter the next one still belongs to it, in milliseconds. */
export const findingMs = 1500;

/** Whether letters typed now go on from what was typed. */
export function isFinding(finding: Finding | null, now: number): finding is Finding {
  return finding !== null && now - finding.at <= findingMs;
}

/**
 * Who is meant by the letters typed, as they stand in the list: the next one after `from` of whose
 * name a word begins so, or whose number holds these digits. While more is typed whoever is there
 * stays if they still fit; the same letter again goes to the next.
 */
export function foundBy(
  text: string,
  order: readonly CallControlId[],
  rows: ReadonlyMap<CallControlId, RosterRow>,
  from: CallControlId | null,
): CallControlId | null {
  const isRepeated = text.length > 1 && Array.from(text).every((letter) => letter === text[0]);
  const wanted = (isRepeated ? text.slice(0, 1) : text).toLocaleLowerCase();
  if (wanted.trim() === '') return null;
  const start = from === null ? 0 : Math.max(0, order.indexOf(from));
  const skip = text.length === 1 || isRepeated ? 1 : 0;
  for (let step = 0; step < order.length; step += 1) {
    const id = order[(start + skip + step) % order.length];
    const row = id === undefined ? undefined : rows.get(id);
    if (row !== undefined && fits(row, wanted)) return row.id;
  }
  return null;
}

function fits({ name, participant }: RosterRow, wanted: string): boolean {
  const lower = name.toLocaleLowerCase();
  if (lower.startsWith(wanted) || lower.includes(` ${wanted}`)) return true;
  const digits = wanted.replace(/\D/g, '');
  if (digits === '' || digits.length !== wanted.length) return false;
  return (farEnd(participant.party) ?? '').replace(/\D/g, '').includes(digits);
}
