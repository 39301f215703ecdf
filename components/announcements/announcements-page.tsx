'use client';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { SettingsList } from '@/components/settings/settings-list';
import { ConfirmAttempt } from '@/components/shell/confirm-attempt';
import { Button } from '@/components/ui/button';
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
      <SettingsList section="announcements" list={announcements}>
        <AnnouncementTable rows={announcements.rows} onAsk={setQuestion} />
      </SettingsList>
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
