import {
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
  type PointerEvent,
  useRef,
} from 'react';

/** Whether an event is of the list itself: menus of a row are its children to React, but stand elsewhere. */
export function isOwn(event: {
  readonly target: EventTarget;
  readonly currentTarget: Element;
}): boolean {
  return event.target instanceof Node && event.currentTarget.contains(event.target);
}

/** Whether a key asks for the menu of a row. */
export function isMenuKey({ key, shiftKey }: KeyboardEvent): boolean {
  return key === 'ContextMenu' || (key === 'F10' && shiftKey);
}

/** The row that was clicked; null where the click was on a button or a box in it. */
export function clickedRow(event: MouseEvent<HTMLElement>): string | null {
  if (event.target instanceof Element && event.target.closest('button, input, a') !== null) {
    return null;
  }
  return rowAt(event);
}

/** The row that an event of the mouse is on, anywhere in it. */
export function rowAt(event: MouseEvent<HTMLElement>): string | null {
  if (!isOwn(event) || !(event.target instanceof Element)) return null;
  return event.target.closest<HTMLElement>('[data-row]')?.dataset.row ?? null;
}

/** Tells whether pointer or focus is in the list: while it is, rows stay where they are. */
export function useHold(onChange: (isHeld: boolean) => void) {
  const inside = useRef({ pointer: false, focus: false });
  const set = (change: Partial<{ pointer: boolean; focus: boolean }>) => {
    Object.assign(inside.current, change);
    onChange(inside.current.pointer || inside.current.focus);
  };
  return {
    onPointerEnter: (event: PointerEvent) => {
      if (event.pointerType === 'mouse') set({ pointer: true });
    },
    onPointerLeave: () => {
      set({ pointer: false });
    },
    onFocus: () => {
      set({ focus: true });
    },
    onBlur: (event: FocusEvent) => {
      const next = event.relatedTarget;
      const stays =
        event.currentTarget.contains(next) || next?.closest('[role="menu"]') !== undefined;
      if (!stays || next === null) set({ focus: false });
    },
  };
}
