'use client';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { TextField } from '@/components/ui/text-field';
import { makeFirstAccount } from '@/lib/browser/sign-in';
import { passwordLength } from '@/lib/contract/limits';
import { textIn } from './text-in';
import type { SignInRun } from './use-sign-in';

/** Makes the first account, for whoever reads the code off the terminal. */
export function FirstAccountForm({ isBusy, run }: SignInRun) {
  const t = useTranslations('signIn');
  const submit = (form: FormData) => {
    const field = (name: string) => textIn(form, name);
    run(async () => {
      await makeFirstAccount({
        code: field('code'),
        name: field('name'),
        email: field('email'),
        password: field('password'),
      });
      return 'done';
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
      <h2 className="font-[620]">{t('first.title')}</h2>
      <p className="text-sm text-ink-2">{t('first.about')}</p>
      <TextField label={t('first.code')} name="code" autoComplete="off" required />
      <TextField label={t('first.name')} name="name" autoComplete="name" required maxLength={80} />
      <TextField label={t('email')} name="email" type="email" autoComplete="username" required />
      <TextField
        label={t('password')}
        hint={t('passwordHint', { least: passwordLength.least })}
        name="password"
        type="password"
        autoComplete="new-password"
        minLength={passwordLength.least}
        maxLength={passwordLength.most}
        required
      />
      <Button type="submit" look="primary" disabled={isBusy}>
        {isBusy ? t('busy') : t('first.submit')}
      </Button>
    </form>
  );
}
