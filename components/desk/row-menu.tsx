import { useLoadedWhenIdle } from '@/components/ui/later';
import { LaterMenuPopup } from '@/components/ui/menu';
import { useDesk, useDeskStore } from './desk-store';
import { PlacedMenu } from '@/components/list/placed-menu';
import { RowMenuItems } from './row-menu-items';

/** The menu of a row where it was asked for: by the right button, the menu key or Shift+F10. */
export function RowMenu() {
  const desk = useDeskStore();
  const menu = useDesk((now) => now.menu);
  useLoadedWhenIdle(LaterMenuPopup);
  if (menu === null) return null;
  return (
    <PlacedMenu
      key={`${menu.id} ${menu.x} ${menu.y}`}
      menu={menu}
      onClose={() => {
        desk.setState({ menu: null });
      }}
    >
      <RowMenuItems id={menu.id} />
    </PlacedMenu>
  );
}
