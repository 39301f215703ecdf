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
import { useWallboards, type WallboardsView } from '@/lib/browser/use-wallboards';
import { WallboardDialog } from './wallboard-dialog';
import { WallboardLinkDialog } from './wallboard-link-dialog';
import type { WallboardQuestion } from './wallboard-question';
import { WallboardTable } from './wallboard-table';

/** The wallboards: make, change, give another link, and remove. */
export function WallboardsPage() {
  const t = useTranslations('settings.wallboards');
  const wallboards = useWallboards();
  const [question, setQuestion] = useState<WallboardQuestion | null>(null);
  return (
    <div className="pb-6">
      <div className="flex flex-wrap items-center gap-3 px-4 py-4 md:px-5">
        <p className="min-w-0 flex-1 text-ink-2">{t('about')}</p>
        <Button
          look="primary"
          icon={<Plus aria-hidden size={14} />}
          onClick={() => {
            setQuestion({ ask: 'add' });
          }}
        >
          {t('add')}
        </Button>
      </div>
      <Content wallboards={wallboards} onAsk={setQuestion} />
      {question !== null && (
        <Question question={question} wallboards={wallboards} onAsk={setQuestion} />
      )}
    </div>
  );
}

function Content({
  wallboards: { rows, isLoading, error, refresh },
  onAsk,
}: {
  readonly wallboards: WallboardsView;
  readonly onAsk: (question: WallboardQuestion) => void;
}) {
  const t = useTranslations('settings.wallboards');
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
  if (rows.length > 0) return <WallboardTable rows={rows} onAsk={onAsk} />;
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
  wallboards,
  onAsk,
}: {
  readonly question: WallboardQuestion;
  readonly wallboards: WallboardsView;
  readonly onAsk: (question: WallboardQuestion | null) => void;
}) {
  const t = useTranslations('settings.wallboards');
  const onClose = () => {
    onAsk(null);
  };
  switch (question.ask) {
    case 'add':
    case 'edit':
      return (
        <WallboardDialog
          row={question.ask === 'edit' ? question.row : null}
          wallboards={wallboards}
          onAsk={onAsk}
        />
      );
    case 'link':
      return <WallboardLinkDialog made={question.made} onClose={onClose} />;
    case 'relink': {
      const { id, name } = question.row;
      return (
        <ConfirmAttempt
          title={t('relinkTitle', { name })}
          about={t('relinkText')}
          confirmLabel={t('relinkSubmit')}
          onClose={onClose}
          onConfirm={async () => {
            onAsk({ ask: 'link', made: await wallboards.relink(id) });
          }}
        />
      );
    }
    case 'remove': {
      const { id, name } = question.row;
      return (
        <ConfirmAttempt
          title={t('removeTitle', { name })}
          about={t('removeText')}
          confirmLabel={t('removeSubmit')}
          onClose={onClose}
          onConfirm={async () => {
            await wallboards.remove(id);
            onClose();
            showToast({ title: t('removed', { name }) });
          }}
        />
      );
    }
  }
}
