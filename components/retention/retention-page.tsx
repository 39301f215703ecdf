'use client';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { ConfirmAttempt } from '@/components/shell/confirm-attempt';
import { useErrorSentence } from '@/components/shell/use-error-words';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { ErrorState } from '@/components/ui/error-state';
import { Skeleton } from '@/components/ui/skeleton';
import { showToast } from '@/components/ui/toast';
import { type RetentionRulesView, useRetentionRules } from '@/lib/browser/use-retention-rules';
import { RetentionDialog } from './retention-dialog';
import type { RetentionQuestion } from './retention-question';
import { RetentionTable } from './retention-table';
import { useRetentionName } from './use-retention-name';

/** How long recordings are kept. */
export function RetentionPage() {
  const t = useTranslations('settings.retention');
  const rules = useRetentionRules();
  const [question, setQuestion] = useState<RetentionQuestion | null>(null);
  return (
    <div className="pb-6">
      <div className="flex flex-wrap items-center gap-3 px-4 py-4 md:px-5">
        <p className="min-w-0 flex-1 basis-64 text-ink-2">{t('about')}</p>
        <Button
          look="primary"
          icon={<Plus aria-hidden size={14} />}
          disabled={rules.isLoading}
          onClick={() => {
            setQuestion({ ask: 'add' });
          }}
        >
          {t('add')}
        </Button>
      </div>
      <Content rules={rules} onAsk={setQuestion} />
      {question !== null && (
        <Question
          question={question}
          rules={rules}
          onClose={() => {
            setQuestion(null);
          }}
        />
      )}
    </div>
  );
}

function Content({
  rules: { rows, isLoading, error, refresh },
  onAsk,
}: {
  readonly rules: RetentionRulesView;
  readonly onAsk: (question: RetentionQuestion) => void;
}) {
  const t = useTranslations('settings.retention');
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
  if (rows.length > 0) return <RetentionTable rows={rows} onAsk={onAsk} />;
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

function Question({
  question,
  rules,
  onClose,
}: {
  readonly question: RetentionQuestion;
  readonly rules: RetentionRulesView;
  readonly onClose: () => void;
}) {
  const t = useTranslations('settings.retention');
  const nameOf = useRetentionName();
  if (question.ask !== 'delete') {
    const row = question.ask === 'edit' ? question.row : null;
    return <RetentionDialog row={row} rules={rules} onClose={onClose} />;
  }
  const { row } = question;
  const name = nameOf(row);
  return (
    <ConfirmAttempt
      title={t('deleteTitle', { name })}
      about={t('deleteText')}
      confirmLabel={t('deleteSubmit')}
      onClose={onClose}
      onConfirm={async () => {
        await rules.remove(row.id);
        onClose();
        showToast({ title: t('deleted', { name }) });
      }}
    />
  );
}
