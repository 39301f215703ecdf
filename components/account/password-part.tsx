'use client';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { NewPasswordField } from '@/components/sign-in/password-fields';
import { Button } from '@/components/ui/button';
import { TextField } from '@/components/ui/text-field';
import { showToast } from '@/components/ui/toast';
import { useAccountCommands } from '@/lib/browser/use-account';
import type { Account } from '@/lib/contract/account';
import { AccountPart } from './account-part';
import { FormDialog } from './form-dialog';

/** The password, where the account has one. */
export function PasswordPart({ account }: { readonly account: Account }) {
  const t = useTranslations('settings.account.password');
  const { changePassword } = useAccountCommands();
  const [isOpen, setOpen] = useState(false);
  const close = () => {
    setOpen(false);
  };
  return (
    <AccountPart title={t('title')} about={account.hasPassword ? t('about') : t('none')}>
      {account.hasPassword && (
        <div>
          <Button
            onClick={() => {
              setOpen(true);
            }}
          >
            {t('change')}
          </Button>
        </div>
      )}
      {isOpen && (
        <FormDialog
          title={t('dialog')}
          about={t('about')}
          submitLabel={t('submit')}
          onClose={close}
          onSubmit={async (field) => {
            await changePassword(field('current'), field('newPassword'));
            showToast({ title: t('changed') });
            close();
          }}
        >
          <TextField
            label={t('current')}
            name="current"
            type="password"
            autoComplete="current-password"
            required
          />
          <NewPasswordField label={t('new')} />
        </FormDialog>
      )}
    </AccountPart>
  );
}
