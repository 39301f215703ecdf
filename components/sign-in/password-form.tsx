'use client';
import { useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { TroubleLine } from '@/components/shell/trouble-line';
import { Button } from '@/components/ui/button';
import { Form } from '@/components/ui/form';
import { TextField } from '@/components/ui/text-field';
import { signInByCode, signInByPassword } from '@/lib/browser/sign-in';
import { useAttempt } from '@/lib/browser/use-attempt';
import { CredentialFields } from './password-fields';

/** Address and password, and then the authenticator's code where there is one. */
export function PasswordForm({ onDone }: { readonly onDone: () => void }) {
  const [wantsCode, setWantsCode] = useState(false);
  return wantsCode ? (
    <CodeForm
      onDone={onDone}
      onBack={() => {
        setWantsCode(false);
      }}
    />
  ) : (
    <CredentialForm
      onDone={onDone}
      onCode={() => {
        setWantsCode(true);
      }}
    />
  );
}

function CredentialForm({
  onDone,
  onCode,
}: {
  readonly onDone: () => void;
  readonly onCode: () => void;
}) {
  const t = useTranslations('signIn');
  const common = useTranslations('common');
  const { isBusy, trouble, run } = useAttempt();
  return (
    <Form
      onSubmit={(field) => {
        run(async () => {
          const answer = await signInByPassword(field('email').trim(), field('password'));
          if (answer === 'signed-in') onDone();
          else onCode();
        });
      }}
    >
      <CredentialFields />
      <TroubleLine trouble={trouble} words={{ 'not-signed-in': t('refused') }} />
      <Button type="submit" look="primary" disabled={isBusy}>
        {isBusy ? common('busy') : t('submit')}
      </Button>
    </Form>
  );
}

function CodeForm({
  onDone,
  onBack,
}: {
  readonly onDone: () => void;
  readonly onBack: () => void;
}) {
  const t = useTranslations('signIn');
  const common = useTranslations('common');
  const { isBusy, trouble, run } = useAttempt();
  const field = useRef<HTMLDivElement>(null);
  useEffect(() => {
    field.current?.querySelector('input')?.focus();
  }, []);
  return (
    <Form
      onSubmit={(typed) => {
        run(async () => {
          await signInByCode(typed('code'));
          onDone();
        });
      }}
    >
      <div ref={field}>
        <TextField
          label={t('code')}
          hint={t('codeHint')}
          name="code"
          autoComplete="one-time-code"
          autoCapitalize="none"
          spellCheck={false}
          required
        />
      </div>
      <TroubleLine
        trouble={trouble}
        words={{ 'wrong-code': t('wrongCode'), 'sign-in-again': t('tooLong') }}
      />
      <Button type="submit" look="primary" disabled={isBusy}>
        {isBusy ? common('busy') : t('submit')}
      </Button>
      <Button look="ghost" onClick={onBack}>
        {t('back')}
      </Button>
    </Form>
  );
}
