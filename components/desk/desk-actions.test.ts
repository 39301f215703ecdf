import { describe, expect, it } from 'vitest';
import type { Scene } from './desk-action';
import { deskAction, deskActionIds, standingOf } from './desk-actions';
import { leg, story } from './fixture';
import { isForRow, peopleActionIds, reachedBy } from './people-actions';
import { emptyRoster, rosterOf } from './roster-row';

const scene: Scene = {
  isEnded: false,
  people: 3,
  muted: 1,
  onHold: 0,
  recording: 'off',
  mutesNewcomers: false,
};
const possible = (role: Parameters<typeof standingOf>[2], change: Partial<Scene> = {}) =>
  deskActionIds.filter(
    (id) => standingOf(deskAction(id), { ...scene, ...change }, role) === 'possible',
  );

describe('the actions of the desk', () => {
  it('are those of the role: a viewer changes only their own screen', () => {
    expect(possible('viewer')).not.toContain('muteAll');
    expect(possible('viewer')).not.toContain('end');
    expect(possible('viewer')).toContain('exportTimeline');
    expect(possible('moderator')).toContain('muteAll');
  });

  it('are disabled while nobody is in', () => {
    expect(standingOf(deskAction('muteAll'), { ...scene, people: 0 }, 'moderator')).toBe(
      'disabled',
    );
  });

  it('of one shortcut are never possible at once', () => {
    for (const recording of ['off', 'recording', 'paused', 'stopping'] as const) {
      const keys = possible('moderator', { recording }).flatMap(
        (id) => deskAction(id).shortcut ?? [],
      );
      expect(new Set(keys).size).toBe(keys.length);
    }
  });

  it('leave a conference that has ended as it is', () => {
    const changing = possible('administrator', { isEnded: true }).filter(
      (id) => deskAction(id).group === 'conference',
    );
    expect(changing).toEqual(['exportTimeline', 'exportReport']);
  });
});

describe('the actions on participants', () => {
  const { rows } = rosterOf(
    story().joins('Ada', 0).joins('Bob', 1).leaves('Bob', 2).conference(),
    emptyRoster,
  );
  const ada = rows.get(leg('Ada'));
  const bob = rows.get(leg('Bob'));
  if (ada === undefined || bob === undefined) throw new Error('Both were told of');

  it('offer of mute and unmute the one that changes something', () => {
    const offered = peopleActionIds.filter((id) => isForRow(id, ada));
    expect(offered).toContain('mute');
    expect(offered).not.toContain('unmute');
  });

  it('reach only who is in, except to look', () => {
    expect(reachedBy('mute', [ada, bob])).toEqual([ada]);
    expect(reachedBy('details', [bob])).toEqual([bob]);
    expect(isForRow('remove', bob)).toBe(false);
  });
});
