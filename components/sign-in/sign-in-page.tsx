'use client';
import { KeyRound } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import { useTranslations } from 'use-intl';
import { Logo } from '@/components/shell/logo';
import { Button } from '@/components/ui/button';
import {
  canUsePasskeys,
  signInByPasskey,
  signInToRehearse,
  singleSignOnAddress,
} from '@/lib/browser/sign-in';
import type { SignInOffers } from '@/lib/contract/sign-in';
import { FirstAccountForm } from './first-account-form';
import { PasswordForm } from './password-form';
import { type SignInRun, useSignIn } from './use-sign-in';

/** Every way in that is offered here. */
export function SignInPage({ offers }: { readonly offers: SignInOffers }) {
  const t = useTranslations('signIn');
  const run = useSignIn();
  return (
    <main className="mx-auto flex min-h-dvh w-full max-w-sm flex-col justify-center gap-5 px-4 py-10">
      <h1 className="flex items-center gap-2.5 text-lg font-[620]">
        <Logo />
        {t('title')}
      </h1>
      <p role="alert" className="text-bad empty:hidden">
        {run.trouble ?? (offers.isOutside && !run.isBusy ? t('outside') : null)}
      </p>
      {offers.isFirst ? <FirstAccountForm {...run} /> : <PasswordForm {...run} />}
      <OtherWays run={run} providerName={offers.providerName} />
      {offers.rehearsals.length > 0 && <Rehearsals run={run} roles={offers.rehearsals} />}
    </main>
  );
}

function OtherWays({
  run: { isBusy, run },
  providerName,
}: {
  readonly run: SignInRun;
  readonly providerName: string | null;
}) {
  const t = useTranslations('signIn');
  const hasPasskeys = useSyncExternalStore(subscribeToNothing, canUsePasskeys, () => false);
  return (
    <div className="flex flex-col gap-2">
      {providerName !== null && (
        <Button
          disabled={isBusy}
          onClick={() => {
            run(async () => {
              window.location.assign(await singleSignOnAddress());
              return 'more';
            });
          }}
        >
          {t('provider', { name: providerName })}
        </Button>
      )}
      {hasPasskeys && (
        <Button
          disabled={isBusy}
          icon={<KeyRound aria-hidden size={14} />}
          onClick={() => {
            run(() => signInByPasskey().then(() => 'done'));
          }}
        >
          {t('passkey')}
        </Button>
      )}
    </div>
  );
}

// What a browser can do does not change while it shows a page.
function subscribeToNothing(): () => void {
  return () => undefined;
}

function Rehearsals({
  run: { isBusy, run },
  roles,
}: {
  readonly run: SignInRun;
  readonly roles: SignInOffers['rehearsals'];
}) {
  const t = useTranslations('signIn');
  const roleNames = useTranslations('roles.names');
  return (
    <section aria-label={t('rehearse')} className="flex flex-col gap-2 border-t border-line pt-4">
      <h2 className="font-[620]">{t('rehearse')}</h2>
      <p className="text-sm text-ink-3">{t('rehearseAbout')}</p>
      <div className="flex flex-wrap gap-2">
        {roles.map((role) => (
          <Button
            key={role}
            disabled={isBusy}
            onClick={() => {
              run(() => signInToRehearse(role).then(() => 'done'));
            }}
          >
            {roleNames(role)}
          </Button>
        ))}
      </div>
    </section>
  );
}
