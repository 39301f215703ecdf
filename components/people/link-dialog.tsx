'use client';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { CopyField } from '@/components/ui/copy-field';
import { Dialog } from '@/components/ui/dialog';
import type { PersonRow } from '@/lib/contract/people';

/** Shows the link by which somebody chooses a password, this once. */
export function LinkDialog({
  person: { name, email },
  link,
  onClose,
}: {
  readonly person: PersonRow;
  readonly link: string;
  readonly onClose: () => void;
}) {
  const t = useTranslations('settings.people');
  const common = useTranslations('common');
  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      title={t('linkDialog.title', { name })}
      description={t('linkDialog.about', { email })}
      closeLabel={common('close')}
      footer={
        <Button look="primary" onClick={onClose}>
          {t('linkDialog.done')}
        </Button>
      }
    >
      <CopyField
        label={t('linkDialog.link')}
        value={new URL(link, window.location.origin).href}
        copyLabel={t('linkDialog.copy')}
        copiedLabel={t('linkDialog.copied')}
      />
    </Dialog>
  );
}
