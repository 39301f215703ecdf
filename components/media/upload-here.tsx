import { Upload } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import type { MediaView } from '@/lib/browser/use-media';
import { mediaNamePattern } from '@/lib/contract/limits';
import { MediaDrop } from './media-drop';
import { UploadFields } from './upload-fields';
import { useUpload } from './use-upload';

/** Adds a file to the library in the middle of another form. */
export function UploadHere({
  media,
  onDone,
  onCancel,
}: {
  readonly media: Pick<MediaView, 'upload'>;
  readonly onDone: (name: string) => void;
  /** Null where there is nothing to go back to. */
  readonly onCancel: (() => void) | null;
}) {
  const common = useTranslations('common');
  const [file, setFile] = useState<File | null>(null);
  if (file !== null) {
    return (
      <ChosenFile
        {...{ file, media, onDone }}
        onCancel={() => {
          setFile(null);
          onCancel?.();
        }}
      />
    );
  }
  return (
    <div className="flex flex-col items-start gap-2">
      <div className="w-full">
        <MediaDrop onFile={setFile} />
      </div>
      {onCancel !== null && (
        <Button size="sm" look="ghost" onClick={onCancel}>
          {common('cancel')}
        </Button>
      )}
    </div>
  );
}

function ChosenFile({
  file,
  media,
  onDone,
  onCancel,
}: {
  readonly file: File;
  readonly media: Pick<MediaView, 'upload'>;
  readonly onDone: (name: string) => void;
  readonly onCancel: () => void;
}) {
  const t = useTranslations('settings.media.upload');
  const common = useTranslations('common');
  const form = useUpload(file, media, onDone);
  const [isTried, setTried] = useState(false);
  const isWrong = !mediaNamePattern.test(form.name.trim());
  const start = () => {
    setTried(true);
    if (!isWrong && !form.isBusy) form.start();
  };
  return (
    <div
      role="group"
      aria-label={t('title')}
      className="flex flex-col gap-3 rounded-lg border border-line-soft p-3"
    >
      <UploadFields
        form={form}
        nameError={isTried && isWrong ? t('nameWrong') : undefined}
        onEnter={start}
      />
      <div className="flex justify-end gap-2">
        <Button size="sm" onClick={onCancel}>
          {form.isBusy ? t('cancel') : common('cancel')}
        </Button>
        <Button
          size="sm"
          look="primary"
          icon={<Upload aria-hidden size={13} />}
          disabled={form.isBusy}
          onClick={start}
        >
          {form.isBusy ? common('busy') : t('start')}
        </Button>
      </div>
    </div>
  );
}
