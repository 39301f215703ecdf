'use client';
import { useTranslations } from 'use-intl';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { useAttempt } from '@/lib/browser/use-attempt';
import { TroubleLine } from './trouble-line';

/** Asks before something that cannot be undone, and stays, with the reason, when it is refused. */
export function ConfirmAttempt({
  title,
  about,
  confirmLabel,
  onConfirm,
  onClose,
}: {
  readonly title: string;
  /** What will happen. */
  readonly about: string;
  readonly confirmLabel: string;
  readonly onConfirm: () => Promise<void>;
  readonly onClose: () => void;
}) {
  const t = useTranslations('common');
  const { isBusy, trouble, run } = useAttempt();
  return (
    <ConfirmDialog
      isOpen
      onOpenChange={onClose}
      title={title}
      description={about}
      confirmLabel={isBusy ? t('busy') : confirmLabel}
      cancelLabel={t('cancel')}
      isBusy={isBusy}
      onConfirm={() => {
        run(onConfirm);
      }}
    >
      <div className="mt-3">
        <TroubleLine trouble={trouble} />
      </div>
    </ConfirmDialog>
  );
}
