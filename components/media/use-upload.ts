import { useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { showToast } from '@/components/ui/toast';
import { mediaNameOf } from '@/lib/browser/check-sound';
import type { Upload } from '@/lib/browser/upload-file';
import { useAttempt } from '@/lib/browser/use-attempt';
import type { MediaView } from '@/lib/browser/use-media';
import type { MediaRow } from '@/lib/contract/media';
import { type Keep, secondsOf } from './keep-choice';

/** Sends one file to the library, named and kept as said; broken off when whoever asks is gone. */
export function useUpload(
  file: File,
  media: Pick<MediaView, 'upload'>,
  onDone: (name: string) => void,
) {
  const t = useTranslations('settings.media.upload');
  const { isBusy, trouble, run } = useAttempt();
  const [name, setName] = useState(() => mediaNameOf(file.name));
  const [keep, setKeep] = useState<Keep>('year');
  const [part, setPart] = useState(0);
  const upload = useRef<Upload<MediaRow> | null>(null);
  useEffect(
    () => () => {
      upload.current?.stop();
    },
    [],
  );
  return {
    ...{ file, isBusy, trouble, name, setName, keep, setKeep, part },
    start: () => {
      setPart(0);
      run(async () => {
        upload.current = media.upload(
          file,
          { name: name.trim(), ttlSecs: secondsOf(keep) },
          setPart,
        );
        const stored = await upload.current.answer;
        showToast({ title: t('done', { name: stored.name }) });
        onDone(stored.name);
      });
    },
  };
}

/** An upload as its fields show it. */
export type UploadForm = ReturnType<typeof useUpload>;
