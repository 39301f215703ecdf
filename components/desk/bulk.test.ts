import { describe, expect, it } from 'vitest';
import type { CallControlId, CommandId } from '@/lib/domain/ids';
import { bulkResultOf, isWorthTelling, planMute } from './bulk';
import { leg, type Story, story } from './fixture';
import { emptyRoster, rosterOf } from './roster-row';

const three = story().joins('Ada', 0).joins('Bob', 1).joins('Cyd', 2);
const rowsOf = (told: Story) => rosterOf(told.conference(), emptyRoster).rows.values();
const mute = (...names: readonly string[]) =>
  ({ type: 'participants.mute', fields: { legs: names.map(leg) } }) as const;
const bulk = {
  commandId: 'c1' as CommandId,
  isDoubtful: false,
  fact: 'muted',
  value: true,
  legs: [leg('Ada'), leg('Bob')],
  already: new Set<CallControlId>(),
} as const;
const none = { done: 0, already: 0, open: 0, unknown: 0, failed: [] };

describe('muting all but the hosts', () => {
  const hosted = three.happens(
    { type: 'participants.hostMarked', data: { legs: [leg('Ada')], isHost: true } },
    3,
  );
  it('skips them and names them', () => {
    const plan = planMute(rowsOf(hosted), null);
    expect(plan.legs).toEqual([leg('Bob'), leg('Cyd')]);
    expect(plan.open).toBe(2);
    expect(plan.skipped.map(({ name }) => name)).toEqual(['Ada']);
  });
  it('asks those who are muted already too, and does not count them', () => {
    const told = hosted
      .asks('c0', mute('Cyd'), 4)
      .hears('c0', { type: 'command.accepted', data: {} }, 5);
    expect(planMute(rowsOf(told), null)).toMatchObject({
      legs: [leg('Bob'), leg('Cyd')],
      open: 1,
    });
  });
  it('reaches nobody who left', () => {
    expect(planMute(rowsOf(hosted.leaves('Cyd', 4)), null).legs).toEqual([leg('Bob')]);
  });
});

describe('muting all but the selected', () => {
  it('skips those, hosts or not', () => {
    const plan = planMute(rowsOf(three), [leg('Bob')]);
    expect(plan.legs).toEqual([leg('Ada'), leg('Cyd')]);
  });
});

describe('the result of a command to many', () => {
  const sent = three.asks('c1', mute('Ada', 'Bob'), 3);
  const accepted = sent.hears('c1', { type: 'command.accepted', data: {} }, 4);
  it('is open until something is known', () => {
    expect(bulkResultOf(sent.conference(), bulk)).toEqual({ ...none, open: 2 });
    expect(bulkResultOf(accepted.conference(), bulk)).toEqual({ ...none, open: 2 });
  });
  it('counts whoever left as done', () => {
    const told = accepted.leaves('Bob', 5);
    expect(bulkResultOf(told.conference(), bulk)).toEqual({ ...none, done: 1, open: 1 });
  });
  it('counts whoever was asked something newer as done', () => {
    const told = accepted
      .asks('c2', { type: 'participants.unmute', fields: { legs: [leg('Ada')] } }, 5)
      .hears('c2', { type: 'command.accepted', data: {} }, 6);
    expect(bulkResultOf(told.conference(), bulk)).toMatchObject({ done: 1, failed: [] });
  });
  it('of one that was refused names everybody it did not reach', () => {
    const refused = { ...bulk, commandId: null };
    expect(bulkResultOf(three.conference(), refused).failed).toEqual(bulk.legs);
    expect(bulkResultOf(accepted.conference(), refused).failed).toEqual([]);
  });

  describe('of which nobody knows whether it was done', () => {
    const doubtful = { ...bulk, isDoubtful: true, already: new Set([leg('Ada')]) };
    const doubted = three
      .asks('c0', mute('Ada'), 2)
      .hears('c0', { type: 'command.accepted', data: {} }, 2)
      .asks('c1', mute('Ada', 'Bob'), 3)
      .hears('c1', { type: 'command.unknown', data: { detail: '' } }, 4);
    const resultOf = (told: Story) => bulkResultOf(told.conference(), doubtful);
    it('says so, but for those who were so already', () => {
      expect(resultOf(doubted)).toEqual({ ...none, already: 1, unknown: 1 });
      expect(isWorthTelling(doubtful, resultOf(doubted))).toBe(true);
    });
    it('is open before it was heard of', () => {
      expect(resultOf(three)).toEqual({ ...none, open: 2 });
    });
    it('is done or failed once reads have told, and still told', () => {
      const failed = doubted.finds('Bob', false, 5).finds('Bob', false, 6);
      expect(resultOf(failed)).toEqual({ ...none, already: 1, failed: [leg('Bob')] });
      const done = doubted.finds('Bob', true, 5);
      expect(resultOf(done)).toEqual({ ...none, already: 1, done: 1 });
      expect(isWorthTelling(doubtful, resultOf(done))).toBe(true);
    });
  });
  it('that all went well is not told again', () => {
    const told = accepted.finds('Ada', true, 5).finds('Bob', true, 5);
    expect(isWorthTelling(bulk, bulkResultOf(told.conference(), bulk))).toBe(false);
  });
});
