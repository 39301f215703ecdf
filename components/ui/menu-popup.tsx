'use client';
import { Menu as Base } from '@base-ui/react/menu';
import type { ReactNode, RefObject } from 'react';
import { MenuPartsContext } from './menu-parts';

/** The open list of a `Menu`, beside its button. */
export function MenuPopup({
  anchor,
  home,
  align,
  side,
  onClose,
  children,
}: {
  readonly anchor: RefObject<HTMLButtonElement | null>;
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
          anchor={anchor}
          align={align}
          side={side}
          sideOffset={4}
          positionMethod="fixed"
          className="z-50 outline-none"
        >
          <Base.Popup
            finalFocus={anchor}
            className="max-h-(--available-height) min-w-44 overflow-auto rounded-lg border border-line bg-panel p-1 shadow-float outline-none"
          >
            <MenuPartsContext value={Base}>{children}</MenuPartsContext>
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
