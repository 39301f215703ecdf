'use client';
import { useRef, useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { TroubleLine } from '@/components/shell/trouble-line';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Form } from '@/components/ui/form';
import { ProgressBar } from '@/components/ui/progress-bar';
import { SelectField } from '@/components/ui/select-field';
import { TextField } from '@/components/ui/text-field';
import { showToast } from '@/components/ui/toast';
import { mediaNameOf } from '@/lib/browser/check-sound';
import type { Upload } from '@/lib/browser/upload-file';
import { useAttempt } from '@/lib/browser/use-attempt';
import type { MediaView } from '@/lib/browser/use-media';
import { mediaNamePattern } from '@/lib/contract/limits';
import type { MediaRow } from '@/lib/contract/media';
import { type Keep, secondsOf, useKeepOptions } from './keep-choice';

const formId = 'upload';

/** Asks what a file is to be called and how long it is kept, and sends it. */
export function UploadDialog({
  file,
  media,
  onClose,
}: {
  readonly file: File;
  readonly media: Pick<MediaView, 'upload'>;
  readonly onClose: () => void;
}) {
  const t = useTranslations('settings.media.upload');
  const common = useTranslations('common');
  const { number } = useFormatter();
  const { isBusy, trouble, run } = useAttempt();
  const [keep, setKeep] = useState<Keep>('year');
  const [part, setPart] = useState(0);
  const upload = useRef<Upload<MediaRow> | null>(null);
  const options = useKeepOptions();
  const close = () => {
    upload.current?.stop();
    onClose();
  };
  const start = (field: (name: string) => string) => {
    setPart(0);
    run(async () => {
      const as = { name: field('name').trim(), ttlSecs: secondsOf(keep) };
      upload.current = media.upload(file, as, setPart);
      const { name } = await upload.current.answer;
      showToast({ title: t('done', { name }) });
      onClose();
    });
  };
  const size = number(file.size / 1024 / 1024, { maximumFractionDigits: 1 });
  return (
    <Dialog
      isOpen
      onOpenChange={close}
      title={t('title')}
      description={t('about', { file: file.name, size })}
      closeLabel={common('close')}
      footer={
        <>
          <Button onClick={close}>{isBusy ? t('cancel') : common('cancel')}</Button>
          <Button type="submit" form={formId} look="primary" disabled={isBusy}>
            {isBusy ? common('busy') : t('start')}
          </Button>
        </>
      }
    >
      <Form id={formId} onSubmit={start}>
        <TextField
          label={t('name')}
          hint={t('nameHint')}
          name="name"
          defaultValue={mediaNameOf(file.name)}
          pattern={mediaNamePattern.source}
          maxLength={100}
          readOnly={isBusy}
          required
        />
        <SelectField label={t('keep')} value={keep} options={options} onChange={setKeep} />
        {isBusy && (
          <ProgressBar
            label={part < 1 ? t('progress') : t('sent')}
            part={part}
            percent={number(part, { style: 'percent' })}
          />
        )}
        <TroubleLine trouble={trouble} words={{ 'body-too-large': t('tooLarge') }} />
      </Form>
    </Dialog>
  );
}
