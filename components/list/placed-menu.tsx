import { type ReactNode, useMemo, useRef } from 'react';
import { LaterMenuPopup } from '@/components/ui/menu';

/** The menu of a row of a list, at the point where it was asked for; afterwards the row has the focus. */
export function PlacedMenu({
  menu: { id, x, y },
  onClose,
  children,
}: {
  readonly menu: { readonly id: string; readonly x: number; readonly y: number };
  readonly onClose: () => void;
  readonly children: ReactNode;
}) {
  const row = useRef(document.querySelector<HTMLElement>(`[data-row="${CSS.escape(id)}"]`));
  const place = useMemo(() => ({ x, y, from: row }), [x, y]);
  return (
    <LaterMenuPopup
      anchor={place}
      home={document.querySelector('main') ?? document.body}
      align="start"
      side="bottom"
      onClose={onClose}
    >
      {children}
    </LaterMenuPopup>
  );
}
