'use client';
import { type ReactNode, useId } from 'react';
import { useTranslations } from 'use-intl';
import { TroubleLine, type TroubleWords } from '@/components/shell/trouble-line';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Form } from '@/components/ui/form';
import { useAttempt } from '@/lib/browser/use-attempt';

/** A question with fields; it stays open, with the reason, when what was asked for is refused. */
export function FormDialog({
  title,
  about,
  submitLabel,
  isDangerous = false,
  words = {},
  onSubmit,
  onClose,
  children,
}: {
  readonly title: string;
  readonly about?: string;
  readonly submitLabel: string;
  readonly isDangerous?: boolean;
  readonly words?: TroubleWords;
  readonly onSubmit: (field: (name: string) => string) => Promise<void>;
  readonly onClose: () => void;
  readonly children?: ReactNode;
}) {
  const t = useTranslations('common');
  const id = useId();
  const { isBusy, trouble, run } = useAttempt();
  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      title={title}
      {...(about !== undefined && { description: about })}
      closeLabel={t('close')}
      footer={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button
            type="submit"
            form={id}
            look={isDangerous ? 'danger' : 'primary'}
            disabled={isBusy}
          >
            {isBusy ? t('busy') : submitLabel}
          </Button>
        </>
      }
    >
      <Form
        id={id}
        onSubmit={(field) => {
          run(() => onSubmit(field));
        }}
      >
        {children}
        <TroubleLine trouble={trouble} words={words} />
      </Form>
    </Dialog>
  );
}
