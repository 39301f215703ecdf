import { useMemo, useRef } from 'react';
import { useLoadedWhenIdle } from '@/components/ui/later';
import { LaterMenuPopup } from '@/components/ui/menu';
import { useDesk, useDeskStore } from './desk-store';
import type { RowMenuPlace } from './desk-state';
import { RowMenuItems } from './row-menu-items';

/** The menu of a row where it was asked for: by the right button, the menu key or Shift+F10. */
export function RowMenu() {
  const menu = useDesk((desk) => desk.menu);
  useLoadedWhenIdle(LaterMenuPopup);
  return menu === null ? null : <OpenRowMenu key={`${menu.id} ${menu.x} ${menu.y}`} menu={menu} />;
}

function OpenRowMenu({ menu }: { readonly menu: RowMenuPlace }) {
  const desk = useDeskStore();
  const { id, x, y } = menu;
  const row = useRef(document.querySelector<HTMLElement>(`[data-leg="${CSS.escape(id)}"]`));
  const place = useMemo(() => ({ x, y, from: row }), [x, y]);
  return (
    <LaterMenuPopup
      anchor={place}
      home={document.querySelector('main') ?? document.body}
      align="start"
      side="bottom"
      onClose={() => {
        desk.setState({ menu: null });
      }}
    >
      <RowMenuItems id={id} />
    </LaterMenuPopup>
  );
}
