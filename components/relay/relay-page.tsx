'use client';
import { useTranslations } from 'use-intl';
import { useErrorSentence } from '@/components/shell/use-error-words';
import { Button } from '@/components/ui/button';
import { ErrorState } from '@/components/ui/error-state';
import { Skeleton } from '@/components/ui/skeleton';
import { useRelay } from '@/lib/browser/use-relay';
import { AnswerTable } from './answer-table';
import { RelayForm } from './relay-form';
import { RelayProgress } from './relay-progress';

/** Where webhooks are forwarded to, and how far that has come. */
export function RelayPage() {
  const t = useTranslations('settings.relay');
  const common = useTranslations('common');
  const sentence = useErrorSentence();
  const { relay, error, refresh, save } = useRelay();
  if (relay === undefined) {
    return error === null ? (
      <div role="status" className="space-y-2 px-5 py-4">
        <span className="sr-only">{t('loading')}</span>
        <Skeleton className="h-8" />
        <Skeleton className="h-8 opacity-60" />
      </div>
    ) : (
      <ErrorState
        title={t('error')}
        detail={sentence(error)}
        action={<Button onClick={refresh}>{common('retry')}</Button>}
      />
    );
  }
  return (
    <div className="pb-6">
      <p className="max-w-3xl px-4 py-4 text-ink-2 md:px-5">{t('about')}</p>
      <div className="grid gap-6 px-4 pb-6 md:px-5 lg:grid-cols-2">
        <RelayForm key={`${relay.address} ${relay.isOn}`} relay={relay} onSave={save} />
        <RelayProgress relay={relay} />
      </div>
      <AnswerTable answers={relay.answers} />
    </div>
  );
}
