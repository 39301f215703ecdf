import { describe, expect, it } from 'vitest';
import { chordsFrom } from '@/components/actions/shortcut-table';
import { nameOrder } from '@/lib/format/name-order';
import { newDesk, withConference } from './desk-state';
import { leg, story } from './fixture';
import { afterLetter } from './roster-keys';
import { rosterOrder } from './roster-order';
import { emptyRoster, rosterOf } from './roster-row';
import { findingMs, foundBy } from './type-ahead';

const names = nameOrder('en');
const told = story().joins('Ada', 0).joins('Bob Abel', 1).joins('Anna', 2).joins('Mia', 3);
const { rows } = rosterOf(told.conference(), emptyRoster);
const order = rosterOrder(rows, { filter: 'all', search: '', sort: 'joined' }, new Map(), names);
const found = (text: string, from: string | null = null) =>
  foundBy(text, order, rows, from === null ? null : leg(from));

describe('finding by first letters', () => {
  it('goes to the next one of whose name a word begins so, and around', () => {
    expect(found('a', 'Ada')).toBe('Bob Abel');
    expect(found('a', 'Bob Abel')).toBe('Anna');
    expect(found('a', 'Anna')).toBe('Ada');
  });

  it('stays with who is there while more letters fit', () => {
    expect(found('an', 'Anna')).toBe('Anna');
    expect(found('ab', 'Ada')).toBe('Bob Abel');
  });

  it('goes on with the same letter again, and finds by digits of the number', () => {
    expect(found('aa', 'Ada')).toBe('Bob Abel');
    expect(found('5551008')).toBe('Bob Abel');
    expect(found('x')).toBeNull();
  });
});

describe('a letter in the list', () => {
  const chords = chordsFrom({});
  const desk = withConference(newDesk(names), told.conference());
  const type = (state: typeof desk, key: string, now: number) =>
    afterLetter(state, { key, hasShift: false, hasControl: false }, now, chords);

  it('is left to its shortcut unless it goes on from letters before it', () => {
    expect(type(desk, 'm', 0)).toBeNull();
    const begun = type(desk, 'i', 0);
    expect(begun).toBeNull();
    const after = type({ ...desk, finding: { text: '', at: 0 } }, 'm', 100);
    expect(after).toMatchObject({ activeId: 'Mia', finding: { text: 'm', at: 100 } });
  });

  it('begins anew after a pause', () => {
    const first = type(desk, 'b', 0) ?? desk;
    expect(first.activeId).toBe('Bob Abel');
    expect(type(first, 'a', findingMs)?.finding?.text).toBe('ba');
    expect(type(first, 'a', findingMs + 1)?.finding?.text).toBe('a');
  });
});
