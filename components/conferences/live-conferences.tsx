'use client';
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { Skeleton } from '@/components/ui/skeleton';
import { useOverview } from '@/lib/browser/use-overview';
import { LiveConferenceRow } from './live-conference-row';
import { liveRows } from './live-rows';
import { NoLiveConference } from './no-live-conference';
import { Column, RowTable, Section } from '@/components/ui/row-table';

/** The live conferences, as the server pushes them. */
export function LiveConferences({ query }: { readonly query: string }) {
  const t = useTranslations('conferences');
  const conferences = useOverview((overview) => overview.conferences);
  const isKnown = useOverview((overview) => overview.rev !== null);
  const rows = useMemo(() => liveRows(conferences.values(), query), [conferences, query]);
  const title = t('live.title');
  if (!isKnown) {
    return (
      <Section title={title}>
        <div role="status" className="space-y-2 px-5 py-3">
          <span className="sr-only">{t('loading')}</span>
          <Skeleton className="h-8" />
          <Skeleton className="h-8 opacity-60" />
        </div>
      </Section>
    );
  }
  if (conferences.size === 0) {
    return (
      <Section title={title}>
        <NoLiveConference />
      </Section>
    );
  }
  return (
    <Section title={title} about={t('live.count', { count: conferences.size })}>
      {rows.length === 0 ? (
        <p className="px-5 py-6 text-ink-2">{t('live.noneFound')}</p>
      ) : (
        <RowTable
          caption={title}
          head={
            <>
              <Column>{t('live.columns.name')}</Column>
              <Column className="w-36">{t('live.columns.running')}</Column>
              <Column className="w-20 max-sm:hidden">{t('live.columns.people')}</Column>
              <Column className="w-52 max-md:hidden">{t('live.columns.floor')}</Column>
              <Column className="w-48 max-lg:hidden">{t('live.columns.state')}</Column>
              <Column className="w-24 max-xl:hidden">{t('live.columns.region')}</Column>
              <Column className="w-36 max-lg:hidden">{t('live.columns.endsIn')}</Column>
              <Column className="w-24 max-sm:hidden">{t('live.columns.heard')}</Column>
            </>
          }
        >
          {rows.map((row) => (
            <LiveConferenceRow key={row.id} row={row} />
          ))}
        </RowTable>
      )}
    </Section>
  );
}
