import {
  type KeyboardEvent,
  type MouseEvent,
  type RefObject,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { useTranslations } from 'use-intl';
import { useVirtualRows } from '@/components/list/use-virtual-rows';
import { classNames } from '@/components/ui/class-names';
import { LaterMenuPopup } from '@/components/ui/menu';
import { PlacedMenu } from '@/components/list/placed-menu';
import { useLoadedWhenIdle } from '@/components/ui/later';
import type { CallRow } from '@/lib/contract/rows';
import { callColumns, CallLine } from './call-line';
import { CallMenuItems } from './call-menu-items';
import { useCallHands } from './hands';
import { useIsWide } from './use-is-wide';

/** Pixels from the row's edge to the menu that a key opens. */
const menuInset = 60;
const pageRows = 10;

/** The calls as a grid: arrows move, Enter opens one, and nothing acts by itself. */
export function CallList({
  rows,
  activeId,
  onActive,
}: {
  readonly rows: readonly CallRow[];
  readonly activeId: string | null;
  readonly onActive: (id: string) => void;
}) {
  const t = useTranslations('calls');
  const scroller = useRef<HTMLDivElement>(null);
  const isWide = useIsWide(scroller);
  const activeIndex = Math.max(
    0,
    rows.findIndex(({ id }) => id === activeId),
  );
  const { items, height, show } = useVirtualRows({
    scroller,
    count: rows.length,
    rowHeight: isWide ? 46 : 58,
    keyAt: (index) => rows[index]?.id ?? '',
    keepIndex: activeIndex,
  });
  const { menu, closeMenu, ...input } = useListInput({
    ...{ rows, activeIndex, scroller, onActive, show },
  });
  return (
    <>
      <div
        role="grid"
        tabIndex={-1}
        aria-label={t('title')}
        aria-rowcount={rows.length + 1}
        className="@container flex min-h-0 flex-1 flex-col outline-none"
        {...input}
      >
        <CallListHead />
        <div ref={scroller} role="rowgroup" className="relative min-h-0 flex-1 overflow-auto">
          <div role="presentation" style={{ height }} className="relative mb-8">
            {items.map(({ index, key, start }) => {
              const row = rows[index];
              return (
                row !== undefined && (
                  <CallLine
                    key={key}
                    row={row}
                    index={index}
                    top={start}
                    isActive={index === activeIndex}
                  />
                )
              );
            })}
          </div>
        </div>
      </div>
      {menu !== null && (
        <PlacedMenu
          key={`${menu.row.id} ${menu.x} ${menu.y}`}
          menu={{ id: menu.row.id, x: menu.x, y: menu.y }}
          onClose={closeMenu}
        >
          <CallMenuItems row={menu.row} />
        </PlacedMenu>
      )}
    </>
  );
}

function CallListHead() {
  const t = useTranslations('calls.columns');
  return (
    <div role="rowgroup" className="shrink-0">
      <div
        role="row"
        aria-rowindex={1}
        className={classNames(
          callColumns,
          'h-[30px] border-b border-line text-xs font-medium text-ink-3 @max-3xl:sr-only',
        )}
      >
        <div role="columnheader">{t('who')}</div>
        <div role="columnheader">{t('state')}</div>
        <div role="columnheader">{t('place')}</div>
        <div role="columnheader">{t('own')}</div>
        <div role="columnheader">{t('age')}</div>
        <div role="columnheader">
          <span className="sr-only">{t('actions')}</span>
        </div>
      </div>
    </div>
  );
}

interface MenuAt {
  readonly row: CallRow;
  readonly x: number;
  readonly y: number;
}

function useListInput({
  rows,
  activeIndex,
  scroller,
  onActive,
  show,
}: {
  readonly rows: readonly CallRow[];
  readonly activeIndex: number;
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly onActive: (id: string) => void;
  readonly show: (index: number) => void;
}) {
  const hands = useCallHands();
  const [menu, setMenu] = useState<MenuAt | null>(null);
  const movesFocus = useRef(false);
  const activeId = rows[activeIndex]?.id ?? null;
  useLoadedWhenIdle(LaterMenuPopup);
  useLayoutEffect(() => {
    if (!movesFocus.current || activeId === null) return;
    movesFocus.current = false;
    scroller.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(activeId)}"]`)?.focus();
  }, [activeId, scroller]);
  const rowAt = ({ target }: { readonly target: EventTarget }): CallRow | undefined => {
    const element = target instanceof Element ? target.closest<HTMLElement>('[data-row]') : null;
    return rows.find(({ id }) => id === element?.dataset.row);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const onRow = event.target instanceof HTMLElement && event.target.role === 'row';
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const row = rowAt(event);
    const isMenuKey = event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey);
    if (isMenuKey && row !== undefined && event.target instanceof Element) {
      event.preventDefault();
      const { left = 0, bottom = 0 } =
        event.target.closest('[data-row]')?.getBoundingClientRect() ?? {};
      setMenu({ row, x: left + menuInset, y: bottom });
      return;
    }
    if (event.key === 'Enter' && onRow && row !== undefined) {
      event.preventDefault();
      hands.open(row);
      return;
    }
    const step = stepOf(event.key, rows.length);
    if (step === null || !event.currentTarget.contains(event.target as Node)) return;
    event.preventDefault();
    const index = Math.min(rows.length - 1, Math.max(0, activeIndex + step));
    const next = rows[index];
    if (next === undefined) return;
    movesFocus.current = next.id !== activeId || !onRow;
    onActive(next.id);
    show(index);
  };
  const onContextMenu = (event: MouseEvent<HTMLElement>) => {
    const row = rowAt(event);
    if (row === undefined) return;
    event.preventDefault();
    onActive(row.id);
    // Asked for by a key it has no place of its own, and the key has opened it.
    if (event.button === 2) setMenu({ row, x: event.clientX, y: event.clientY });
  };
  const onClick = (event: MouseEvent<HTMLElement>) => {
    const row = rowAt(event);
    if (row !== undefined) onActive(row.id);
  };
  const onDoubleClick = (event: MouseEvent<HTMLElement>) => {
    const isControl = event.target instanceof Element && event.target.closest('button, a') !== null;
    const row = rowAt(event);
    if (row !== undefined && !isControl) hands.open(row);
  };
  return {
    menu,
    closeMenu: () => {
      setMenu(null);
    },
    ...{ onKeyDown, onContextMenu, onClick, onDoubleClick },
  };
}

function stepOf(key: string, length: number): number | null {
  const steps: Readonly<Record<string, number>> = {
    ArrowDown: 1,
    ArrowUp: -1,
    PageDown: pageRows,
    PageUp: -pageRows,
    Home: -length,
    End: length,
  };
  return steps[key] ?? null;
}
