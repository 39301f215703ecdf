import { describe, expect, it } from 'vitest';
import { floorSegments, noFloorHistory, withFloorEvents } from '@/lib/domain/conference/floor';
import {
  activeIdOf,
  newDesk,
  withConference,
  withFloor,
  withHeld,
  withOrderAnew,
  withQuery,
} from './desk-state';
import { nameOrder } from '@/lib/format/name-order';
import { leg, noon, second, story } from './fixture';
import { afterKey } from './roster-keys';

const told = story().joins('Cyd', 0).joins('Ada', 1).joins('Bob', 2);
const desk = withQuery(withConference(newDesk(nameOrder('en')), told.conference()), {
  sort: 'name',
});
const press = (key: string, hasShift = false) => ({ key, hasShift, hasControl: false });

describe('the desk', () => {
  it('moves nobody while somebody is in the list, and says how many are new', () => {
    const held = withConference(withHeld(desk, true), told.joins('Abe', 5).conference());
    expect(held.order).toEqual(['Ada', 'Bob', 'Cyd', 'Abe']);
    expect(held.newcomers).toBe(1);
    expect(withOrderAnew(held)).toMatchObject({
      order: ['Abe', 'Ada', 'Bob', 'Cyd'],
      newcomers: 0,
    });
    expect(withHeld(held, false).order).toEqual(['Abe', 'Ada', 'Bob', 'Cyd']);
  });

  it('orders anew at once when the person asks for another order', () => {
    expect(withQuery(withHeld(desk, true), { sort: 'joined' }).order).toEqual([
      'Cyd',
      'Ada',
      'Bob',
    ]);
  });

  it('shows who was there once the conference has ended, even with somebody in the list', () => {
    const ended = told
      .happens({ type: 'conference.ended', data: { reason: null } }, 9)
      .conference();
    const after = withConference(withHeld(desk, true), ended);
    expect(after).toMatchObject({ isEnded: true, query: { filter: 'left' } });
    expect(after.order).toHaveLength(3);
  });

  it('orders anew when somebody no longer matches, not when only the floor passes on', () => {
    const open = withQuery(desk, { filter: 'open' });
    const passed = withConference(open, told.speaks('Bob', 5).conference());
    expect(passed.order).toBe(open.order);
    expect(passed.roster.rows.get(leg('Bob'))?.hasFloor).toBe(true);
    const muted = told
      .asks('mute-0001', { type: 'participants.mute', fields: { legs: [leg('Bob')] } }, 5)
      .hears('mute-0001', { type: 'command.accepted', data: {} }, 6);
    expect(withConference(open, muted.conference()).order).toEqual(['Ada', 'Cyd']);
  });

  it('orders by state anew when the floor passes on', () => {
    const byState = withQuery(desk, { sort: 'state' });
    const passed = withConference(byState, told.speaks('Bob', 5).conference());
    expect(passed.order[0]).toBe('Bob');
  });

  it('shares the floor in hundredths, and the shares are the same while they stand', () => {
    const spoke = told.speaks('Ada', 10).speaks('Bob', 40);
    const segments = floorSegments(withFloorEvents(noFloorHistory, spoke.events));
    const first = withFloor(desk, segments, noon + 50 * second);
    expect(first.shares.get(leg('Ada'))).toBe(0.75);
    expect(first.shares.get(leg('Bob'))).toBe(0.25);
    const later = withFloor(first, segments, noon + 50.1 * second);
    expect(later.shares).toBe(first.shares);
    expect(later.order).toBe(first.order);
    expect(later.floorAt).toBe(noon + 50.1 * second);
  });
});

describe('keys in the roster', () => {
  it('move from row to row and stop at the ends', () => {
    expect(activeIdOf(desk)).toBe('Ada');
    const down = afterKey(desk, press('ArrowDown'));
    expect(down?.activeId).toBe('Bob');
    expect(afterKey(desk, press('ArrowUp'))?.activeId).toBe('Ada');
    expect(afterKey(desk, press('End'))?.activeId).toBe('Cyd');
  });

  it('select with the space bar, and a range with shift', () => {
    const one = afterKey(desk, press(' '));
    expect([...(one?.selection.chosen ?? [])]).toEqual(['Ada']);
    const two = one === null ? null : afterKey(one, press('ArrowDown', true));
    expect([...(two?.selection.chosen ?? [])]).toEqual(['Ada', 'Bob']);
  });

  it('show the one in focus with Enter, and leave other keys alone', () => {
    expect(afterKey(desk, press('Enter'))).toMatchObject({ shownId: 'Ada', panel: 'participant' });
    expect(afterKey(desk, press('x'))).toBeNull();
  });
});
