'use client';
import { useTranslations } from 'use-intl';
import { TroubleLine } from '@/components/shell/trouble-line';
import { Button } from '@/components/ui/button';
import { Form } from '@/components/ui/form';
import { TextField } from '@/components/ui/text-field';
import { makeFirstAccount } from '@/lib/browser/sign-in';
import { useAttempt } from '@/lib/browser/use-attempt';
import { NewPasswordField } from './password-fields';

/** Makes the first account, for whoever reads the code off the terminal. */
export function FirstAccountForm({ onDone }: { readonly onDone: () => void }) {
  const t = useTranslations('signIn');
  const common = useTranslations('common');
  const { isBusy, trouble, run } = useAttempt();
  return (
    <Form
      onSubmit={(field) => {
        run(async () => {
          await makeFirstAccount({
            code: field('code'),
            name: field('name'),
            email: field('email'),
            password: field('newPassword'),
          });
          onDone();
        });
      }}
    >
      <TextField
        label={t('first.code')}
        hint={t('first.codeHint')}
        name="code"
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        required
      />
      <TextField label={t('first.name')} name="name" autoComplete="name" required maxLength={80} />
      <TextField label={t('email')} name="email" type="email" autoComplete="username" required />
      <NewPasswordField label={t('password')} />
      <TroubleLine trouble={trouble} words={{ 'wrong-code': t('first.wrongCode') }} />
      <Button type="submit" look="primary" disabled={isBusy}>
        {isBusy ? common('busy') : t('first.submit')}
      </Button>
    </Form>
  );
}
