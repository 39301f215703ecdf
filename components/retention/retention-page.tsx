'use client';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { SettingsList } from '@/components/settings/settings-list';
import { ConfirmAttempt } from '@/components/shell/confirm-attempt';
import { Button } from '@/components/ui/button';
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
      <SettingsList section="retention" list={rules}>
        <RetentionTable rows={rules.rows} onAsk={setQuestion} />
      </SettingsList>
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
