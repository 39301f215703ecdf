import { describe, expect, it } from 'vitest';
import { nameOrder } from '@/lib/format/name-order';
import { leg, story } from './fixture';
import { keptOrder, rosterOrder, type RosterQuery, sameOr } from './roster-order';
import { emptyRoster, rosterOf } from './roster-row';

const told = story().joins('Cyd', 0).joins('Ada', 1).joins('Bob', 2);
const { rows } = rosterOf(told.conference(), emptyRoster);
const query: RosterQuery = { filter: 'all', search: '', sort: 'joined' };
const shares = new Map([
  [leg('Bob'), 0.6],
  [leg('Ada'), 0.4],
]);
const english = nameOrder('en');
const ordered = (change: Partial<RosterQuery>) =>
  rosterOrder(rows, { ...query, ...change }, shares, english);

describe('the order of the roster', () => {
  it('goes by joining, by name, or by floor share with ties by joining', () => {
    expect(ordered({ sort: 'joined' })).toEqual(['Cyd', 'Ada', 'Bob']);
    expect(ordered({ sort: 'name' })).toEqual(['Ada', 'Bob', 'Cyd']);
    expect(ordered({ sort: 'floor' })).toEqual(['Bob', 'Ada', 'Cyd']);
  });

  it('goes by name as the language of the page has it', () => {
    const people = story().joins('张伟', 0).joins('李娜', 1).joins('王芳', 2).joins('Ada', 3);
    const chinese = rosterOf(people.conference(), emptyRoster).rows;
    const byName = (locale: string) =>
      rosterOrder(chinese, { ...query, sort: 'name' }, shares, nameOrder(locale));
    expect(byName('zh-CN').filter((id) => id !== leg('Ada'))).toEqual(['李娜', '王芳', '张伟']);
    expect(byName('en')).not.toEqual(byName('zh-CN'));
  });

  it('goes by state with the one who has the floor first', () => {
    const speaking = rosterOf(told.speaks('Ada', 9).conference(), emptyRoster);
    expect(rosterOrder(speaking.rows, { ...query, sort: 'state' }, shares, english)).toEqual([
      'Ada',
      'Cyd',
      'Bob',
    ]);
  });

  it('finds by a part of the name whatever its case', () => {
    expect(ordered({ search: ' aD ' })).toEqual(['Ada']);
  });

  it('finds by digits however the number is grouped', () => {
    expect(ordered({ search: '312 555-10' })).toEqual(['Cyd', 'Ada', 'Bob']);
    expect(ordered({ search: '999' })).toEqual([]);
  });

  it('leaves out whom the filter leaves out', () => {
    const after = rosterOf(told.leaves('Ada', 9).conference(), emptyRoster);
    expect(rosterOrder(after.rows, query, shares, english)).toEqual(['Cyd', 'Bob']);
    expect(rosterOrder(after.rows, { ...query, filter: 'left' }, shares, english)).toEqual(['Ada']);
  });
});

describe('while somebody is in the list', () => {
  it('everybody stays where they are and newcomers stand behind', () => {
    const drawn = [leg('Bob'), leg('Cyd')];
    expect(keptOrder(drawn, [leg('Ada'), leg('Cyd'), leg('Bob')], rows)).toEqual([
      'Bob',
      'Cyd',
      'Ada',
    ]);
  });

  it('one who no longer matches stays too', () => {
    expect(keptOrder([leg('Bob'), leg('Cyd')], [leg('Cyd')], rows)).toEqual(['Bob', 'Cyd']);
  });

  it('an order that stays is the same reference', () => {
    const drawn = [leg('Bob'), leg('Cyd')];
    expect(keptOrder(drawn, drawn, rows)).toBe(drawn);
    expect(sameOr(drawn, [leg('Bob'), leg('Cyd')])).toBe(drawn);
  });
});
