import type { CallControlId } from '@/lib/domain/ids';
import { allChosen, reachedTo, type Selection, toggledIn } from './selection';

/** A key pressed in a list. */
export interface PressedKey {
  readonly key: string;
  readonly hasShift: boolean;
  /** Control, or command on a Mac. */
  readonly hasControl: boolean;
}

/** A list whose rows can be gone through and chosen. */
export interface ChoosingList<Id extends string = CallControlId> {
  readonly order: readonly Id[];
  readonly selection: Selection<Id>;
  /** The row that the keyboard is on. */
  readonly activeId: Id | null;
}

const pageRows = 10;

/** The row the keyboard is on: the one last used if it is in the list, else the first. */
export function activeIn<Id extends string>({ order, activeId }: ChoosingList<Id>): Id | null {
  if (activeId !== null && order.includes(activeId)) return activeId;
  return order[0] ?? null;
}

/** Where the keyboard is, and who is chosen, after a key that moves or chooses; null after another key. */
export function listAfterKey<Id extends string>(
  list: ChoosingList<Id>,
  { key, hasShift, hasControl }: PressedKey,
): Pick<ChoosingList<Id>, 'selection' | 'activeId'> | null {
  const active = activeIn(list);
  if (active === null) return null;
  const { order, selection } = list;
  const step = stepOf(key, order.length);
  if (step !== null) {
    const index = Math.min(order.length - 1, Math.max(0, order.indexOf(active) + step));
    const target = order[index] ?? active;
    if (!hasShift) return { selection, activeId: target };
    const anchored = selection.anchor === null ? { ...selection, anchor: active } : selection;
    return { selection: reachedTo(anchored, order, target), activeId: target };
  }
  if (key === ' ') {
    const after = hasShift ? reachedTo(selection, order, active) : toggledIn(selection, active);
    return { selection: after, activeId: active };
  }
  if (key === 'a' && hasControl) return { selection: allChosen(order), activeId: active };
  return null;
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
