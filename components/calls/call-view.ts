import type { CallRow } from '@/lib/contract/rows';
import { nameOfFarEnd, shortId } from '@/lib/format/person';

/** Which calls the list shows. */
export const callFilters = ['all', 'ringing', 'queue', 'conference', 'bridged', 'nowhere'] as const;
/** One of them. */
export type CallFilter = (typeof callFilters)[number];

/** What the list of calls is asked to show. */
export interface CallQuery {
  readonly filter: CallFilter;
  readonly search: string;
}

/** What to call the one at the far end: the name, else the number, else the end of the id. */
export function callName({ id, name, number }: Pick<CallRow, 'id' | 'name' | 'number'>): string {
  return nameOfFarEnd(name, number) ?? shortId(id);
}

/** How many calls each filter shows, whatever is searched for. */
export function callCounts(rows: Iterable<CallRow>): Readonly<Record<CallFilter, number>> {
  const counts = { all: 0, ringing: 0, queue: 0, conference: 0, bridged: 0, nowhere: 0 };
  for (const row of rows) {
    counts.all += 1;
    counts[standingOf(row)] += 1;
  }
  return counts;
}

/** The calls that fit, the newest first; of equal age in the order of their ids, so that rows stay in place. */
export function shownCalls(rows: Iterable<CallRow>, query: CallQuery): readonly CallRow[] {
  const wanted = query.search.trim().toLowerCase();
  const digits = wanted.replace(/[\s().+-]/g, '');
  return [...rows]
    .filter((row) => query.filter === 'all' || standingOf(row) === query.filter)
    .filter((row) => wanted === '' || isFound(row, wanted, digits))
    .sort((a, b) => (b.startedAt ?? 0) - (a.startedAt ?? 0) || (a.id < b.id ? -1 : 1));
}

/** Where a call stands among the filters. */
function standingOf({ phase, place }: CallRow): Exclude<CallFilter, 'all'> {
  return phase === 'ringing' ? 'ringing' : place.kind;
}

function isFound(row: CallRow, wanted: string, digits: string): boolean {
  const { id, name, number, ownNumber, place } = row;
  const where = place.kind === 'conference' || place.kind === 'queue' ? place.name : null;
  const texts = [callName(row), id, name, number, where];
  if (texts.some((text) => text?.toLowerCase().includes(wanted))) return true;
  return digits !== '' && [number, ownNumber].some((each) => each?.includes(digits));
}
