import { useLayoutEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useVirtualRows } from '@/components/list/use-virtual-rows';
import type { QueueRow } from '@/lib/contract/rows';
import { QueueCard } from './queue-card';

const narrowestCard = 250;
const gap = 12;
const cardHeight = 166;

/** A card for each queue, side by side; only those in sight are drawn, and with them their charts. */
export function QueueCards({ rows }: { readonly rows: readonly QueueRow[] }) {
  const t = useTranslations('queues');
  const scroller = useRef<HTMLDivElement>(null);
  const columns = useColumns(scroller);
  const lines = Math.ceil(rows.length / columns);
  const { items, height } = useVirtualRows({
    scroller,
    count: lines,
    rowHeight: cardHeight + gap,
    keyAt: (index) => rows[index * columns]?.id ?? '',
    overscan: 1,
  });
  return (
    <div
      ref={scroller}
      role="region"
      aria-label={t('cards')}
      tabIndex={-1}
      className="max-h-[46%] shrink-0 overflow-y-auto px-4 pt-4 pb-1 outline-none md:px-5"
    >
      <ul style={{ height }} className="relative">
        {items.flatMap(({ index, start }) =>
          rows.slice(index * columns, (index + 1) * columns).map((row, at) => (
            <li
              key={row.id}
              style={{
                top: start,
                height: cardHeight,
                left: `calc((100% + ${gap}px) / ${columns} * ${at})`,
                width: `calc((100% - ${gap * (columns - 1)}px) / ${columns})`,
              }}
              className="absolute"
            >
              <QueueCard row={row} />
            </li>
          )),
        )}
      </ul>
    </div>
  );
}

/** How many cards fit beside one another. */
function useColumns(scroller: React.RefObject<HTMLElement | null>): number {
  const [columns, setColumns] = useState(1);
  useLayoutEffect(() => {
    const box = scroller.current;
    if (box === null) return undefined;
    const measure = () => {
      const { paddingLeft, paddingRight } = getComputedStyle(box);
      const room = box.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight);
      setColumns(Math.max(1, Math.floor((room + gap) / (narrowestCard + gap))));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(box);
    return () => {
      observer.disconnect();
    };
  }, [scroller]);
  return columns;
}
