import { type Chords, shortcutWith } from '@/components/actions/shortcut-table';
import type { CallControlId } from '@/lib/domain/ids';
import { activeIdOf, type DeskState, withSelection } from './desk-state';
import { foundBy, isFinding } from './type-ahead';
import { allChosen, nobodyChosen, reachedTo, toggledIn } from './selection';

/** A key pressed in the roster. */
export interface PressedKey {
  readonly key: string;
  readonly hasShift: boolean;
  /** Control, or command on a Mac. */
  readonly hasControl: boolean;
}

const pageRows = 10;

/**
 * The desk after a key in the roster that moves or selects; null where the key does neither.
 * Keys that act on people are not decided here.
 */
export function afterKey(desk: DeskState, pressed: PressedKey): DeskState | null {
  const active = activeIdOf(desk);
  if (active === null) return null;
  const target = targetOf(desk.order, active, pressed.key);
  if (target !== undefined) return movedTo(desk, target, active, pressed.hasShift);
  if (pressed.key === ' ') {
    const { selection, order } = desk;
    const after = pressed.hasShift
      ? reachedTo(selection, order, active)
      : toggledIn(selection, active);
    return withSelection(desk, after, active);
  }
  if (pressed.key === 'a' && pressed.hasControl) {
    return withSelection(desk, allChosen(desk.order), active);
  }
  if (pressed.key === 'Enter') return { ...desk, shownId: active, panel: 'participant' };
  return null;
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

function targetOf(
  order: readonly CallControlId[],
  active: CallControlId,
  key: string,
): CallControlId | undefined {
  const step = stepOf(key, order.length);
  if (step === null) return undefined;
  const index = order.indexOf(active) + step;
  return order[Math.min(order.length - 1, Math.max(0, index))];
}

function stepOf(key: string, length: number): number | null {
  switch (key) {
    case 'ArrowDown':
      return 1;
    case 'ArrowUp':
      return -1;
    case 'PageDown':
      return pageRows;
    case 'PageUp':
      return -pageRows;
    case 'Home':
      return -length;
    case 'End':
      return length;
    default:
      return null;
  }
}

function movedTo(
  desk: DeskState,
  target: CallControlId,
  from: CallControlId,
  isRange: boolean,
): DeskState {
  if (!isRange) return { ...desk, activeId: target };
  const anchored =
    desk.selection.anchor === null ? { ...desk.selection, anchor: from } : desk.selection;
  return withSelection(desk, reachedTo(anchored, desk.order, target), target);
}
