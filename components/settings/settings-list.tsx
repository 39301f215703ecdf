import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { useErrorSentence } from '@/components/shell/use-error-words';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { ErrorState } from '@/components/ui/error-state';
import { Skeleton } from '@/components/ui/skeleton';

/** What a section of the settings lists. */
export interface ListedRows {
  readonly rows: readonly unknown[];
  readonly isLoading: boolean;
  readonly error: Error | null;
  readonly refresh: () => void;
}

/** The list of a section: its table where there is something in it, else that it comes, failed or is empty. */
export function SettingsList({
  section,
  list: { rows, isLoading, error, refresh },
  children,
}: {
  readonly section: 'announcements' | 'inbound' | 'media' | 'retention' | 'wallboards';
  readonly list: ListedRows;
  readonly children: ReactNode;
}) {
  const t = useTranslations(`settings.${section}`);
  const common = useTranslations('common');
  const sentence = useErrorSentence();
  if (isLoading) {
    return (
      <div role="status" className="space-y-2 px-5">
        <span className="sr-only">{t('loading')}</span>
        <Skeleton className="h-8" />
        <Skeleton className="h-8 opacity-60" />
      </div>
    );
  }
  if (rows.length > 0) return children;
  if (error !== null) {
    return (
      <ErrorState
        title={t('error')}
        detail={sentence(error)}
        action={<Button onClick={refresh}>{common('retry')}</Button>}
      />
    );
  }
  return <EmptyState title={t('none')}>{t('noneAbout')}</EmptyState>;
}
