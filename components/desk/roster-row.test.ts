import { describe, expect, it } from 'vitest';
import { everIn } from '@/lib/domain/conference/came-back';
import type { ConferenceCommand } from '@/lib/domain/conference/command';
import { leg, noon, second, story } from './fixture';
import { emptyRoster, isIn, isReachable, rosterOf } from './roster-row';

const threeIn = story().joins('Ada', 0).joins('Bob', 1).joins('Cyd', 2);
const mute = (...names: string[]): ConferenceCommand => ({
  type: 'participants.mute',
  fields: { legs: names.map(leg) },
});

describe('the roster', () => {
  it('counts everybody who is in, and apart from them those who left', () => {
    const { counts } = rosterOf(threeIn.leaves('Bob', 9).conference(), emptyRoster);
    expect(counts).toEqual({ all: 2, open: 2, muted: 0, onHold: 0, left: 1 });
  });

  it('says who has the floor', () => {
    const { rows } = rosterOf(threeIn.speaks('Bob', 5).conference(), emptyRoster);
    expect(rows.get(leg('Bob'))).toMatchObject({ state: 'floor', hasFloor: true });
    expect(rows.get(leg('Ada'))).toMatchObject({ state: 'open', hasFloor: false });
  });

  it('says muted of the one who has the floor and is muted, and still marks the floor', () => {
    const told = threeIn
      .speaks('Bob', 5)
      .asks('mute-0001', mute('Bob'), 6)
      .hears('mute-0001', { type: 'command.accepted', data: {} }, 7);
    const { rows, counts } = rosterOf(told.conference(), emptyRoster);
    expect(rows.get(leg('Bob'))).toMatchObject({ state: 'muted', hasFloor: true });
    expect(counts).toMatchObject({ all: 3, open: 2, muted: 1 });
  });

  it('marks what was asked and not answered without changing what is so', () => {
    const told = threeIn.asks('mute-0001', mute('Ada'), 5);
    const { rows } = rosterOf(told.conference(), emptyRoster);
    const ada = rows.get(leg('Ada'));
    expect(ada?.muted.value).toBe(false);
    expect(ada?.muted.mark).toMatchObject({ phase: 'sent', value: true });
  });

  it('says leaving of whom somebody removes', () => {
    const told = threeIn.asks(
      'remove-01',
      { type: 'participants.remove', fields: { legs: [leg('Cyd')] } },
      5,
    );
    expect(rosterOf(told.conference(), emptyRoster).rows.get(leg('Cyd'))?.state).toBe('leaving');
  });

  it('says joining of somebody of whom only the floor was heard, and no command reaches them', () => {
    const told = threeIn.happens(
      { type: 'participant.identified', data: { callControlId: leg('Dan'), party: party() } },
      5,
    );
    const row = rosterOf(told.conference(), emptyRoster).rows.get(leg('Dan'));
    expect(row?.state).toBe('joining');
    expect(row !== undefined && isReachable(row)).toBe(false);
  });

  it('counts who left and came back once, while it goes on and when it has ended', () => {
    const party = { from: '+13125550142', to: null, direction: null, callerName: 'Ada' };
    const isAda = (name: string) =>
      ({
        type: 'participant.identified',
        data: { callControlId: leg(name), party },
      }) as const;
    const first = story().joins('Bob', 0).happens(isAda('A1'), 1).joins('A1', 1).leaves('A1', 2);
    const back = first.happens(isAda('A2'), 3).joins('A2', 3);
    const before = rosterOf(first.conference(), emptyRoster);
    expect(before.counts).toMatchObject({ all: 1, left: 1 });
    expect(rosterOf(back.conference(), before).counts).toMatchObject({ all: 2, left: 0 });
    const ended = back
      .leaves('A2', 4)
      .happens({ type: 'conference.ended', data: { reason: 'all_left' } }, 5)
      .conference();
    expect(rosterOf(ended, before).counts.left).toBe(everIn(ended));
    expect(everIn(ended)).toBe(2);
  });

  it('says left of everybody once the conference has ended', () => {
    const told = threeIn.happens({ type: 'conference.ended', data: { reason: 'all_left' } }, 20);
    expect(rosterOf(told.conference(), emptyRoster).counts).toMatchObject({ all: 0, left: 3 });
  });

  it('keeps the reference of every row that looks as it did', () => {
    const conference = threeIn.conference();
    const before = rosterOf(conference, emptyRoster);
    const floor = { at: noon, id: 'event-9999', value: leg('Ada') };
    const after = rosterOf({ ...conference, floor }, before);
    expect(after.rows.get(leg('Ada'))).not.toBe(before.rows.get(leg('Ada')));
    for (const name of ['Bob', 'Cyd']) {
      expect(after.rows.get(leg(name))).toBe(before.rows.get(leg(name)));
    }
  });

  it('says the same of the floor that passed on as a roster made anew', () => {
    const conference = threeIn
      .asks('mute-0001', mute('Bob'), 5)
      .hears('mute-0001', { type: 'command.accepted', data: {} }, 6)
      .conference();
    let roster = rosterOf(conference, emptyRoster);
    for (const name of ['Ada', 'Bob', 'Bob', 'Cyd', 'Dan', 'Ada']) {
      const now = { ...conference, floor: { at: noon, id: `to ${name}`, value: leg(name) } };
      roster = rosterOf(now, roster);
      const { rows, counts, names, holder } = rosterOf(now, emptyRoster);
      expect(roster).toMatchObject({ rows, counts, names, holder });
    }
  });

  it('is the same reference when nothing of it changed', () => {
    const conference = threeIn.speaks('Ada', 4).conference();
    const before = rosterOf(conference, emptyRoster);
    const speak = { at: noon, id: 'event-9999', value: true };
    expect(rosterOf({ ...conference, speak }, before)).toBe(before);
  });

  it('keeps the reference of all names until one is new', () => {
    const before = rosterOf(threeIn.conference(), emptyRoster);
    expect(rosterOf(threeIn.speaks('Ada', 4).conference(), before).names).toBe(before.names);
    expect(rosterOf(threeIn.joins('Dan', 4).conference(), before).names.get(leg('Dan'))).toBe(
      'Dan',
    );
  });

  it('draws a row anew when its command moves on from sent', () => {
    const sent = threeIn.asks('mute-0001', mute('Ada'), 5);
    const accepted = sent.hears('mute-0001', { type: 'command.accepted', data: {} }, 6);
    const before = rosterOf(sent.conference(), emptyRoster);
    const after = rosterOf(accepted.conference(), before);
    expect(after.rows.get(leg('Ada'))?.muted).toMatchObject({
      value: true,
      mark: { phase: 'accepted' },
    });
  });

  it('keeps the time of joining and of leaving', () => {
    const row = rosterOf(threeIn.leaves('Bob', 61).conference(), emptyRoster).rows.get(leg('Bob'));
    expect(row).toMatchObject({ joinedAt: noon + second, leftAt: noon + 61 * second });
  });

  it('puts one who is muted and on hold under both filters', () => {
    const told = threeIn
      .asks('mute-0001', mute('Ada'), 5)
      .hears('mute-0001', { type: 'command.accepted', data: {} }, 6)
      .asks('hold-0001', { type: 'participants.hold', fields: { legs: [leg('Ada')] } }, 7)
      .hears('hold-0001', { type: 'command.accepted', data: {} }, 8);
    const ada = rosterOf(told.conference(), emptyRoster).rows.get(leg('Ada'));
    expect(ada?.state).toBe('onHold');
    expect(ada !== undefined && isIn(ada, 'muted') && isIn(ada, 'onHold')).toBe(true);
    expect(ada !== undefined && isIn(ada, 'open')).toBe(false);
  });
});

function party() {
  return { from: '+13125550142', to: null, direction: 'incoming' as const, callerName: null };
}
