'use client';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { SettingsList } from '@/components/settings/settings-list';
import { ConfirmAttempt } from '@/components/shell/confirm-attempt';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { showToast } from '@/components/ui/toast';
import { type InboundRulesView, useInboundRules } from '@/lib/browser/use-inbound-rules';
import { RuleDialog } from './rule-dialog';
import type { RuleQuestion } from './rule-question';
import { RuleTable } from './rule-table';

/** What happens to calls that come in, by the number that was called. */
export function InboundPage() {
  const t = useTranslations('settings.inbound');
  const rules = useInboundRules();
  const [question, setQuestion] = useState<RuleQuestion | null>(null);
  return (
    <div className="pb-6">
      {!rules.hasApplication && <Banner title={t('noApplication')} />}
      <div className="flex flex-wrap items-center gap-3 px-4 py-4 md:px-5">
        <p className="min-w-0 flex-1 text-ink-2">{t('about')}</p>
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
      <SettingsList section="inbound" list={rules}>
        <RuleTable rows={rules.rows} onAsk={setQuestion} />
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
  readonly question: RuleQuestion;
  readonly rules: InboundRulesView;
  readonly onClose: () => void;
}) {
  const t = useTranslations('settings.inbound');
  if (question.ask !== 'delete') {
    const row = question.ask === 'edit' ? question.row : null;
    return <RuleDialog row={row} rules={rules} onClose={onClose} />;
  }
  const {
    id,
    rule: { name },
  } = question.row;
  return (
    <ConfirmAttempt
      title={t('deleteTitle', { name })}
      about={t('deleteText')}
      confirmLabel={t('deleteSubmit')}
      onClose={onClose}
      onConfirm={async () => {
        await rules.remove(id);
        onClose();
        showToast({ title: t('deleted', { name }) });
      }}
    />
  );
}
