import { describe, expect, it } from 'vitest';
import { chordOf, type KeysDown, shownChord } from './chord';

const keys = (key: string, more: Partial<KeysDown> = {}): KeysDown => ({
  key,
  code: '',
  shiftKey: false,
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  ...more,
});

describe('a chord', () => {
  it('is the letter whatever its case, with shift where it is held', () => {
    expect(chordOf(keys('m'))).toBe('M');
    expect(chordOf(keys('M', { shiftKey: true }))).toBe('Shift+M');
  });

  it('is a sign without the shift that some keyboards need for it', () => {
    expect(chordOf(keys('?', { shiftKey: true }))).toBe('?');
    expect(chordOf(keys('F2', { shiftKey: true }))).toBe('Shift+F2');
  });

  it('is the same with Control and with the command key', () => {
    expect(chordOf(keys('k', { ctrlKey: true }))).toBe('Mod+K');
    expect(chordOf(keys('k', { metaKey: true }))).toBe('Mod+K');
  });

  it('is the key and not the sign that Alt makes of it', () => {
    expect(chordOf(keys('µ', { altKey: true, code: 'KeyM' }))).toBe('Alt+M');
  });

  it('is none while only Shift is down', () => {
    expect(chordOf(keys('Shift', { shiftKey: true }))).toBeNull();
  });

  it('is printed as the keys of the machine are', () => {
    expect(shownChord('Mod+K', true)).toBe('⌘K');
    expect(shownChord('Mod+Shift+K', false)).toBe('Ctrl ⇧K');
  });
});
