'use client';
import { useFormatter, useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Form } from '@/components/ui/form';
import type { MediaView } from '@/lib/browser/use-media';
import { UploadFields } from './upload-fields';
import { useUpload } from './use-upload';

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
  const form = useUpload(file, media, onClose);
  const { isBusy } = form;
  const size = number(Math.max(0.1, file.size / 1024 / 1024), { maximumFractionDigits: 1 });
  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      title={t('title')}
      description={t('about', { file: file.name, size })}
      closeLabel={common('close')}
      footer={
        <>
          <Button onClick={onClose}>{isBusy ? t('cancel') : common('cancel')}</Button>
          <Button type="submit" form={formId} look="primary" disabled={isBusy}>
            {isBusy ? common('busy') : t('start')}
          </Button>
        </>
      }
    >
      <Form id={formId} onSubmit={form.start}>
        <UploadFields form={form} />
      </Form>
    </Dialog>
  );
}
