'use client';
import Link from 'next/link';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { TroubleLine } from '@/components/shell/trouble-line';
import { Button } from '@/components/ui/button';
import { Form } from '@/components/ui/form';
import { linkLook } from '@/components/ui/link-look';
import { TextField } from '@/components/ui/text-field';
import { choosePassword, signInByPassword } from '@/lib/browser/sign-in';
import { useAttempt } from '@/lib/browser/use-attempt';
import { AuthFrame } from './auth-frame';
import { NewPasswordField } from './password-fields';

/** Whose link it is, and its secret. */
export interface Invitation {
  readonly token: string;
  readonly name: string;
  readonly email: string;
}

/** Where an invitation and a reset lead: one chooses a password, and is in. */
export function WelcomePage({ invitation }: { readonly invitation: Invitation | null }) {
  return invitation === null ? <NoInvitation /> : <ChoosePassword invitation={invitation} />;
}

function NoInvitation() {
  const t = useTranslations('welcome');
  return (
    <AuthFrame title={t('usedTitle')} about={t('used')}>
      <Link href="/sign-in" className={`${linkLook} justify-center`}>
        {t('toSignIn')}
      </Link>
    </AuthFrame>
  );
}

function ChoosePassword({
  invitation: { token, name, email },
}: {
  readonly invitation: Invitation;
}) {
  const t = useTranslations('welcome');
  const common = useTranslations('common');
  const { isBusy, trouble, run } = useAttempt();
  const [isDiffering, setDiffering] = useState(false);
  return (
    <AuthFrame title={t('title', { name })} about={t('about')}>
      <Form
        onSubmit={(field) => {
          const password = field('newPassword');
          const isSame = password === field('again');
          setDiffering(!isSame);
          if (!isSame) return;
          run(async () => {
            await choosePassword(token, password);
            const answer = await signInByPassword(email, password);
            // The link is worth nothing any more: one does not come back to it.
            window.location.replace(answer === 'signed-in' ? '/conferences' : '/sign-in');
          });
        }}
      >
        <TextField label={t('email')} name="email" autoComplete="username" readOnly value={email} />
        <NewPasswordField label={t('password')} />
        <TextField
          label={t('again')}
          name="again"
          type="password"
          autoComplete="new-password"
          required
          error={isDiffering ? t('differing') : undefined}
        />
        <TroubleLine trouble={trouble} words={{ 'not-signed-in': t('disabled') }} />
        <Button type="submit" look="primary" disabled={isBusy}>
          {isBusy ? common('busy') : t('submit')}
        </Button>
      </Form>
    </AuthFrame>
  );
}
