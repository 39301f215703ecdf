import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { ErrorState } from '@/components/ui/error-state';
import { Skeleton } from '@/components/ui/skeleton';
import type { Paged } from '@/lib/browser/use-paged';
import { useErrorSentence } from './use-error-words';

/** A list that goes on when asked: its rows, or that it loads, is empty or could not be had. */
export function PagedList({
  list: { rows, isLoading, error, hasMore, isLoadingMore, loadMore, refresh },
  loading,
  failed,
  empty,
  children,
}: {
  readonly list: Paged<unknown>;
  /** What is being loaded, for those who do not see that it is. */
  readonly loading: string;
  /** That it could not be had. */
  readonly failed: string;
  /** What stands where there are no rows. */
  readonly empty: ReactNode;
  /** The rows, where there are some. */
  readonly children: ReactNode;
}) {
  const t = useTranslations('common');
  const sentence = useErrorSentence();
  if (isLoading) {
    return (
      <div role="status" className="space-y-2 px-5">
        <span className="sr-only">{loading}</span>
        <Skeleton className="h-8" />
        <Skeleton className="h-8 opacity-60" />
      </div>
    );
  }
  if (rows.length === 0 && error !== null) {
    return (
      <ErrorState
        title={failed}
        detail={sentence(error)}
        action={<Button onClick={refresh}>{t('retry')}</Button>}
      />
    );
  }
  if (rows.length === 0) return empty;
  return (
    <>
      {children}
      {hasMore && (
        <div className="flex justify-center py-4">
          <Button onClick={loadMore} disabled={isLoadingMore}>
            {isLoadingMore ? t('loading') : t('older')}
          </Button>
        </div>
      )}
    </>
  );
}
