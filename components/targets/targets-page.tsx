'use client';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { ConfirmAttempt } from '@/components/shell/confirm-attempt';
import { useErrorSentence } from '@/components/shell/use-error-words';
import { Button } from '@/components/ui/button';
import { ErrorState } from '@/components/ui/error-state';
import { Section } from '@/components/ui/row-table';
import { Skeleton } from '@/components/ui/skeleton';
import { showToast } from '@/components/ui/toast';
import { useMay } from '@/lib/browser/use-may';
import { type TargetsView, useTargets } from '@/lib/browser/use-targets';
import type { TargetsAnswer } from '@/lib/contract/target';
import type { Targets } from '@/lib/domain/target/targets';
import { AlertWebhookPart } from './alert-webhook-part';
import { QueueTargetTable } from './queue-target-table';
import { TargetSummary } from './target-summary';
import { TargetsDialog } from './targets-dialog';

/** What is asked just now: targets of a queue or of all, or whether those of a queue are to go. */
type Question =
  | { readonly ask: 'edit'; readonly queue: string | null; readonly targets: Targets }
  | { readonly ask: 'remove'; readonly queue: string };

/** What queues are held against: all of them, and each that has targets of its own. */
export function TargetsPage() {
  const t = useTranslations('settings.targets');
  const targets = useTargets();
  const maySettle = useMay('settings.manage');
  const [question, setQuestion] = useState<Question | null>(null);
  return (
    <div className="pb-6">
      <p className="max-w-3xl px-4 pt-4 text-ink-2 md:px-5">{t('about')}</p>
      <Content targets={targets} onAsk={setQuestion} />
      {maySettle && <AlertWebhookPart />}
      {question !== null && (
        <Asked
          question={question}
          targets={targets}
          onClose={() => {
            setQuestion(null);
          }}
        />
      )}
    </div>
  );
}

function Content({
  targets: { answer, error, refresh },
  onAsk,
}: {
  readonly targets: TargetsView;
  readonly onAsk: (question: Question) => void;
}) {
  const t = useTranslations('settings.targets');
  const common = useTranslations('common');
  const sentence = useErrorSentence();
  if (answer !== null) return <Lists answer={answer} onAsk={onAsk} />;
  if (error !== null) {
    return (
      <ErrorState
        title={t('error')}
        detail={sentence(error)}
        action={<Button onClick={refresh}>{common('retry')}</Button>}
      />
    );
  }
  return (
    <div role="status" className="space-y-2 px-5 py-4">
      <span className="sr-only">{t('loading')}</span>
      <Skeleton className="h-8" />
      <Skeleton className="h-8 opacity-60" />
    </div>
  );
}

function Lists({
  answer,
  onAsk,
}: {
  readonly answer: TargetsAnswer;
  readonly onAsk: (question: Question) => void;
}) {
  const t = useTranslations('settings.targets');
  const { standard, timeZone } = answer;
  return (
    <>
      <Section title={t('all')} about={t('allAbout')}>
        <div className="flex flex-wrap items-start gap-3 px-4 py-2 md:px-5">
          <div className="min-w-0 flex-1 max-sm:basis-full">
            <TargetSummary targets={standard.targets} />
            <p className="mt-1 text-sm text-ink-3">
              {standard.updatedBy === null
                ? t('unsaved')
                : t('savedBy', { name: standard.updatedBy.name })}
            </p>
          </div>
          <Button
            onClick={() => {
              onAsk({ ask: 'edit', queue: null, targets: standard.targets });
            }}
          >
            {t('editAll')}
          </Button>
        </div>
      </Section>
      <Section title={t('queues')} about={t('windows', { timeZone })}>
        <QueueTargetTable
          answer={answer}
          onEdit={(queue, targets) => {
            onAsk({ ask: 'edit', queue, targets });
          }}
          onRemove={(queue) => {
            onAsk({ ask: 'remove', queue });
          }}
        />
      </Section>
    </>
  );
}

function Asked({
  question,
  targets,
  onClose,
}: {
  readonly question: Question;
  readonly targets: TargetsView;
  readonly onClose: () => void;
}) {
  const t = useTranslations('settings.targets');
  if (question.ask === 'edit')
    return <TargetsDialog {...question} onSave={targets.save} onClose={onClose} />;
  const { queue } = question;
  return (
    <ConfirmAttempt
      title={t('removeTitle', { queue })}
      about={t('removeText')}
      confirmLabel={t('removeSubmit')}
      onClose={onClose}
      onConfirm={async () => {
        await targets.remove(queue);
        onClose();
        showToast({ title: t('removed', { queue }) });
      }}
    />
  );
}
