'use client';
import { RefreshCw } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { PagedList } from '@/components/shell/paged-list';
import { useAddressState } from '@/components/shell/use-address-state';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { useDeliveries } from '@/lib/browser/use-deliveries';
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
      <PagedList
        list={deliveries}
        loading={t('loading')}
        failed={t('error')}
        empty={
          queryOf(filter).size > 0 ? (
            <EmptyState title={t('noneFound')} />
          ) : (
            <EmptyState title={t('none')}>{t('noneAbout')}</EmptyState>
          )
        }
      >
        <DeliveryTable rows={deliveries.rows} />
      </PagedList>
    </div>
  );
}
