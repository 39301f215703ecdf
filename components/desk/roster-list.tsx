import { type KeyboardEvent, type MouseEvent, useCallback, useLayoutEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { useChords } from '@/components/actions/use-chords';
import { Checkbox } from '@/components/ui/checkbox';
import { classNames } from '@/components/ui/class-names';
import { usePreferences } from '@/lib/browser/use-preferences';
import type { CallControlId } from '@/lib/domain/ids';
import { activeIdOf, withHeld, withSelection } from './desk-state';
import { useDesk, useDeskStore } from './desk-store';
import { afterKey, afterLetter } from './roster-keys';
import { FindingMark } from './finding-mark';
import { clickedRow, isMenuKey, isOwn, rowAt, useHold } from '@/components/list/grid-events';
import { RowMenu } from './row-menu';
import { rosterColumns, RosterLine } from './roster-line';
import {
  allChosen,
  nobodyChosen,
  onlyChosen,
  reachedTo,
  toggledIn,
} from '@/components/list/selection';
import { useDeskRights } from './use-desk-rights';
import { useVirtualRows } from '@/components/list/use-virtual-rows';

/** Pixels from the row's edge to the menu that a key opens. */
const menuInset = 60;

/** The participants as a grid: arrows move, a click or the space bar selects, and nothing acts. */
export function RosterList() {
  const t = useTranslations('desk.roster');
  const order = useDesk((desk) => desk.order);
  const activeId = useDesk(activeIdOf);
  const density = usePreferences((preferences) => preferences.density);
  const scroller = useRef<HTMLDivElement>(null);
  const activeIndex = activeId === null ? -1 : order.indexOf(activeId);
  const { items, height, show } = useVirtualRows({
    scroller,
    count: order.length,
    rowHeight: density === 'dense' ? 36 : 46,
    keyAt: useCallback((index: number) => order[index] ?? '', [order]),
    keepIndex: activeIndex,
  });
  const input = useRosterInput(scroller, show);
  const desk = useDeskStore();
  const hold = useHold((isHeld) => {
    if (isHeld !== desk.getState().isHeld) desk.setState((now) => withHeld(now, isHeld));
  });
  return (
    <>
      <div
        role="grid"
        tabIndex={-1}
        aria-label={t('label')}
        aria-rowcount={order.length + 1}
        aria-multiselectable
        className="@container flex min-h-0 flex-1 flex-col outline-none"
        {...input}
        {...hold}
      >
        <RosterHead />
        <div ref={scroller} role="rowgroup" className="relative min-h-0 flex-1 overflow-auto">
          <div role="presentation" style={{ height }} className="relative mb-16">
            {items.map((item) => {
              const id = order[item.index];
              return (
                id !== undefined && (
                  <RosterLine
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
      <FindingMark />
      <RowMenu />
    </>
  );
}

function RosterHead() {
  const t = useTranslations('desk.roster');
  const desk = useDeskStore();
  const order = useDesk((now) => now.order);
  const chosen = useDesk((now) => now.selection.chosen);
  const isEnded = useDesk((now) => now.isEnded);
  const isForChoosing = useDeskRights().anyToPeople && !isEnded;
  const count = order.filter((id) => chosen.has(id)).length;
  const isAll = count > 0 && count === order.length;
  return (
    <div role="rowgroup" className="shrink-0">
      <div
        role="row"
        aria-rowindex={1}
        className={classNames(
          rosterColumns,
          'h-[30px] border-b border-line text-xs font-medium text-ink-3',
        )}
      >
        <div role="columnheader" className="grid place-items-center">
          {isForChoosing && (
            <Checkbox
              label={t('selectAll')}
              isChecked={isAll}
              isMixed={count > 0 && !isAll}
              onChange={() => {
                desk.setState({ selection: isAll ? nobodyChosen : allChosen(order) });
              }}
            />
          )}
          {!isForChoosing && <span className="sr-only">{t('columns.select')}</span>}
        </div>
        <div role="columnheader">
          <span className="sr-only">{t('columns.picture')}</span>
        </div>
        <div role="columnheader">{t('columns.participant')}</div>
        <div role="columnheader" className="sr-only @2xl:not-sr-only">
          {t('columns.state')}
        </div>
        <div role="columnheader" className="hidden @2xl:block">
          {t('columns.share')}
        </div>
        <div role="columnheader" className="hidden @2xl:block">
          {t('columns.inCall')}
        </div>
        <div role="columnheader" className="text-right">
          <span className="sr-only">{t('columns.actions')}</span>
        </div>
      </div>
    </div>
  );
}

function useRosterInput(
  scroller: React.RefObject<HTMLDivElement | null>,
  show: (index: number) => void,
) {
  const desk = useDeskStore();
  const chords = useChords();
  const activeId = useDesk(activeIdOf);
  const movesFocus = useRef(false);
  useLayoutEffect(() => {
    if (!movesFocus.current || activeId === null) return;
    movesFocus.current = false;
    scroller.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(activeId)}"]`)?.focus();
  }, [activeId, scroller]);

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (!isOwn(event) || event.altKey) return;
    const onRow = event.target instanceof HTMLElement && event.target.role === 'row';
    if (!onRow && (event.key === ' ' || event.key === 'Enter')) return;
    const hasControl = event.ctrlKey || event.metaKey;
    if (isMenuKey(event)) {
      event.preventDefault();
      openMenuBelow(event.target);
      return;
    }
    const before = desk.getState();
    const pressed = { key: event.key, hasShift: event.shiftKey, hasControl };
    const after =
      afterLetter(before, pressed, event.timeStamp, chords) ?? afterKey(before, pressed);
    if (after === null) return;
    event.preventDefault();
    movesFocus.current = after.activeId !== before.activeId || !onRow;
    desk.setState(after);
    if (after.activeId !== null) show(after.order.indexOf(after.activeId));
  };
  const openMenu = (id: CallControlId, x: number, y: number) => {
    desk.setState((now) => ({ ...now, activeId: id, menu: { id, x, y } }));
  };
  const openMenuBelow = (target: EventTarget) => {
    const row = target instanceof Element ? target.closest<HTMLElement>('[data-row]') : null;
    const id = row?.dataset.row;
    if (row === null || id === undefined) return;
    const { left, bottom } = row.getBoundingClientRect();
    openMenu(id as CallControlId, left + menuInset, bottom);
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
    desk.setState((now) => {
      if (event.shiftKey) return withSelection(now, reachedTo(now.selection, now.order, id), id);
      const isMore = event.ctrlKey || event.metaKey;
      return withSelection(now, isMore ? toggledIn(now.selection, id) : onlyChosen(id), id);
    });
  };
  const onDoubleClick = (event: MouseEvent<HTMLElement>) => {
    const id = clickedRow(event) as CallControlId | null;
    if (id !== null) desk.setState({ shownId: id, panel: 'participant' });
  };
  return { onKeyDown, onClick, onDoubleClick, onContextMenu };
}
