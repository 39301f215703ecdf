'use client';
import { RefreshCw } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { SettingsList } from '@/components/settings/settings-list';
import { ConfirmAttempt } from '@/components/shell/confirm-attempt';
import { Button } from '@/components/ui/button';
import { showToast } from '@/components/ui/toast';
import { type MediaView, useMedia } from '@/lib/browser/use-media';
import { KeepDialog } from './keep-dialog';
import { MediaDrop } from './media-drop';
import type { MediaQuestion } from './media-question';
import { MediaTable } from './media-table';
import { UploadDialog } from './upload-dialog';

/** The sounds that can be played: upload, listen, keep and delete. */
export function MediaPage() {
  const t = useTranslations('settings.media');
  const media = useMedia();
  const [question, setQuestion] = useState<MediaQuestion | null>(null);
  return (
    <div className="pb-6">
      <div className="flex flex-wrap items-center gap-3 px-4 pt-4 md:px-5">
        <p className="min-w-0 flex-1 text-ink-2">{t('about')}</p>
        <Button icon={<RefreshCw aria-hidden size={14} />} onClick={media.refresh}>
          {t('refresh')}
        </Button>
      </div>
      <div className="px-4 py-4 md:px-5">
        <MediaDrop
          onFile={(file) => {
            setQuestion({ ask: 'upload', file });
          }}
        />
      </div>
      <SettingsList section="media" list={media}>
        <MediaTable rows={media.rows} onAsk={setQuestion} />
      </SettingsList>
      {question !== null && (
        <Question
          question={question}
          media={media}
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
  media,
  onClose,
}: {
  readonly question: MediaQuestion;
  readonly media: MediaView;
  readonly onClose: () => void;
}) {
  const t = useTranslations('settings.media');
  if (question.ask === 'upload') {
    return <UploadDialog file={question.file} media={media} onClose={onClose} />;
  }
  const { name } = question.row;
  if (question.ask === 'keep') return <KeepDialog name={name} media={media} onClose={onClose} />;
  return (
    <ConfirmAttempt
      title={t('deleteTitle', { name })}
      about={t('deleteText')}
      confirmLabel={t('deleteSubmit')}
      onClose={onClose}
      onConfirm={async () => {
        await media.remove(name);
        onClose();
        showToast({ title: t('deleted', { name }) });
      }}
    />
  );
}
