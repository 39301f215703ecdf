import type { Menu } from '@base-ui/react/menu';
import { createContext, useContext } from 'react';

/** What menus are made of; there once the menu's code has been loaded, which opening it does. */
export const MenuPartsContext = createContext<typeof Menu | null>(null);

/** What menus are made of, for what stands in an open one. */
export function useMenuParts(): typeof Menu {
  const parts = useContext(MenuPartsContext);
  if (parts === null) throw new Error('This stands in a Menu only');
  return parts;
}
