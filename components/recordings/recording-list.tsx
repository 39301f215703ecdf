import {
  type KeyboardEvent,
  type MouseEvent,
  type RefObject,
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useTranslations } from 'use-intl';
import { useIsWide } from '@/components/calls/use-is-wide';
import { clickedRow, isMenuKey, isOwn, rowAt } from '@/components/list/grid-events';
import { activeIn, listAfterKey } from '@/components/list/list-keys';
import { PlacedMenu } from '@/components/list/placed-menu';
import {
  allChosen,
  nobodyChosen,
  onlyChosen,
  reachedTo,
  type Selection,
  toggledIn,
} from '@/components/list/selection';
import { useVirtualRows } from '@/components/list/use-virtual-rows';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { classNames } from '@/components/ui/class-names';
import { useLoadedWhenIdle } from '@/components/ui/later';
import { LaterMenuPopup } from '@/components/ui/menu';
import { usePreferences } from '@/lib/browser/use-preferences';
import type { RecordingList as List } from '@/lib/browser/use-recordings';
import type { Playback } from './playback';
import type { RecordingHands } from './recording-hands';
import { recordingColumns, RecordingLine } from './recording-line';
import { RecordingMenuItems } from './recording-menu-items';

/** Pixels from the row's edge to the menu that a key opens. */
const menuInset = 60;
/** So many rows before the end of what is loaded, more is asked for. */
const aheadRows = 40;

interface ListProps {
  readonly list: List;
  /** The ids of its rows. */
  readonly order: readonly string[];
  readonly selection: Selection<string>;
  readonly onSelect: (selection: Selection<string>) => void;
  /** The id of the one in the player. */
  readonly openId: string | null;
  readonly playback: Playback;
  readonly hands: RecordingHands;
  readonly scroller: RefObject<HTMLDivElement | null>;
}

/** The recordings as a grid: arrows move, a click or the space bar selects, Enter opens. */
export function RecordingList({
  list,
  order,
  selection,
  onSelect,
  openId,
  playback,
  hands,
  scroller,
}: ListProps) {
  const t = useTranslations('recordings.list');
  const grid = useRef<HTMLDivElement>(null);
  const isWide = useIsWide(grid);
  const density = usePreferences((preferences) => preferences.density);
  const [usedId, setUsedId] = useState<string | null>(null);
  const [menu, setMenu] = useState<{ id: string; x: number; y: number } | null>(null);
  const activeId = useMemo(
    () => activeIn({ order, selection, activeId: usedId }),
    [order, selection, usedId],
  );
  const { rows } = list;
  const rowHeight = isWide ? (density === 'dense' ? 36 : 46) : 58;
  // A row of another height is another row: with new keys all of them are placed anew.
  const keyAt = useCallback(
    (index: number) => `${rowHeight} ${order[index] ?? ''}`,
    [order, rowHeight],
  );
  const { items, height, show } = useVirtualRows({
    ...{ scroller, count: order.length, rowHeight, keyAt },
    keepIndex: activeId === null ? -1 : order.indexOf(activeId),
  });
  useMoreAhead(list, items.at(-1)?.index ?? 0);
  useLoadedWhenIdle(LaterMenuPopup);
  const input = useListInput(
    { rows, order, selection, onSelect, hands, scroller, show },
    activeId,
    {
      moveTo: setUsedId,
      openMenu: setMenu,
    },
  );
  const menuRow = menu === null ? undefined : rows.find(({ id }) => id === menu.id);
  return (
    <>
      <div
        ref={grid}
        role="grid"
        tabIndex={-1}
        aria-label={t('title')}
        aria-rowcount={list.hasMore ? -1 : order.length + 1}
        aria-multiselectable
        className="@container flex min-h-0 flex-1 flex-col outline-none"
        {...input}
      >
        <ListHead {...{ order, selection, onSelect }} hasMore={list.hasMore} />
        <div ref={scroller} role="rowgroup" className="relative min-h-0 flex-1 overflow-auto">
          <div role="presentation" style={{ height }} className="relative mb-16">
            {items.map(({ key, index, start }) => {
              const row = rows[index];
              return (
                row !== undefined && (
                  <RecordingLine
                    key={key}
                    {...{ row, index, playback, hands }}
                    top={start}
                    height={rowHeight}
                    isActive={row.id === activeId}
                    isChosen={selection.chosen.has(row.id)}
                    isOpen={row.id === openId}
                  />
                )
              );
            })}
          </div>
          <ListFoot list={list} />
        </div>
      </div>
      {menu !== null && menuRow !== undefined && (
        <PlacedMenu
          key={`${menu.id} ${menu.x} ${menu.y}`}
          menu={menu}
          onClose={() => {
            setMenu(null);
          }}
        >
          <RecordingMenuItems row={menuRow} hands={hands} />
        </PlacedMenu>
      )}
    </>
  );
}

/** Asks for more before the end of what is loaded is in sight. */
function useMoreAhead(
  { hasMore, isLoadingMore, error, loadMore, rows }: List,
  lastIndex: number,
): void {
  const isNear = lastIndex >= rows.length - aheadRows;
  const isWanted = hasMore && !isLoadingMore && error === null && isNear;
  const more = useRef(loadMore);
  useEffect(() => {
    more.current = loadMore;
  });
  useEffect(() => {
    if (isWanted) more.current();
  }, [isWanted]);
}

