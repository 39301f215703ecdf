'use client';
import { useTranslations } from 'use-intl';
import { ConfirmAttempt } from '@/components/shell/confirm-attempt';
import { showToast } from '@/components/ui/toast';
import { useApplicationChanges } from '@/lib/browser/use-applications';
import { isSameAddress } from './application-checks';
import { ApplicationDialog } from './application-dialog';
import type { ApplicationQuestion } from './application-question';

/** Asks what the page has to ask before something is done, and does it. */
export function ApplicationQuestions({
  question,
  webhookUrl,
  onClose,
}: {
  readonly question: ApplicationQuestion;
  readonly webhookUrl: string | null;
  readonly onClose: () => void;
}) {
  const t = useTranslations('settings.carrier.delete');
  const changes = useApplicationChanges();
  if (question.ask === 'delete') {
    const { id, name, webhookUrl: theirs } = question.row;
    const comesHere = webhookUrl !== null && isSameAddress(theirs, webhookUrl);
    return (
      <ConfirmAttempt
        title={t('title', { name })}
        about={comesHere ? `${t('comesHere')} ${t('about')}` : t('about')}
        confirmLabel={t('submit')}
        onClose={onClose}
        onConfirm={async () => {
          await changes.remove(id);
          onClose();
          showToast({ title: t('done', { name }) });
        }}
      />
    );
  }
  const { row, change } = question.ask === 'edit' ? question : { row: null, change: {} };
  return (
    <ApplicationDialog
      row={row}
      change={change}
      webhookUrl={webhookUrl}
      changes={changes}
      onClose={onClose}
    />
  );
}
