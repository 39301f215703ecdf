'use client';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { TextField } from '@/components/ui/text-field';
import { signInByCode, signInByPassword } from '@/lib/browser/sign-in';
import { textIn } from './text-in';
import type { SignInRun } from './use-sign-in';

/** Address and password, and then the authenticator's code where there is one. */
export function PasswordForm({ isBusy, run }: SignInRun) {
  const t = useTranslations('signIn');
  const [wantsCode, setWantsCode] = useState(false);
  const submit = (form: FormData) => {
    const field = (name: string) => textIn(form, name);
    run(async () => {
      if (wantsCode) {
        await signInByCode(field('code'));
        return 'done';
      }
      const answer = await signInByPassword(field('email'), field('password'));
      if (answer === 'signed-in') return 'done';
      setWantsCode(true);
      return 'more';
    });
  };
  return (
    <form
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        submit(new FormData(event.currentTarget));
      }}
    >
      {wantsCode ? (
        <TextField
          key="code"
          label={t('code')}
          hint={t('codeHint')}
          name="code"
          autoComplete="one-time-code"
          required
        />
      ) : (
        <>
          <TextField
            label={t('email')}
            name="email"
            type="email"
            autoComplete="username"
            required
          />
          <TextField
            label={t('password')}
            name="password"
            type="password"
            autoComplete="current-password"
            required
          />
        </>
      )}
      <Button type="submit" look="primary" disabled={isBusy}>
        {isBusy ? t('busy') : t('submit')}
      </Button>
    </form>
  );
}
