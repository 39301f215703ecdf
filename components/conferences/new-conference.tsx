'use client';
import { Plus } from 'lucide-react';
import { useCallback, useState } from 'react';
import { useTranslations } from 'use-intl';
import { DialogLoading } from '@/components/shell/dialog-loading';
import { WindowWords } from '@/components/shell/later-words';
import { Button } from '@/components/ui/button';
import { later, useLoadedWhenIdle } from '@/components/ui/later';
import { useMay } from '@/lib/browser/use-may';
import { creationNeeds } from '@/lib/domain/creation/command';

const CreateDialog = later(
  async () => (await import('./create-dialog')).CreateDialog,
  DialogLoading,
);

/** The way to a new conference, for those who may make one. */
export function NewConference() {
  const t = useTranslations('conferences');
  const may = useMay(creationNeeds.create);
  const [isOpen, setIsOpen] = useState(false);
  const close = useCallback(() => {
    setIsOpen(false);
  }, []);
  useLoadedWhenIdle(CreateDialog);
  if (!may) return null;
  return (
    <>
      <Button
        look="primary"
        icon={<Plus aria-hidden size={16} />}
        aria-haspopup="dialog"
        onClick={() => {
          setIsOpen(true);
        }}
      >
        {t('new')}
      </Button>
      {isOpen && (
        <WindowWords onClose={close}>
          <CreateDialog onClose={close} />
        </WindowWords>
      )}
    </>
  );
}
