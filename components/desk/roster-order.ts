import { farEnd } from '@/lib/domain/party';
import type { CallControlId } from '@/lib/domain/ids';
import { isIn, type RosterFilter, type RosterRow, type RowState } from './roster-row';

/** The orders a roster can stand in. */
export const rosterSorts = ['floor', 'joined', 'name', 'state'] as const;
/** One order. */
export type RosterSort = (typeof rosterSorts)[number];

/** What the person looks for and how it is to be ordered. */
export interface RosterQuery {
  readonly filter: RosterFilter;
  readonly search: string;
  readonly sort: RosterSort;
}

/** Everybody's part of the floor time, 0 to 1. */
export type FloorShares = ReadonlyMap<CallControlId, number>;

const stateRank: Record<RowState, number> = {
  floor: 0,
  open: 1,
  muted: 2,
  onHold: 3,
  joining: 4,
  leaving: 5,
  left: 6,
};

/** The ids of the rows that match, in the order asked for; ties stand in the order of joining. */
export function rosterOrder(
  rows: ReadonlyMap<CallControlId, RosterRow>,
  query: RosterQuery,
  shares: FloorShares,
  names: Intl.Collator,
): CallControlId[] {
  const wanted = searchTermOf(query.search);
  return [...rows.values()]

    .filter((row) => isIn(row, query.filter))
    .filter((row) => isMeant(row.name, farEnd(row.participant.party), wanted))
    .sort((a, b) => compared(a, b, query.sort, { shares, names }) || byJoining(a, b))
    .map((row) => row.id);
}

/**
 * The order to draw while somebody's pointer or focus is in the list: whoever stands there stays
 * where they are, even if they no longer match, and newcomers stand behind them.
 */
export function keptOrder(
  drawn: readonly CallControlId[],
  wanted: readonly CallControlId[],
  rows: ReadonlyMap<CallControlId, unknown>,
): readonly CallControlId[] {
  const standing = drawn.filter((id) => rows.has(id));
  const known = new Set(standing);
  return sameOr(drawn, [...standing, ...wanted.filter((id) => !known.has(id))]);
}

/** `before` where both name the same ids in the same order, so that nothing is drawn again. */
export function sameOr(
  before: readonly CallControlId[],
  after: readonly CallControlId[],
): readonly CallControlId[] {
  const isSame = before.length === after.length && before.every((id, i) => id === after[i]);
  return isSame ? before : after;
}

/** Whether a row that changed stands where it stood: nothing that orders or filters is different. */
export function standsAlike(
  before: RosterRow | undefined,
  after: RosterRow,
  { filter, sort }: RosterQuery,
): boolean {
  if (before === after) return true;
  return (
    before?.name === after.name &&
    before.joinedAt === after.joinedAt &&
    before.participant.party === after.participant.party &&
    isIn(before, filter) === isIn(after, filter) &&
    (sort !== 'state' || before.state === after.state)
  );
}

/** What is looked for: a text, and its digits where it may be a number. */
export interface SearchTerm {
  readonly text: string;
  readonly digits: string;
}

/** What somebody means who typed this. */
export function searchTermOf(search: string): SearchTerm {
  const text = search.trim().toLocaleLowerCase();
  const digits = text.replace(/\D/g, '');
  return { text, digits: /[a-z]/.test(text) ? '' : digits };
}

/** Whether somebody of this name, at this number or address, is meant. */
export function isMeant(
  name: string,
  number: string | null,
  { text, digits }: SearchTerm,
): boolean {
  if (text === '') return true;
  if (name.toLocaleLowerCase().includes(text)) return true;
  const address = number?.toLocaleLowerCase() ?? '';
  return address.includes(text) || (digits !== '' && address.replace(/\D/g, '').includes(digits));
}

function compared(
  a: RosterRow,
  b: RosterRow,
  sort: RosterSort,
  { shares, names }: { readonly shares: FloorShares; readonly names: Intl.Collator },
): number {
  switch (sort) {
    case 'floor':
      return (shares.get(b.id) ?? 0) - (shares.get(a.id) ?? 0);
    case 'joined':
      return 0;
    case 'name':
      return names.compare(a.name, b.name);
    case 'state':
      return stateRank[a.state] - stateRank[b.state];
  }
}

function byJoining(a: RosterRow, b: RosterRow): number {
  return (a.joinedAt ?? Infinity) - (b.joinedAt ?? Infinity) || (a.id < b.id ? -1 : 1);
}
