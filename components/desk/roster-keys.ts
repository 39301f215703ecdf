import type { CallControlId } from '@/lib/domain/ids';
import { activeIdOf, type DeskState, withSelection } from './desk-state';
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
