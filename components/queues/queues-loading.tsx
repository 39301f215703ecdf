import { useTranslations } from 'use-intl';
import { Skeleton } from '@/components/ui/skeleton';

const cards = [0, 1, 2, 3];
const rows = [0, 1, 2, 3, 4, 5];

/** The shape of the page, before the first word about queues. */
export function QueuesLoading() {
  const t = useTranslations('queues');
  return (
    <div role="status" className="flex h-full min-h-0 flex-col overflow-hidden">
      <span className="sr-only">{t('loading')}</span>
      <div className="flex flex-col gap-2 border-b border-line bg-panel px-5 py-4">
        <Skeleton className="h-5 w-32" />
        <Skeleton className="h-3 w-64 max-w-full" />
      </div>
      <div className="grid gap-3 px-5 py-4 sm:grid-cols-2 xl:grid-cols-4">
        {cards.map((card) => (
          <Skeleton key={card} className="h-[165px] rounded-xl" />
        ))}
      </div>
      <div className="flex flex-1 flex-col border-t border-line bg-panel px-5 pt-4">
        {rows.map((row) => (
          <div key={row} className="flex row-height items-center gap-3">
            <Skeleton className="h-3.5 w-44" />
            <Skeleton className="h-3.5 w-24" />
            <Skeleton className="ml-auto h-3.5 w-24" />
          </div>
        ))}
      </div>
    </div>
  );
}
