/** Every action that has a key, and the key it has until somebody changes it. */
export const defaultChords = {
  palette: 'Mod+K',
  help: '?',
  search: '/',
  find: 'F',
  mute: 'M',
  hold: 'H',
  muteAll: 'Shift+M',
  holdAll: 'Shift+H',
  play: 'P',
  speak: 'S',
  record: 'R',
  invite: 'Shift+I',
  superviseListen: 'Shift+L',
  superviseWhisper: 'Shift+W',
  superviseBarge: 'Shift+B',
  superviseStop: 'Shift+S',
  admit: 'Shift+A',
  transfer: 'Shift+X',
  dial: 'Shift+D',
  answer: 'Shift+Y',
  showTimeline: 'T',
  showPerson: 'I',
  clear: 'Escape',
} as const;

/** The name of one shortcut. */
export type ShortcutId = keyof typeof defaultChords;

/** Which keys each shortcut has now; null for none. */
export type Chords = Readonly<Record<ShortcutId, string | null>>;

/** Every shortcut in the order in which they are listed. */
export const shortcutIds = Object.keys(defaultChords) as readonly ShortcutId[];

/** Shortcuts that stay as they are: a dialog is closed by the same key. */
const fixedIds: ReadonlySet<ShortcutId> = new Set(['clear']);

/** Keys that lists, fields and browsers need for themselves. */
const takenKeys =
  /^(Mod\+)?(Alt\+)?(Shift\+)?(Tab|Enter|Escape| |ArrowUp|ArrowDown|ArrowLeft|ArrowRight|Home|End|PageUp|PageDown|F5|F10|F11|F12|ContextMenu|Backspace)$|^Mod\+[ACFLNPQRSTVWXZ0+-]$|^Mod\+Shift\+[CIJNRTWZ]$/;

/** Why keys cannot be given to a shortcut: lists or the browser need them, or another one has them. */
export type ChordTrouble = { readonly kind: 'taken' } | { readonly kind: 'used'; by: ShortcutId };

/** The keys in force: those that were changed, and the defaults for the rest. */
export function chordsFrom(changed: Readonly<Record<string, string>>): Chords {
  const chords = shortcutIds.map((id) => {
    const own = fixedIds.has(id) ? undefined : changed[id];
    return [id, own === undefined ? defaultChords[id] : own === '' ? null : own] as const;
  });
  return Object.fromEntries(chords) as Chords;
}

/** Whether the keys of a shortcut may be changed. */
export function isChangeable(id: ShortcutId): boolean {
  return !fixedIds.has(id);
}

/** The shortcut that has these keys, if any. */
export function shortcutWith(chords: Chords, chord: string): ShortcutId | null {
  return shortcutIds.find((id) => chords[id] === chord) ?? null;
}

/** What speaks against giving these keys to a shortcut; null where nothing does. */
export function troubleWith(chords: Chords, id: ShortcutId, chord: string): ChordTrouble | null {
  if (takenKeys.test(chord)) return { kind: 'taken' };
  const other = shortcutWith(chords, chord);
  return other === null || other === id ? null : { kind: 'used', by: other };
}

/**
 * What is kept after a shortcut got these keys, or none with null; another one that had them has
 * none from then on. Only what differs from the defaults is kept.
 */
export function withChord(chords: Chords, id: ShortcutId, chord: string | null) {
  const after = shortcutIds.map((each) => {
    if (each === id) return [each, chord] as const;
    return [each, chord !== null && chords[each] === chord ? null : chords[each]] as const;
  });
  const changed = after.filter(([each, own]) => own !== defaultChords[each]);
  return Object.fromEntries(changed.map(([each, own]) => [each, own ?? '']));
}
