import { PhoneIncoming, SearchX } from 'lucide-react';
import type { RefObject } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { later, useLoadedWhenIdle } from '@/components/ui/later';
import { Skeleton } from '@/components/ui/skeleton';
import { useQueues } from '@/lib/browser/use-queues';
import type { QueueRow } from '@/lib/contract/rows';
import { withQuery } from './board-state';
import { useBoard, useBoardStore } from './board-store';
import { CallerFilters } from './caller-filters';
import { CallerList } from './caller-list';

const CallerSelectionBar = later(
  async () => (await import('./caller-selection-bar')).CallerSelectionBar,
);

/** Everybody who waits, in one table over all queues. */
export function CallerTable({
  rows,
  searchRef,
}: {
  readonly rows: readonly QueueRow[];
  readonly searchRef: RefObject<HTMLInputElement | null>;
}) {
  const isEmpty = useBoard((board) => board.order.length === 0);
  const isAnybodyChosen = useBoard((board) => board.selection.chosen.size > 0);
  useLoadedWhenIdle(CallerSelectionBar);
  return (
    <>
      <CallerFilters rows={rows} searchRef={searchRef} />
      {isEmpty ? <NobodyHere /> : <CallerList />}
      {isAnybodyChosen && <CallerSelectionBar />}
    </>
  );
}

function NobodyHere() {
  const t = useTranslations('queues.nobody');
  const loading = useTranslations('queues');
  const board = useBoardStore();
  const isWaiting = useQueues((view) => view.isWaiting);
  const isAnybody = useBoard((now) => now.rows.size > 0);
  const { queue, search } = useBoard((now) => now.query);
  if (isWaiting && !isAnybody) {
    return (
      <div role="status" className="space-y-3 px-5 py-3">
        <span className="sr-only">{loading('loading')}</span>
        <Skeleton className="h-6" />
        <Skeleton className="h-6 opacity-60" />
      </div>
    );
  }
  if (!isAnybody) {
    return (
      <div className="min-h-0 flex-1 overflow-auto">
        <EmptyState icon={<PhoneIncoming size={18} />} title={t('title')}>
          {t('text')}
        </EmptyState>
      </div>
    );
  }
  return (
    <div className="min-h-0 flex-1 overflow-auto">
      <EmptyState
        icon={<SearchX size={18} />}
        title={search === '' && queue !== null ? t('noneInQueue', { queue }) : t('noMatch')}
        action={
          <Button
            onClick={() => {
              board.setState((now) => withQuery(now, { queue: null, isHungUp: false, search: '' }));
            }}
          >
            {t('showAll')}
          </Button>
        }
      />
    </div>
  );
}
