'use client';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { PagedList } from '@/components/shell/paged-list';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Section } from '@/components/ui/row-table';
import { SearchField } from '@/components/ui/search-field';
import { useApplications } from '@/lib/browser/use-applications';
import { useCarrierSettings } from '@/lib/browser/use-carrier-settings';
import { applicationLimits } from '@/lib/contract/application';
import { ApplicationQuestions } from './application-questions';
import type { ApplicationQuestion } from './application-question';
import { ApplicationTable } from './application-table';
import { CarrierChecks } from './carrier-checks';

/** The application that Rostrum works with and whether it is right, and all others of the account. */
export function CarrierPage() {
  const t = useTranslations('settings.carrier');
  const settings = useCarrierSettings();
  const [question, setQuestion] = useState<ApplicationQuestion | null>(null);
  return (
    <div className="pb-6">
      <Section title={t('title')}>
        <div className="px-4 pt-1 md:px-5">
          <p className="mb-3 text-ink-2">{t('about')}</p>
          <CarrierChecks settings={settings} onAsk={setQuestion} />
        </div>
      </Section>
      <Applications ours={settings.here?.connectionId ?? null} onAsk={setQuestion} />
      {question !== null && (
        <ApplicationQuestions
          question={question}
          webhookUrl={settings.here?.webhookUrl ?? null}
          onClose={() => {
            setQuestion(null);
          }}
        />
      )}
    </div>
  );
}

function Applications({
  ours,
  onAsk,
}: {
  readonly ours: string | null;
  readonly onAsk: (question: ApplicationQuestion) => void;
}) {
  const t = useTranslations('settings.carrier.list');
  const [search, setSearch] = useState('');
  const list = useApplications(search);
  const letters = search.trim().length;
  const isShort = letters > 0 && letters < applicationLimits.shortestSearch;
  return (
    <Section title={t('title')}>
      <div className="flex flex-wrap items-center gap-3 px-4 pt-1 pb-3 md:px-5">
        <SearchField
          label={t('search')}
          clearLabel={t('clear')}
          value={search}
          onChange={setSearch}
          className="w-64 max-md:w-full"
        />
        <span role="status" className="min-w-0 flex-1 text-sm text-ink-3">
          {isShort && t('short', { count: applicationLimits.shortestSearch })}
        </span>
        <Button
          look="primary"
          icon={<Plus aria-hidden size={14} />}
          onClick={() => {
            onAsk({ ask: 'add' });
          }}
        >
          {t('add')}
        </Button>
      </div>
      <PagedList
        list={list}
        loading={t('loading')}
        failed={t('error')}
        empty={
          letters > 0 ? (
            <EmptyState title={t('noneFound')} />
          ) : (
            <EmptyState title={t('none')}>{t('noneAbout')}</EmptyState>
          )
        }
      >
        <ApplicationTable rows={list.rows} ours={ours} onAsk={onAsk} />
      </PagedList>
    </Section>
  );
}
