'use client';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { TroubleLine } from '@/components/shell/trouble-line';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Form } from '@/components/ui/form';
import { SelectField } from '@/components/ui/select-field';
import { useAttempt } from '@/lib/browser/use-attempt';
import type { MediaView } from '@/lib/browser/use-media';
import { type Keep, secondsOf, useKeepOptions } from './keep-choice';

const formId = 'keep';

/** Asks how long a file is kept from now on. */
export function KeepDialog({
  name,
  media,
  onClose,
}: {
  readonly name: string;
  readonly media: Pick<MediaView, 'keep'>;
  readonly onClose: () => void;
}) {
  const t = useTranslations('settings.media');
  const common = useTranslations('common');
  const { isBusy, trouble, run } = useAttempt();
  const [keep, setKeep] = useState<Keep>('year');
  const options = useKeepOptions();
  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      title={t('keepTitle', { name })}
      description={t('keepAbout')}
      closeLabel={common('close')}
      footer={
        <>
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button type="submit" form={formId} look="primary" disabled={isBusy}>
            {isBusy ? common('busy') : t('keepSubmit')}
          </Button>
        </>
      }
    >
      <Form
        id={formId}
        onSubmit={() => {
          run(async () => {
            await media.keep(name, secondsOf(keep));
            onClose();
          });
        }}
      >
        <SelectField label={t('upload.keep')} value={keep} options={options} onChange={setKeep} />
        <TroubleLine trouble={trouble} />
      </Form>
    </Dialog>
  );
}
