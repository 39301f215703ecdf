'use client';
import { usePathname, useRouter, useSearchParams } from 'next/navigation';
import { useTranslations } from 'use-intl';
import { PageHeader } from '@/components/shell/page-header';
import { SearchField } from '@/components/ui/search-field';
import { EndedConferences } from './ended-conferences';
import { LiveConferences } from './live-conferences';

/** All conferences: the live ones first, the ended ones below. */
export function ConferencesPage() {
  const t = useTranslations('conferences');
  const common = useTranslations('common');
  const query = useSearchParams().get('q') ?? '';
  const router = useRouter();
  const pathname = usePathname();
  return (
    <>
      <PageHeader title={t('title')}>
        <SearchField
          label={t('search')}
          clearLabel={common('clear')}
          value={query}
          onChange={(q) => {
            const search = q === '' ? '' : `?${new URLSearchParams({ q }).toString()}`;
            router.replace(`${pathname}${search}`, { scroll: false });
          }}
          className="w-full sm:w-60"
        />
      </PageHeader>
      <LiveConferences query={query.trim()} />
      <EndedConferences query={query.trim()} />
    </>
  );
}
