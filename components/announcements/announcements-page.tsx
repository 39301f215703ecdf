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
import { type AnnouncementsView, useAnnouncements } from '@/lib/browser/use-announcements';
import { AnnouncementDialog } from './announcement-dialog';
import type { AnnouncementQuestion } from './announcement-question';
import { AnnouncementTable } from './announcement-table';

const keys = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const;

/** The texts that a key speaks: save, change and delete. */
export function AnnouncementsPage() {
  const t = useTranslations('settings.announcements');
  const announcements = useAnnouncements();
  const [question, setQuestion] = useState<AnnouncementQuestion | null>(null);
  const isFull = announcements.rows.length >= keys.length;
  return (
    <div className="pb-6">
      <div className="flex flex-wrap items-center gap-3 px-4 py-4 md:px-5">
        <p className="min-w-0 flex-1 text-ink-2">{isFull ? t('full') : t('about')}</p>
        <Button
          look="primary"
          icon={<Plus aria-hidden size={14} />}
          disabled={isFull || announcements.isLoading}
          onClick={() => {
            setQuestion({ ask: 'add' });
          }}
        >
          {t('add')}
        </Button>
      </div>
      <Content announcements={announcements} onAsk={setQuestion} />
      {question !== null && (
        <Question
          question={question}
          announcements={announcements}
          onClose={() => {
            setQuestion(null);
          }}
        />
      )}
    </div>
  );
}

function Content({
  announcements: { rows, isLoading, error, refresh },
  onAsk,
}: {
  readonly announcements: AnnouncementsView;
  readonly onAsk: (question: AnnouncementQuestion) => void;
}) {
  const t = useTranslations('settings.announcements');
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
  if (rows.length > 0) return <AnnouncementTable rows={rows} onAsk={onAsk} />;
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
  announcements,
  onClose,
}: {
  readonly question: AnnouncementQuestion;
  readonly announcements: AnnouncementsView;
  readonly onClose: () => void;
}) {
  const t = useTranslations('settings.announcements');
  if (question.ask === 'delete') {
    const { id, title, key } = question.row;
    return (
      <ConfirmAttempt
        title={t('deleteTitle', { title })}
        about={t('deleteText', { key })}
        confirmLabel={t('deleteSubmit')}
        onClose={onClose}
        onConfirm={async () => {
          await announcements.remove(id);
          onClose();
          showToast({ title: t('deleted', { title }) });
        }}
      />
    );
  }
  const row = question.ask === 'edit' ? question.row : null;
  const taken = new Set(announcements.rows.map(({ key }) => key));
  return (
    <AnnouncementDialog
      row={row}
      freeKeys={keys.filter((key) => key === row?.key || !taken.has(key))}
      announcements={announcements}
      onClose={onClose}
    />
  );
}
