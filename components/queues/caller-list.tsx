import { type KeyboardEvent, type MouseEvent, useLayoutEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { clickedRow, isMenuKey, isOwn, rowAt, useHold } from '@/components/list/grid-events';
import { listAfterKey } from '@/components/list/list-keys';
import { PlacedMenu } from '@/components/list/placed-menu';
import {
  allChosen,
  nobodyChosen,
  onlyChosen,
  reachedTo,
  toggledIn,
} from '@/components/list/selection';
import { useVirtualRows } from '@/components/list/use-virtual-rows';
import { Checkbox } from '@/components/ui/checkbox';
import { classNames } from '@/components/ui/class-names';
import { useMe } from '@/lib/browser/use-may';
import { usePreferences } from '@/lib/browser/use-preferences';
import type { CallControlId } from '@/lib/domain/ids';
import { activeIdOf, withHeld } from './board-state';
import { useBoard, useBoardStore } from './board-store';
import { mayActOnCallers } from './caller-actions';
import { callerColumns, CallerLine } from './caller-line';
import { CallerMenuItems } from './caller-menu-items';

/** Pixels from the row's edge to the menu that a key opens. */
const menuInset = 60;

/** The callers as a grid: arrows move, a click or the space bar selects, and nothing acts. */
export function CallerList() {
  const t = useTranslations('queues');
  const board = useBoardStore();
  const order = useBoard((now) => now.order);
  const activeId = useBoard(activeIdOf);
  const density = usePreferences((preferences) => preferences.density);
  const scroller = useRef<HTMLDivElement>(null);
  const { items, height, show } = useVirtualRows({
    scroller,
    count: order.length,
    rowHeight: density === 'dense' ? 36 : 46,
    keyAt: (index) => order[index] ?? '',
    keepIndex: activeId === null ? -1 : order.indexOf(activeId),
  });
  const input = useTableInput(scroller, show);
  const hold = useHold((isHeld) => {
    if (isHeld !== board.getState().isHeld) board.setState((now) => withHeld(now, isHeld));
  });
  return (
    <>
      <div
        role="grid"
        tabIndex={-1}
        aria-label={t('callers')}
        aria-rowcount={order.length + 1}
        aria-multiselectable
        className="@container flex min-h-0 flex-1 flex-col outline-none"
        {...input}
        {...hold}
      >
        <TableHead />
        <div ref={scroller} role="rowgroup" className="relative min-h-0 flex-1 overflow-auto">
          <div role="presentation" style={{ height }} className="relative mb-16">
            {items.map((item) => {
              const id = order[item.index];
              return (
                id !== undefined && (
                  <CallerLine
                    key={item.key}
                    id={id}
                    index={item.index}
                    top={item.start}
                    isActive={id === activeId}
                  />
                )
              );
            })}
          </div>
        </div>
      </div>
      <CallerMenu />
    </>
  );
}

function TableHead() {
  const t = useTranslations('queues');
  const board = useBoardStore();
  const { role } = useMe();
  const order = useBoard((now) => now.order);
  const chosen = useBoard((now) => now.selection.chosen);
  const count = order.filter((id) => chosen.has(id)).length;
  const isAll = count > 0 && count === order.length;
  return (
    <div role="rowgroup" className="shrink-0">
      <div
        role="row"
        aria-rowindex={1}
        className={classNames(
          callerColumns,
          'h-[30px] border-b border-line text-xs font-medium text-ink-3',
        )}
      >
        <div role="columnheader" className="grid place-items-center">
          {mayActOnCallers(role) ? (
            <Checkbox
              label={t('selectAll')}
              isChecked={isAll}
              isMixed={count > 0 && !isAll}
              onChange={() => {
                board.setState({ selection: isAll ? nobodyChosen : allChosen(order) });
              }}
            />
          ) : (
            <span className="sr-only">{t('columns.select')}</span>
          )}
        </div>
        <div role="columnheader" className="hidden @3xl:block">
          <span aria-hidden>#</span>
          <span className="sr-only">{t('columns.position')}</span>
        </div>
        <div role="columnheader">{t('columns.caller')}</div>
        <div role="columnheader" className="hidden @3xl:block">
          {t('columns.queue')}
        </div>
        <div role="columnheader" className="hidden @4xl:block">
          {t('columns.dialled')}
        </div>
        <div role="columnheader" className="text-right @3xl:text-left">
          {t('columns.waiting')}
        </div>
        <div role="columnheader" className="hidden @4xl:block">
          {t('columns.entered')}
        </div>
        <div role="columnheader" className="text-right">
          <span className="sr-only">{t('columns.actions')}</span>
        </div>
      </div>
    </div>
  );
}

/** The menu of a row where it was asked for: by the right button, the menu key or Shift+F10. */
function CallerMenu() {
  const board = useBoardStore();
  const menu = useBoard((now) => now.menu);
  if (menu === null) return null;
  return (
    <PlacedMenu
      key={`${menu.id} ${menu.x} ${menu.y}`}
      menu={menu}
      onClose={() => {
        board.setState({ menu: null });
      }}
    >
      <CallerMenuItems id={menu.id} />
    </PlacedMenu>
  );
}

function useTableInput(
  scroller: React.RefObject<HTMLDivElement | null>,
  show: (index: number) => void,
) {
  const board = useBoardStore();
  const activeId = useBoard(activeIdOf);
  const movesFocus = useRef(false);
  useLayoutEffect(() => {
    if (!movesFocus.current || activeId === null) return;
    movesFocus.current = false;
    scroller.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(activeId)}"]`)?.focus();
  }, [activeId, scroller]);

  const openMenu = (id: CallControlId, x: number, y: number) => {
    board.setState({ activeId: id, menu: { id, x, y } });
  };
  const openMenuBelow = (target: EventTarget) => {
    const row = target instanceof Element ? target.closest<HTMLElement>('[data-row]') : null;
    const id = row?.dataset.row;
    if (row === null || id === undefined) return;
    const { left, bottom } = row.getBoundingClientRect();
    openMenu(id as CallControlId, left + menuInset, bottom);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (!isOwn(event) || event.altKey) return;
    const onRow = event.target instanceof HTMLElement && event.target.role === 'row';
    if (!onRow && (event.key === ' ' || event.key === 'Enter')) return;
    if (isMenuKey(event) || (onRow && event.key === 'Enter')) {
      event.preventDefault();
      openMenuBelow(event.target);
      return;
    }
    const before = board.getState();
    const hasControl = event.ctrlKey || event.metaKey;
    const after = listAfterKey(before, { key: event.key, hasShift: event.shiftKey, hasControl });
    if (after === null) return;
    event.preventDefault();
    movesFocus.current = after.activeId !== before.activeId || !onRow;
    board.setState(after);
    if (after.activeId !== null) show(before.order.indexOf(after.activeId));
  };
  const onContextMenu = (event: MouseEvent<HTMLElement>) => {
    const id = rowAt(event) as CallControlId | null;
    if (id === null) return;
    event.preventDefault();
    // Asked for by a key it has no place of its own, and the key has opened it.
    if (event.button === 2) openMenu(id, event.clientX, event.clientY);
  };
  const onClick = (event: MouseEvent<HTMLElement>) => {
    const id = clickedRow(event) as CallControlId | null;
    if (id === null) return;
    board.setState(({ selection, order }) => {
      if (event.shiftKey) return { activeId: id, selection: reachedTo(selection, order, id) };
      const isMore = event.ctrlKey || event.metaKey;
      return { activeId: id, selection: isMore ? toggledIn(selection, id) : onlyChosen(id) };
    });
  };
  return { onKeyDown, onClick, onContextMenu };
}
