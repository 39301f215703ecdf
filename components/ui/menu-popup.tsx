'use client';
import { Menu as Base } from '@base-ui/react/menu';
import type { ReactNode, RefObject } from 'react';
import { MenuPartsContext } from './menu-parts';

/** A point of the window where a menu can stand, and what has the focus after it. */
export interface MenuPlace {
  readonly x: number;
  readonly y: number;
  readonly from: RefObject<HTMLElement | null>;
}

/** The open list of a `Menu`, beside its button or at a point. */
export function MenuPopup({
  anchor,
  home,
  align,
  side,
  onClose,
  children,
}: {
  readonly anchor: RefObject<HTMLElement | null> | MenuPlace;
  /** What it stands in, so that it belongs to the same part of the page as its button. */
  readonly home: HTMLElement;
  readonly align: 'start' | 'center' | 'end';
  readonly side: 'top' | 'bottom';
  readonly onClose: () => void;
  readonly children: ReactNode;
}) {
  return (
    <Base.Root
      open
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
    >
      <Base.Portal container={home}>
        <Base.Positioner
          anchor={'x' in anchor ? pointAt(anchor) : anchor}
          align={align}
          side={side}
          sideOffset={4}
          positionMethod="fixed"
          className="z-50 outline-none"
        >
          <Base.Popup
            // A long menu scrolls: it is one stop of the keyboard, whatever of it is lit.
            tabIndex={0}
            finalFocus={'x' in anchor ? anchor.from : anchor}
            className="max-h-(--available-height) min-w-44 overflow-auto rounded-lg border border-line bg-panel p-1 shadow-float outline-none"
          >
            <MenuPartsContext value={Base}>{children}</MenuPartsContext>
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

function pointAt({ x, y }: MenuPlace) {
  return { getBoundingClientRect: () => new DOMRect(x, y, 0, 0) };
}
