import { describe, expect, it } from 'vitest';
import { leg, noon, second, story } from './fixture';
import { markOf } from './mark';
import { emptyRoster, rosterOf } from './roster-row';
import { isJustConfirmed } from './use-passing';

describe('the mark of a row', () => {
  it('is the command that matters most: what is on its way before what is settled', () => {
    const told = story()
      .joins('Ada', 0)
      .asks('hold-0001', { type: 'participants.hold', fields: { legs: [leg('Ada')] } }, 1)
      .hears('hold-0001', { type: 'command.accepted', data: {} }, 2)
      .asks('mute-0001', { type: 'participants.mute', fields: { legs: [leg('Ada')] } }, 3);
    const row = rosterOf(told.conference(), emptyRoster).rows.get(leg('Ada'));
    expect(row && markOf(row, noon)).toMatchObject({ fact: 'muted', mark: { phase: 'sent' } });
  });

  it('is of two that failed the newer one', () => {
    const unknown = { type: 'command.unknown' as const, data: { detail: '' } };
    const told = story()
      .joins('Ada', 0)
      .asks('hold-0001', { type: 'participants.hold', fields: { legs: [leg('Ada')] } }, 1)
      .hears('hold-0001', unknown, 2)
      .asks('mute-0001', { type: 'participants.mute', fields: { legs: [leg('Ada')] } }, 3)
      .hears('mute-0001', unknown, 4);
    const row = rosterOf(told.conference(), emptyRoster).rows.get(leg('Ada'));
    expect(row && markOf(row, noon)).toMatchObject({ fact: 'muted', mark: { phase: 'unknown' } });
  });

  it('is none where nobody has asked for anything', () => {
    const row = rosterOf(story().joins('Ada', 0).conference(), emptyRoster).rows.get(leg('Ada'));
    expect(row && markOf(row, noon)).toBeNull();
  });

  it('tells for a minute that something was not done', () => {
    const told = story()
      .joins('Ada', 0)
      .asks('mute-0001', { type: 'participants.mute', fields: { legs: [leg('Ada')] } }, 1)
      .hears('mute-0001', { type: 'command.unknown', data: { detail: '' } }, 2)
      .finds('Ada', false, 3)
      .finds('Ada', false, 10);
    const row = rosterOf(told.conference(), emptyRoster).rows.get(leg('Ada'));
    const markAt = (at: number) => row && markOf(row, noon + at * second);
    expect(markAt(69)).toMatchObject({ fact: 'muted', mark: { phase: 'refused' } });
    expect(markAt(70)).toBeNull();
  });

  it('is just confirmed only after it was drawn unconfirmed', () => {
    const at = (phase: string, commandId = 'mute-0001') => ({ phase, commandId });
    expect(isJustConfirmed(at('accepted'), at('confirmed'))).toBe(true);
    expect(isJustConfirmed(null, at('confirmed'))).toBe(false);
    expect(isJustConfirmed(at('confirmed'), at('confirmed'))).toBe(false);
    expect(isJustConfirmed(at('accepted', 'mute-0000'), at('confirmed'))).toBe(false);
  });
});
