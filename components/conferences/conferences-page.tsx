'use client';
import { useTranslations } from 'use-intl';
import { PageHeader } from '@/components/shell/page-header';
import { useAddressState } from '@/components/shell/use-address-state';
import { SearchField } from '@/components/ui/search-field';
import { EndedConferences } from './ended-conferences';
import { LiveConferences } from './live-conferences';
import { NewConference } from './new-conference';

/** All conferences: the live ones first, the ended ones below. */
export function ConferencesPage() {
  const t = useTranslations('conferences');
  const common = useTranslations('common');
  const [text, setText] = useAddressState(
    (query) => query.get('q') ?? '',
    (q) => new URLSearchParams(q === '' ? {} : { q }),
  );
  return (
    <>
      <PageHeader title={t('title')}>
        <SearchField
          label={t('search')}
          clearLabel={common('clear')}
          value={text}
          onChange={setText}
          className="w-full sm:w-60"
        />
        <NewConference />
      </PageHeader>
      <LiveConferences query={text.trim()} />
      <EndedConferences query={text.trim()} />
    </>
  );
}
