'use client';
import { useTranslations } from 'use-intl';
import { PagedList } from '@/components/shell/paged-list';
import { Column, RowTable, Section } from '@/components/ui/row-table';
import { useEndedConferences } from '@/lib/browser/use-ended-conferences';
import { EndedConferenceRow } from './ended-conference-row';

/** The ended conferences, asked for as far back as wanted. */
export function EndedConferences({ query }: { readonly query: string }) {
  const t = useTranslations('conferences.ended');
  const ended = useEndedConferences(query);
  return (
    <Section title={t('title')}>
      <PagedList
        list={ended}
        loading={t('title')}
        failed={t('error')}
        empty={
          <p className="px-4 py-3 text-ink-2 md:px-5">
            {query === '' ? t('none') : t('noneFound', { query })}
          </p>
        }
      >
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
      </PagedList>
    </Section>
  );
}
