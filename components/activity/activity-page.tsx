'use client';
import { Download, RefreshCw } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { PageHeader } from '@/components/shell/page-header';
import { useAddressState } from '@/components/shell/use-address-state';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { ErrorState } from '@/components/ui/error-state';
import { LinkButton } from '@/components/ui/link-button';
import { Skeleton } from '@/components/ui/skeleton';
import { activityFilePath, type ActivityLines, useActivity } from '@/lib/browser/use-activity';
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
      <Content lines={lines} isFiltered={queryOf(filter).size > 0} />
      {lines.hasMore && (
        <div className="flex justify-center py-4">
          <Button onClick={lines.loadMore} disabled={lines.isLoadingMore}>
            {lines.isLoadingMore ? t('loadingMore') : t('more')}
          </Button>
        </div>
      )}
    </div>
  );
}

function Content({
  lines: { rows, isLoading, error, refresh },
  isFiltered,
}: {
  readonly lines: ActivityLines;
  readonly isFiltered: boolean;
}) {
  const t = useTranslations('activity');
  const common = useTranslations('common');
  if (isLoading) {
    return (
      <div role="status" className="space-y-2 px-5">
        <span className="sr-only">{t('loading')}</span>
        <Skeleton className="h-8" />
        <Skeleton className="h-8 opacity-60" />
      </div>
    );
  }
  if (error !== null) {
    return (
      <ErrorState
        title={t('error')}
        detail={error.message}
        action={<Button onClick={refresh}>{common('retry')}</Button>}
      />
    );
  }
  if (rows.length > 0) return <ActivityTable rows={rows} />;
  if (isFiltered) return <EmptyState title={t('noneFound')} />;
  return <EmptyState title={t('none')}>{t('noneAbout')}</EmptyState>;
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
