'use client';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { TroubleLine } from '@/components/shell/trouble-line';
import { Button } from '@/components/ui/button';
import { Form } from '@/components/ui/form';
import { TextField } from '@/components/ui/text-field';
import { showToast } from '@/components/ui/toast';
import { useAccountCommands } from '@/lib/browser/use-account';
import { useAttempt } from '@/lib/browser/use-attempt';
import type { Account } from '@/lib/contract/account';
import { AccountPart } from './account-part';

/** Who one is here. */
export function ProfilePart({ account }: { readonly account: Account }) {
  const t = useTranslations('settings.account.profile');
  const roles = useTranslations('roles.names');
  const about = useTranslations('rights.about');
  const { change } = useAccountCommands();
  const { isBusy, trouble, run } = useAttempt();
  const [name, setName] = useState(account.name);
  const wanted = name.trim();
  return (
    <AccountPart title={t('title')}>
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1">
        <dt className="text-ink-3">{t('email')}</dt>
        <dd className="truncate">{account.email}</dd>
        <dt className="text-ink-3">{t('role')}</dt>
        <dd>
          {roles(account.role)}
          <span className="block text-sm text-ink-3">{about(account.role)}</span>
        </dd>
      </dl>
      <Form
        onSubmit={() => {
          run(async () => {
            await change({ change: 'rename', name: wanted });
            showToast({ title: t('saved') });
          });
        }}
      >
        <TextField
          label={t('name')}
          hint={t('nameHint')}
          autoComplete="name"
          maxLength={80}
          required
          value={name}
          onChange={(event) => {
            setName(event.target.value);
          }}
        />
        <TroubleLine trouble={trouble} />
        <div>
          <Button type="submit" disabled={isBusy || wanted === '' || wanted === account.name}>
            {t('save')}
          </Button>
        </div>
      </Form>
    </AccountPart>
  );
}
