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
import { bareNumber } from '@/lib/contract/forms/limits';
import { AccountPart } from './account-part';

/** The phone on which one supervises. */
export function PhonePart({ account }: { readonly account: Account }) {
  const t = useTranslations('settings.account.phone');
  const { change } = useAccountCommands();
  const { isBusy, trouble, run } = useAttempt();
  const [typed, setTyped] = useState(account.phone ?? '');
  const written = typed.trim();
  const wanted = written.toLowerCase().startsWith('sip') ? written : bareNumber(written);
  return (
    <AccountPart title={t('title')}>
      <p className="text-ink-2">{t('about')}</p>
      <Form
        onSubmit={() => {
          run(async () => {
            await change({ change: 'phone', address: wanted === '' ? null : wanted });
            showToast({ title: t(wanted === '' ? 'forgotten' : 'saved') });
          });
        }}
      >
        <TextField
          label={t('address')}
          hint={t('hint')}
          autoComplete="tel"
          maxLength={200}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
          }}
        />
        <TroubleLine trouble={trouble} words={{ 'bad-request': t('wrong') }} />
        <div>
          <Button type="submit" disabled={isBusy || wanted === (account.phone ?? '')}>
            {t('save')}
          </Button>
        </div>
      </Form>
    </AccountPart>
  );
}
