'use client';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { TroubleLine } from '@/components/shell/trouble-line';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Form } from '@/components/ui/form';
import { TextField } from '@/components/ui/text-field';
import { useAttempt } from '@/lib/browser/use-attempt';
import type { PeopleView } from '@/lib/browser/use-people';
import type { Role } from '@/lib/domain/permission';
import type { PersonQuestion } from './person-question';
import { RoleChoice } from './role-choice';

const formId = 'invite';

/** Asks whom to invite; what follows is the link. */
export function InviteDialog({
  people,
  onAsk,
  onClose,
}: {
  readonly people: Pick<PeopleView, 'invite'>;
  readonly onAsk: (question: PersonQuestion | null) => void;
  readonly onClose: () => void;
}) {
  const t = useTranslations('settings.people');
  const common = useTranslations('common');
  const { isBusy, trouble, run } = useAttempt();
  const [role, setRole] = useState<Role>('moderator');
  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      title={t('inviteDialog.title')}
      description={t('inviteDialog.about')}
      closeLabel={common('close')}
      footer={
        <>
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button type="submit" form={formId} look="primary" disabled={isBusy}>
            {isBusy ? common('busy') : t('inviteDialog.submit')}
          </Button>
        </>
      }
    >
      <Form
        id={formId}
        onSubmit={(field) => {
          run(async () => {
            const invite = { name: field('name').trim(), email: field('email').trim(), role };
            const { person, link } = await people.invite(invite);
            onAsk(link === null ? null : { ask: 'link', person, link });
          });
        }}
      >
        <TextField label={t('inviteDialog.name')} name="name" maxLength={80} required />
        <TextField
          label={t('inviteDialog.email')}
          name="email"
          type="email"
          maxLength={254}
          autoComplete="off"
          required
        />
        <RoleChoice value={role} onChange={setRole} />
        <TroubleLine trouble={trouble} />
      </Form>
    </Dialog>
  );
}
