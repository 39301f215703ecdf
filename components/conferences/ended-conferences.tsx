'use client';
import { useTranslations } from 'use-intl';
import { useErrorWords } from '@/components/shell/use-error-words';
import { Button } from '@/components/ui/button';
import { ErrorState } from '@/components/ui/error-state';
import { Skeleton } from '@/components/ui/skeleton';
import {
  type EndedConferences as Ended,
  useEndedConferences,
} from '@/lib/browser/use-ended-conferences';
import { EndedConferenceRow } from './ended-conference-row';
import { Column, RowTable, Section } from '@/components/ui/row-table';

/** The ended conferences, asked for as far back as wanted. */
export function EndedConferences({ query }: { readonly query: string }) {
  const t = useTranslations('conferences.ended');
  const ended = useEndedConferences(query);
  return (
    <Section title={t('title')}>
      <Content ended={ended} query={query} />
      {ended.hasMore && (
        <div className="flex justify-center py-4">
          <Button onClick={ended.loadMore} disabled={ended.isLoadingMore}>
            {ended.isLoadingMore ? t('loadingMore') : t('more')}
          </Button>
        </div>
      )}
    </Section>
  );
}

function Content({ ended, query }: { readonly ended: Ended; readonly query: string }) {
  const t = useTranslations('conferences.ended');
  const common = useTranslations('common');
  const { sentence } = useErrorWords();
  if (ended.isLoading) return <Skeleton className="mx-5 my-2 h-8" />;
  if (ended.error !== null && ended.rows.length === 0) {
    return (
      <ErrorState
        title={t('error')}
        detail={sentence(ended.error)}
        action={<Button onClick={ended.refresh}>{common('retry')}</Button>}
      />
    );
  }
  if (ended.rows.length === 0) {
    return (
      <p className="px-4 py-3 text-ink-2 md:px-5">
        {query === '' ? t('none') : t('noneFound', { query })}
      </p>
    );
  }
  return (
    <RowTable
      caption={t('title')}
      head={
        <>
          <Column>{t('columns.name')}</Column>
          <Column className="w-44 max-lg:hidden">{t('columns.started')}</Column>
          <Column className="w-28 md:w-44">{t('columns.ended')}</Column>
          <Column className="w-28 max-sm:hidden">{t('columns.length')}</Column>
          <Column className="w-20 max-sm:hidden">{t('columns.people')}</Column>
          <Column className="w-44 max-md:hidden">{t('columns.reason')}</Column>
        </>
      }
    >
      {ended.rows.map((row) => (
        <EndedConferenceRow key={row.id} row={row} />
      ))}
    </RowTable>
  );
}
