'use client';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { TroubleLine } from '@/components/shell/trouble-line';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { showToast } from '@/components/ui/toast';
import { useAttempt } from '@/lib/browser/use-attempt';
import type { PeopleView } from '@/lib/browser/use-people';
import type { PersonRow } from '@/lib/contract/people';
import { RoleChoice } from './role-choice';

/** Gives somebody another role. */
export function RoleDialog({
  person,
  people,
  onClose,
}: {
  readonly person: PersonRow;
  readonly people: Pick<PeopleView, 'change'>;
  readonly onClose: () => void;
}) {
  const t = useTranslations('settings.people');
  const common = useTranslations('common');
  const names = useTranslations('roles.names');
  const { isBusy, trouble, run } = useAttempt();
  const [role, setRole] = useState(person.role);
  const submit = () => {
    run(async () => {
      await people.change(person.id, { change: 'role', role });
      showToast({ title: t('done.role', { name: person.name, role: names(role) }) });
      onClose();
    });
  };
  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      title={t('roleDialog.title', { name: person.name })}
      description={t('roleDialog.about')}
      closeLabel={common('close')}
      footer={
        <>
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button look="primary" disabled={isBusy || role === person.role} onClick={submit}>
            {isBusy ? common('busy') : t('roleDialog.submit')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        <RoleChoice value={role} onChange={setRole} />
        <TroubleLine trouble={trouble} />
      </div>
    </Dialog>
  );
}
