'use client';
import { Download, RefreshCw } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { PageHeader } from '@/components/shell/page-header';
import { PagedList } from '@/components/shell/paged-list';
import { useAddressState } from '@/components/shell/use-address-state';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { activityFilePath, useActivity } from '@/lib/browser/use-activity';
import { useNow } from '@/lib/browser/use-now';
import type { Micros } from '@/lib/domain/stamp';
import { useLength } from '@/lib/i18n/use-length';
import { activityFilterFrom, queryOf } from './activity-filter';
import { ActivityFilters } from './activity-filters';
import { ActivityTable } from './activity-table';

/** Who did what; the filters stand in the address. */
export function ActivityPage() {
  const t = useTranslations('activity');
  const [filter, setFilter] = useAddressState(activityFilterFrom, queryOf);
  const lines = useActivity(filter);
  return (
    <div className="pb-6">
      <PageHeader title={t('title')} about={t('about')}>
        <div className="flex w-full flex-wrap items-center gap-3 sm:w-auto">
          {lines.asOf !== null && <Age asOf={lines.asOf} />}
          <Button icon={<RefreshCw aria-hidden size={14} />} onClick={lines.refresh}>
            {t('refresh')}
          </Button>
          <LinkButton
            icon={<Download aria-hidden size={14} />}
            href={activityFilePath(filter)}
            download
          >
            {t('download')}
          </LinkButton>
        </div>
      </PageHeader>
      <ActivityFilters filter={filter} onChange={setFilter} />
      <PagedList
        list={lines}
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
        <ActivityTable rows={lines.rows} />
      </PagedList>
    </div>
  );
}

function Age({ asOf }: { readonly asOf: Micros }) {
  const t = useTranslations('activity');
  const length = useLength();
  const age = useNow() - asOf;
  return (
    <span className="text-sm text-ink-3">
      {age < 1_000_000 ? t('now') : t('age', { age: length(age) })}
    </span>
  );
}
