import { type Chords, shortcutWith } from '@/components/actions/shortcut-table';
import { activeIdOf, type DeskState, withSelection } from './desk-state';
import { listAfterKey, type PressedKey } from '@/components/list/list-keys';
import { foundBy, isFinding } from './type-ahead';
import { nobodyChosen } from '@/components/list/selection';

/**
 * The desk after a key in the roster that moves or selects; null where the key does neither.
 * Keys that act on people are not decided here.
 */
export function afterKey(desk: DeskState, pressed: PressedKey): DeskState | null {
  const after = listAfterKey(desk, pressed);
  if (after !== null) {
    const { selection, activeId } = after;
    if (selection === desk.selection) return { ...desk, activeId };
    return withSelection(desk, selection, activeId);
  }
  const active = activeIdOf(desk);
  if (pressed.key !== 'Enter' || active === null) return null;
  return { ...desk, shownId: active, panel: 'participant' };
}

/**
 * The desk after a letter that looks for somebody; null where it does not. A letter that is a shortcut
 * does what it stands for, unless it goes on from letters before it. `now` is the page's clock, in
 * milliseconds.
 */
export function afterLetter(
  desk: DeskState,
  { key, hasShift, hasControl }: PressedKey,
  now: number,
  chords: Chords,
): DeskState | null {
  const letters = /^[\p{L}\p{N}+'’ -]$/u;
  if (hasControl || !letters.test(key)) return null;
  const isGoingOn = isFinding(desk.finding, now);
  if (!isGoingOn) {
    const isLetter = /^\p{L}$/u.test(key);
    const chord = isLetter && hasShift ? `Shift+${key.toUpperCase()}` : key.toUpperCase();
    if (key === ' ' || shortcutWith(chords, chord) !== null) return null;
  }
  if (key === ' ' && desk.finding?.text === '') return null;
  const text = (isGoingOn ? desk.finding.text : '') + key;
  const found = foundBy(text, desk.order, desk.roster.rows, activeIdOf(desk));
  return { ...desk, activeId: found ?? desk.activeId, finding: { text, at: now } };
}

/** The desk with nobody chosen. */
export function withNobodyChosen(desk: DeskState): DeskState {
  return { ...desk, selection: nobodyChosen };
}