/** That more is being loaded, or could not be. */
function ListFoot({ list: { isLoadingMore, hasMore, error, loadMore } }: { readonly list: List }) {
  const t = useTranslations('recordings.list');
  const common = useTranslations('common');
  if (error !== null && hasMore) {
    return (
      <div role="alert" className="-mt-12 flex items-center justify-center gap-3 pb-4 text-ink-2">
        {t('moreFailed')}
        <Button onClick={loadMore}>{common('retry')}</Button>
      </div>
    );
  }
  if (!isLoadingMore) return null;
  return (
    <p role="status" className="-mt-12 pb-4 text-center text-sm text-ink-3">
      {t('more')}
    </p>
  );
}

function ListHead({
  order,
  selection,
  onSelect,
  hasMore,
}: Pick<ListProps, 'order' | 'selection' | 'onSelect'> & { readonly hasMore: boolean }) {
  const t = useTranslations('recordings.columns');
  const list = useTranslations('recordings.list');
  const { chosen } = selection;
  const count = chosen.size === 0 ? 0 : order.filter((id) => chosen.has(id)).length;
  const isAll = count > 0 && count === order.length;
  const heads = [
    ['started', 'hidden @3xl:block'],
    ['length', 'hidden @3xl:block'],
    ['format', 'hidden @5xl:block'],
    ['size', 'hidden @5xl:block'],
    ['state', 'hidden @3xl:block'],
  ] as const;
  return (
    <div role="rowgroup" className="shrink-0">
      <div
        role="row"
        aria-rowindex={1}
        className={classNames(
          recordingColumns,
          'h-[30px] border-b border-line text-xs font-medium text-ink-3',
        )}
      >
        <div role="columnheader" className="grid place-items-center">
          <Checkbox
            label={list('selectAll')}
            // What is not loaded yet is not selected.
            isChecked={isAll && !hasMore}
            isMixed={count > 0 && (!isAll || hasMore)}
            onChange={() => {
              onSelect(isAll ? nobodyChosen : allChosen(order));
            }}
          />
        </div>
        <div role="columnheader">{t('conference')}</div>
        {heads.map(([name, className]) => (
          <div key={name} role="columnheader" className={className}>
            {t(name)}
          </div>
        ))}
        <div role="columnheader" className="text-right">
          <span className="sr-only">{t('actions')}</span>
        </div>
      </div>
    </div>
  );
}

function useListInput(
  {
    rows,
    order,
    selection,
    onSelect,
    hands,
    scroller,
    show,
  }: Pick<ListProps, 'order' | 'selection' | 'onSelect' | 'hands' | 'scroller'> & {
    readonly rows: List['rows'];
    readonly show: (index: number) => void;
  },
  activeId: string | null,
  {
    moveTo,
    openMenu,
  }: {
    readonly moveTo: (id: string | null) => void;
    readonly openMenu: (menu: { id: string; x: number; y: number }) => void;
  },
) {
  const movesFocus = useRef(false);
  useLayoutEffect(() => {
    if (!movesFocus.current || activeId === null) return;
    movesFocus.current = false;
    scroller.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(activeId)}"]`)?.focus();
  }, [activeId, scroller]);
  const openMenuBelow = (target: EventTarget) => {
    const row = target instanceof Element ? target.closest<HTMLElement>('[data-row]') : null;
    const id = row?.dataset.row;
    if (row === null || id === undefined) return;
    const { left, bottom } = row.getBoundingClientRect();
    moveTo(id);
    openMenu({ id, x: left + menuInset, y: bottom });
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (!isOwn(event) || event.altKey) return;
    const onRow = event.target instanceof HTMLElement && event.target.role === 'row';
    if (!onRow && (event.key === ' ' || event.key === 'Enter')) return;
    if (isMenuKey(event)) {
      event.preventDefault();
      openMenuBelow(event.target);
      return;
    }
    if (event.key === 'Enter') {
      const row = rows.find(({ id }) => id === activeId);
      event.preventDefault();
      if (row !== undefined) hands.play(row);
      return;
    }
    const hasControl = event.ctrlKey || event.metaKey;
    const pressed = { key: event.key, hasShift: event.shiftKey, hasControl };
    const after = listAfterKey({ order, selection, activeId }, pressed);
    if (after === null) return;
    event.preventDefault();
    movesFocus.current = after.activeId !== activeId || !onRow;
    onSelect(after.selection);
    moveTo(after.activeId);
    if (after.activeId !== null) show(order.indexOf(after.activeId));
  };
  const onContextMenu = (event: MouseEvent<HTMLElement>) => {
    const id = rowAt(event);
    if (id === null) return;
    event.preventDefault();
    moveTo(id);
    // Asked for by a key it has no place of its own, and the key has opened it.
    if (event.button === 2) openMenu({ id, x: event.clientX, y: event.clientY });
  };
  const onClick = (event: MouseEvent<HTMLElement>) => {
    const id = clickedRow(event);
    if (id === null) return;
    moveTo(id);
    if (event.shiftKey) onSelect(reachedTo(selection, order, id));
    else if (event.ctrlKey || event.metaKey) onSelect(toggledIn(selection, id));
    else onSelect(onlyChosen(id));
  };
  return { onKeyDown, onClick, onContextMenu };
}
