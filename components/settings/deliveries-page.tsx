'use client';
import { RefreshCw } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { useAddressState } from '@/components/shell/use-address-state';
import { useErrorWords } from '@/components/shell/use-error-words';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { ErrorState } from '@/components/ui/error-state';
import { Skeleton } from '@/components/ui/skeleton';
import { type Deliveries, useDeliveries } from '@/lib/browser/use-deliveries';
import { deliveryFilterFrom, queryOf } from './delivery-filter';
import { DeliveryFilters } from './delivery-filters';
import { DeliveryTable } from './delivery-table';

/** What came to the webhook door and what became of it; the filters stand in the address. */
export function DeliveriesPage() {
  const t = useTranslations('settings.deliveries');
  const [filter, setFilter] = useAddressState(deliveryFilterFrom, queryOf);
  const deliveries = useDeliveries(filter);
  return (
    <div className="pb-6">
      <div className="flex flex-wrap items-end gap-3 px-4 py-4 md:px-5">
        <DeliveryFilters filter={filter} onChange={setFilter} />
        <div className="ml-auto flex items-center gap-3">
          <span className="text-sm text-ink-3">
            {deliveries.isFollowing ? t('updating') : t('paused')}
          </span>
          <Button icon={<RefreshCw aria-hidden size={14} />} onClick={deliveries.refresh}>
            {t('refresh')}
          </Button>
        </div>
      </div>
      <Content deliveries={deliveries} isFiltered={queryOf(filter).size > 0} />
      {deliveries.hasMore && (
        <div className="flex justify-center py-4">
          <Button onClick={deliveries.loadMore} disabled={deliveries.isLoadingMore}>
            {deliveries.isLoadingMore ? t('loadingMore') : t('more')}
          </Button>
        </div>
      )}
    </div>
  );
}

function Content({
  deliveries: { rows, isLoading, error, refresh },
  isFiltered,
}: {
  readonly deliveries: Deliveries;
  readonly isFiltered: boolean;
}) {
  const t = useTranslations('settings.deliveries');
  const common = useTranslations('common');
  const { sentence } = useErrorWords();
  if (isLoading) {
    return (
      <div role="status" className="space-y-2 px-5">
        <span className="sr-only">{t('loading')}</span>
        <Skeleton className="h-8" />
        <Skeleton className="h-8 opacity-60" />
      </div>
    );
  }
  if (rows.length > 0) return <DeliveryTable rows={rows} />;
  if (error !== null) {
    return (
      <ErrorState
        title={t('error')}
        detail={sentence(error)}
        action={<Button onClick={refresh}>{common('retry')}</Button>}
      />
    );
  }
  if (isFiltered) return <EmptyState title={t('noneFound')} />;
  return <EmptyState title={t('none')}>{t('noneAbout')}</EmptyState>;
}
