import { ArrowUp } from 'lucide-react';
import { memo, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { Skeleton } from '@/components/ui/skeleton';
import type { TimelinePages } from '@/lib/browser/use-timeline-pages';
import { useDesk } from './desk-store';
import { indexAt } from './timeline';
import { TimelineEntry } from './timeline-entry';
import type { TimelineLine } from '@/lib/format/timeline-line';
import { useVirtualRows } from '@/components/list/use-virtual-rows';

/** How the older part of the timeline fares, and how to ask for more of it. */
export type OlderPages = Omit<TimelinePages, 'events'>;

const usualHeight = 29;
const topPixels = 8;

/**
 * What happened, newest first. Away from the top nothing moves: newer lines wait behind a button;
 * at the bottom the older part is asked for.
 */
export const TimelineList = memo(function TimelineList({
  lines,
  pages,
  isFiltered,
}: {
  readonly lines: readonly TimelineLine[];
  readonly pages: OlderPages;
  /** Whether some lines are left out; older ones are then loaded only when asked for. */
  readonly isFiltered: boolean;
}) {
  const t = useTranslations('desk.timeline');
  const scroller = useRef<HTMLDivElement>(null);
  const [heldKey, setHeldKey] = useState<string | null>(null);
  const newer =
    heldKey === null
      ? 0
      : Math.max(
          0,
          lines.findIndex((line) => line.key === heldKey),
        );
  const drawn = useMemo(() => (newer === 0 ? lines : lines.slice(newer)), [lines, newer]);
  const { items, height, measure, show } = useVirtualRows({
    scroller,
    count: drawn.length,
    rowHeight: usualHeight,
    keyAt: useCallback((index: number) => drawn[index]?.key ?? '', [drawn]),
  });
  const isAtEnd = (items.at(-1)?.index ?? 0) >= drawn.length - 5;
  const { hasOlder, isLoadingOlder, error, loadOlder } = pages;
  useEffect(() => {
    if (isAtEnd && !isFiltered && hasOlder && !isLoadingOlder && error === null) loadOlder();
  }, [isAtEnd, isFiltered, hasOlder, isLoadingOlder, error, loadOlder]);
  const momentIndex = useMoment(drawn, pages, show);
  return (
    <div className="relative flex min-h-0 flex-1 flex-col">
      {newer > 0 && (
        <div className="absolute inset-x-0 top-2 z-10 flex justify-center">
          <Button
            size="sm"
            icon={<ArrowUp size={13} />}
            className="shadow-float"
            onClick={() => scroller.current?.scrollTo({ top: 0 })}
          >
            {t('newer', { count: newer })}
          </Button>
        </div>
      )}
      <div
        ref={scroller}
        role="region"
        aria-label={t('scroller')}
        tabIndex={0}
        className="min-h-0 flex-1 overflow-auto py-2 -outline-offset-2 [overflow-anchor:none]"
        onScroll={(event) => {
          const isAtTop = event.currentTarget.scrollTop <= topPixels;
          if (isAtTop) setHeldKey(null);
          else setHeldKey((key) => key ?? drawn[0]?.key ?? null);
        }}
      >
        <ol aria-label={t('label')} style={{ height, paddingTop: items[0]?.start }}>
          {items.map((item) => {
            const line = drawn[item.index];
            return (
              line !== undefined && (
                <li
                  key={item.key}
                  ref={measure}
                  data-index={item.index}
                  aria-posinset={item.index + 1}
                  aria-setsize={hasOlder ? -1 : drawn.length}
                  aria-current={item.index === momentIndex ? 'true' : undefined}
                  className="aria-[current]:bg-brand-soft"
                >
                  <TimelineEntry line={line} />
                </li>
              )
            );
          })}
        </ol>
        <TimelineFoot pages={pages} isEmpty={lines.length === 0} isFiltered={isFiltered} />
      </div>
    </div>
  );
});

function TimelineFoot({
  pages,
  isEmpty,
  isFiltered,
}: {
  readonly pages: OlderPages;
  readonly isEmpty: boolean;
  readonly isFiltered: boolean;
}) {
  const t = useTranslations('desk.timeline');
  if (pages.error !== null) {
    return (
      <div className="flex flex-wrap items-center gap-2 px-4 py-2 text-sm text-ink-2">
        <span role="alert">{t('failed')}</span>
        <Button size="sm" onClick={pages.retry}>
          {t('retry')}
        </Button>
      </div>
    );
  }
  if (pages.isLoading || pages.isLoadingOlder) {
    return (
      <div className="flex flex-col gap-2.5 px-4 py-2">
        <span className="sr-only">{t('loadingOlder')}</span>
        <Skeleton className="h-3 w-4/5" />
        <Skeleton className="h-3 w-3/5" />
      </div>
    );
  }
  if (isFiltered && pages.hasOlder) {
    return (
      <div className="flex flex-col items-center gap-2 px-4 py-3 text-ink-3">
        {isEmpty && <p>{t('noneLoaded')}</p>}
        <Button size="sm" onClick={pages.loadOlder}>
          {t('loadOlder')}
        </Button>
      </div>
    );
  }
  if (isEmpty) {
    const words = isFiltered ? t('noneFits') : t('empty');
    return <p className="px-4 py-6 text-center text-ink-3">{words}</p>;
  }
  if (pages.hasOlder) return null;
  return <p className="px-4 py-2 text-center text-sm text-ink-3">{t('beginning')}</p>;
}

/**
 * Goes to the moment that was chosen on the floor ribbon, loading what is older until it is there;
 * answers the index of its line, -1 without a moment.
 */
function useMoment(
  lines: readonly TimelineLine[],
  { hasOlder, isLoadingOlder, error, loadOlder }: OlderPages,
  show: (index: number) => void,
): number {
  const moment = useDesk((desk) => desk.moment);
  const shown = useRef<number | null>(null);
  useEffect(() => {
    if (moment === shown.current) return;
    const isThere = moment === null || (lines.at(-1)?.at ?? Infinity) <= moment;
    if (moment !== null) show(indexAt(lines, moment));
    if (isThere || !hasOlder || error !== null) shown.current = moment;
    else if (!isLoadingOlder) loadOlder();
  }, [moment, lines, hasOlder, isLoadingOlder, error, loadOlder, show]);
  return moment === null ? -1 : indexAt(lines, moment);
}
