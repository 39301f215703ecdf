import { describe, expect, it } from 'vitest';
import { leg, story } from '@/components/desk/fixture';
import { emptyRoster, rosterOf } from '@/components/desk/roster-row';
import {
  allChosen,
  chosenShown,
  nobodyChosen,
  onlyChosen,
  reachedTo,
  toggledIn,
} from './selection';

const order = ['Ada', 'Bob', 'Cyd', 'Dan'].map(leg);

describe('selecting', () => {
  it('takes one alone, and adds and takes away others', () => {
    const two = toggledIn(onlyChosen(leg('Ada')), leg('Cyd'));
    expect([...two.chosen]).toEqual(['Ada', 'Cyd']);
    expect([...toggledIn(two, leg('Ada')).chosen]).toEqual(['Cyd']);
  });

  it('reaches from the anchor in both directions', () => {
    const fromCyd = onlyChosen(leg('Cyd'));
    expect([...reachedTo(fromCyd, order, leg('Ada')).chosen]).toEqual(['Ada', 'Bob', 'Cyd']);
    expect([...reachedTo(fromCyd, order, leg('Dan')).chosen]).toEqual(['Cyd', 'Dan']);
  });

  it('keeps the anchor while a range grows and shrinks', () => {
    const grown = reachedTo(onlyChosen(leg('Bob')), order, leg('Dan'));
    expect([...reachedTo(grown, order, leg('Cyd')).chosen]).toEqual(['Bob', 'Cyd']);
  });

  it('takes one alone where there is no anchor to reach from', () => {
    expect([...reachedTo(nobodyChosen, order, leg('Bob')).chosen]).toEqual(['Bob']);
  });

  it('acts only on those whom the filter and the search show, in the order of the list', () => {
    const told = story().joins('Ada', 0).joins('Bob', 1).joins('Cyd', 2);
    const { rows } = rosterOf(told.conference(), emptyRoster);
    const all = allChosen(order);
    const namesIn = (...shown: string[]) =>
      chosenShown(all, shown.map(leg), rows).map(({ name }) => name);
    expect(namesIn('Cyd', 'Ada')).toEqual(['Cyd', 'Ada']);
    expect(namesIn()).toEqual([]);
    expect(chosenShown(onlyChosen(leg('Bob')), [leg('Ada')], rows)).toEqual([]);
  });
});
