import { describe, expect, it } from 'vitest';
import { leg, story } from './fixture';
import { emptyRoster, rosterOf } from './roster-row';
import {
  allChosen,
  nobodyChosen,
  onlyChosen,
  reachableOf,
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

  it('sends commands only to those who are in', () => {
    const told = story().joins('Ada', 0).joins('Bob', 1).leaves('Ada', 2);
    const { rows } = rosterOf(told.conference(), emptyRoster);
    expect(reachableOf(allChosen(order), rows)).toEqual(['Bob']);
  });
});
