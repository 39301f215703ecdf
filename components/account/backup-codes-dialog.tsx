'use client';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { CopyField } from '@/components/ui/copy-field';
import { Dialog } from '@/components/ui/dialog';

/** Shows backup codes, this once. */
export function BackupCodesDialog({
  codes,
  onClose,
}: {
  readonly codes: readonly string[];
  readonly onClose: () => void;
}) {
  const t = useTranslations('settings.account.secondFactor');
  const common = useTranslations('common');
  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      title={t('backupTitle')}
      description={t('backupAbout')}
      closeLabel={common('close')}
      footer={
        <Button look="primary" onClick={onClose}>
          {t('kept')}
        </Button>
      }
    >
      <div className="flex flex-col gap-3">
        <ul className="grid grid-cols-2 gap-x-4 gap-y-1 rounded-lg bg-raise px-4 py-3 font-mono text-base">
          {codes.map((code) => (
            <li key={code}>{code}</li>
          ))}
        </ul>
        <CopyField
          label={t('backupCodes')}
          value={codes.join(' ')}
          copyLabel={t('copy')}
          copiedLabel={t('copied')}
        />
      </div>
    </Dialog>
  );
}
