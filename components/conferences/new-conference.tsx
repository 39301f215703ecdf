'use client';
import { Plus } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { DialogLoading } from '@/components/shell/dialog-loading';
import { LaterWords } from '@/components/shell/later-words';
import { Button } from '@/components/ui/button';
import { useMay } from '@/lib/browser/use-may';
import { creationNeeds } from '@/lib/domain/creation/command';

const CreateDialog = dynamic(
  () => import('./create-dialog').then((module) => module.CreateDialog),
  { ssr: false, loading: DialogLoading },
);

/** The way to a new conference, for those who may make one. */
export function NewConference() {
  const t = useTranslations('conferences');
  const may = useMay(creationNeeds.create);
  const [isOpen, setIsOpen] = useState(false);
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
        <LaterWords isWindow>
          <CreateDialog
            onClose={() => {
              setIsOpen(false);
            }}
          />
        </LaterWords>
      )}
    </>
  );
}
