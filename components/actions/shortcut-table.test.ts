import { describe, expect, it } from 'vitest';
import { chordsFrom, defaultChords, shortcutWith, troubleWith, withChord } from './shortcut-table';

const defaults = chordsFrom({});

describe('shortcuts', () => {
  it('have their own keys until somebody changes them', () => {
    expect(defaults).toEqual(defaultChords);
    expect(new Set(Object.values(defaults)).size).toBe(Object.keys(defaults).length);
  });

  it('have the keys that were kept, or none', () => {
    const chords = chordsFrom({ mute: 'X', hold: '', unheardOf: 'Y' });
    expect(chords).toMatchObject({ mute: 'X', hold: null, record: 'R' });
    expect(shortcutWith(chords, 'X')).toBe('mute');
    expect(shortcutWith(chords, 'M')).toBeNull();
  });

  it('tell who has the keys already', () => {
    expect(troubleWith(defaults, 'mute', 'R')).toEqual({ kind: 'used', by: 'record' });
    expect(troubleWith(defaults, 'mute', 'M')).toBeNull();
    expect(troubleWith(defaults, 'mute', 'F9')).toBeNull();
  });

  it.each(['Tab', 'Shift+Tab', 'ArrowDown', 'Shift+ArrowUp', ' ', 'Mod+C', 'Mod+Shift+T', 'F5'])(
    'leave %s to lists, fields and the browser',
    (chord) => {
      expect(troubleWith(defaults, 'mute', chord)).toEqual({ kind: 'taken' });
    },
  );

  it('take keys from whoever had them, and keep only what differs', () => {
    const kept = withChord(defaults, 'mute', 'R');
    expect(kept).toEqual({ mute: 'R', record: '' });
    expect(withChord(chordsFrom(kept), 'mute', 'M')).toEqual({ record: '' });
  });

  it('cannot take Escape, which closes windows, from clearing the selection', () => {
    expect(chordsFrom({ clear: 'X' }).clear).toBe('Escape');
    expect(troubleWith(defaults, 'mute', 'Escape')).toEqual({ kind: 'taken' });
  });
});
