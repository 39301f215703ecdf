/** What of a key event says which keys are down. */
export interface KeysDown {
  readonly key: string;
  readonly code: string;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
}

const modifiers = new Set(['Shift', 'Control', 'Alt', 'Meta', 'AltGraph', 'CapsLock', 'Dead']);

/**
 * The keys of an event as one word, such as `Shift+M`, `Mod+K` or `?`; `Mod` is Control or ⌘. Null
 * while only modifiers are down.
 */
export function chordOf(event: KeysDown): string | null {
  if (modifiers.has(event.key)) return null;
  const key = keyOf(event);
  const isLetter = /^\p{L}$/u.test(key);
  // Of a sign such as `?` shift is already a part: which key it takes differs between keyboards.
  const hasShift = event.shiftKey && (isLetter || key.length > 1);
  return [
    event.ctrlKey || event.metaKey ? 'Mod+' : '',
    event.altKey ? 'Alt+' : '',
    hasShift ? 'Shift+' : '',
    key,
  ].join('');
}

/** A chord as printed on a key: `⇧M`, `⌘K` or `Ctrl K`. */
export function shownChord(chord: string, isApple: boolean): string {
  return chord
    .replace('Mod+', isApple ? '⌘' : 'Ctrl ')
    .replace('Alt+', isApple ? '⌥' : 'Alt ')
    .replace('Shift+', '⇧')
    .replace('Escape', 'Esc');
}

/** Whether this browser runs where the command key stands for Control. */
export function isOnApple(): boolean {
  return typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.userAgent);
}

function keyOf({ key, code, altKey }: KeysDown): string {
  // With Alt, a Mac tells the sign that the key types, not the key.
  if (altKey && code.startsWith('Key')) return code.slice('Key'.length);
  return key.length === 1 ? key.toUpperCase() : key;
}
