'use client';
import { UserPlus } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useErrorSentence } from '@/components/shell/use-error-words';
import { Button } from '@/components/ui/button';
import { ErrorState } from '@/components/ui/error-state';
import { Skeleton } from '@/components/ui/skeleton';
import { usePeople } from '@/lib/browser/use-people';
import type { PersonQuestion } from './person-question';
import { PeopleDialogs } from './people-dialogs';
import { PeopleTable } from './people-table';

/** Everybody who may sign in, and what an administrator can do about it. */
export function PeoplePage() {
  const t = useTranslations('settings.people');
  const common = useTranslations('common');
  const sentence = useErrorSentence();
  const people = usePeople();
  const [question, setQuestion] = useState<PersonQuestion | null>(null);
  const { rows, isLoading, error, refresh } = people;
  return (
    <div className="pb-6">
      <div className="flex flex-wrap items-center gap-3 px-4 py-4 md:px-5">
        <p className="min-w-0 flex-1 text-ink-2">
          {rows.length > 0 && t('about', { count: rows.length })}
        </p>
        <Button
          look="primary"
          icon={<UserPlus aria-hidden size={14} />}
          onClick={() => {
            setQuestion({ ask: 'invite' });
          }}
        >
          {t('invite')}
        </Button>
      </div>
      {isLoading && (
        <div role="status" className="space-y-2 px-5">
          <span className="sr-only">{t('loading')}</span>
          <Skeleton className="h-8" />
          <Skeleton className="h-8 opacity-60" />
        </div>
      )}
      {rows.length > 0 && <PeopleTable rows={rows} onAsk={setQuestion} people={people} />}
      {rows.length === 0 && error !== null && (
        <ErrorState
          title={t('error')}
          detail={sentence(error)}
          action={<Button onClick={refresh}>{common('retry')}</Button>}
        />
      )}
      <PeopleDialogs question={question} onAsk={setQuestion} people={people} />
    </div>
  );
}
