import { useTranslations } from 'use-intl';
import { Skeleton } from '@/components/ui/skeleton';

const rows = [0, 1, 2, 3, 4, 5, 6, 7];

/** The shape of a desk, before the first word about its conference. */
export function DeskLoading() {
  const t = useTranslations('desk');
  return (
    <div role="status" className="flex min-h-0 flex-1 flex-col overflow-hidden">
      <span className="sr-only">{t('loading')}</span>
      <div className="flex flex-col gap-2 border-b border-line-soft bg-panel px-5 py-4">
        <Skeleton className="h-5 w-64 max-w-full" />
        <Skeleton className="h-3 w-40" />
      </div>
      <div className="flex gap-2 border-b border-line bg-panel px-5 py-2.5">
        <Skeleton className="h-[30px] w-28" />
        <Skeleton className="h-[30px] w-28" />
        <Skeleton className="h-[30px] w-32" />
      </div>
      <div className="flex flex-col px-5 pt-4">
        {rows.map((row) => (
          <div key={row} className="flex row-height items-center gap-3">
            <Skeleton className="size-[30px] rounded-full" />
            <Skeleton className="h-3.5 w-44" />
            <Skeleton className="ml-auto h-3.5 w-24" />
          </div>
        ))}
      </div>
    </div>
  );
}
