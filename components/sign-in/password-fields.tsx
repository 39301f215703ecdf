'use client';
import { useTranslations } from 'use-intl';
import { TextField } from '@/components/ui/text-field';
import { passwordLength } from '@/lib/contract/limits';

/** A password to be chosen: its rules are said before anything is typed. */
export function NewPasswordField({ label }: { readonly label: string }) {
  const t = useTranslations('signIn');
  return (
    <TextField
      label={label}
      hint={t('passwordHint', passwordLength)}
      name="newPassword"
      type="password"
      autoComplete="new-password"
      minLength={passwordLength.least}
      maxLength={passwordLength.most}
      required
    />
  );
}

/** The e-mail address and password of whoever has an account. */
export function CredentialFields() {
  const t = useTranslations('signIn');
  return (
    <>
      <TextField label={t('email')} name="email" type="email" autoComplete="username" required />
      <TextField
        label={t('password')}
        name="password"
        type="password"
        autoComplete="current-password"
        required
      />
    </>
  );
}
