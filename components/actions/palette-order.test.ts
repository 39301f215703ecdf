import { Mic } from 'lucide-react';
import { describe, expect, it } from 'vitest';
import type { Action } from './action';
import { paletteGroups, withRecent } from './palette-order';

const action = (key: string, group: Action['group'], label: string): Action => ({
  key,
  group,
  label,
  icon: Mic,
  shortcut: null,
  isDangerous: false,
  run: () => undefined,
});
const actions = [
  action('/settings', 'pages', 'Settings'),
  action('muteAll', 'conference', 'Mute all'),
  action('unmuteAll', 'conference', 'Unmute all'),
  action('person mute', 'person', 'Ada: Mute'),
];
const listed = (text: string, recent: readonly string[] = []) =>
  paletteGroups(actions, recent, text).flatMap((group) => group.actions.map(({ key }) => key));

describe('the palette', () => {
  it('lists all by group, the nearest to what one does first', () => {
    expect(paletteGroups(actions, [], '').map(({ head }) => head)).toEqual([
      'person',
      'conference',
      'pages',
    ]);
  });

  it('lists the recent ones first and once, and forgets what can no longer be done', () => {
    const groups = paletteGroups(actions, ['/settings', 'gone'], '');
    expect(groups[0]).toMatchObject({ head: 'recent', actions: [{ key: '/settings' }] });
    expect(groups.filter(({ head }) => head === 'pages')).toEqual([]);
  });

  it('finds people by name, and lists them only then', () => {
    const many = [...actions, action('leg details', 'people', 'Hassan Rahman: Show')];
    expect(paletteGroups(many, [], '').map(({ head }) => head)).not.toContain('people');
    expect(paletteGroups(many, [], 'hass')[0]?.head).toBe('people');
  });

  it('finds by the beginnings of words before parts of words', () => {
    expect(listed('mute all')).toEqual(['muteAll', 'unmuteAll']);
    expect(listed('ada mu')).toEqual(['person mute']);
  });

  it('finds by letters in order, and nothing by what is not there', () => {
    expect(listed('stg')).toEqual(['/settings']);
    expect(listed('zebra')).toEqual([]);
    expect(listed('end… (')).toEqual([]);
  });

  it('keeps the newest five of what was run', () => {
    expect(withRecent(['a', 'b', 'c', 'd', 'e'], 'c')).toEqual(['c', 'a', 'b', 'd', 'e']);
    expect(withRecent(['a', 'b', 'c', 'd', 'e'], 'f')).toEqual(['f', 'a', 'b', 'c', 'd']);
  });
});
