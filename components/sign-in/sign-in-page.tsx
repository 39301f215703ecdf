'use client';
import { KeyRound, LogIn } from 'lucide-react';
import { useState, useSyncExternalStore } from 'react';
import { useTranslations } from 'use-intl';
import { TroubleLine } from '@/components/shell/trouble-line';
import { Button } from '@/components/ui/button';
import { canUsePasskeys, signInByPasskey, singleSignOnAddress } from '@/lib/browser/sign-in';
import { useAttempt } from '@/lib/browser/use-attempt';
import type { SignInOffers } from '@/lib/contract/sign-in';
import { AuthFrame } from './auth-frame';
import { FirstAccountForm } from './first-account-form';
import { PasswordForm } from './password-form';
import { Rehearsals } from './rehearsals';

/** Every way in that is offered here. */
export function SignInPage({ offers }: { readonly offers: SignInOffers }) {
  const t = useTranslations('signIn');
  const common = useTranslations('common');
  const [isIn, setIn] = useState(false);
  const onDone = () => {
    setIn(true);
    // A whole new page: everything that was loaded for nobody is loaded anew.
    window.location.assign(offers.wayBack);
  };
  if (isIn) {
    return (
      <AuthFrame title={t('title')}>
        <p role="status">{common('busy')}</p>
      </AuthFrame>
    );
  }
  const rehearsals =
    offers.rehearsals.length > 0 ? (
      <Rehearsals roles={offers.rehearsals} onDone={onDone} />
    ) : undefined;
  if (offers.isFirst) {
    return (
      <AuthFrame title={t('first.title')} about={t('first.about')} first={rehearsals}>
        <FirstAccountForm onDone={onDone} />
      </AuthFrame>
    );
  }
  return (
    <AuthFrame title={t('title')} second={rehearsals}>
      {offers.isOutside && (
        <p role="alert" className="rounded-lg bg-bad-soft px-3 py-2 text-bad">
          {t('outside')}
        </p>
      )}
      <PasswordForm onDone={onDone} />
      <OtherWays offers={offers} onDone={onDone} />
    </AuthFrame>
  );
}

function OtherWays({
  offers: { providerName, wayBack },
  onDone,
}: {
  readonly offers: SignInOffers;
  readonly onDone: () => void;
}) {
  const t = useTranslations('signIn');
  const { isBusy, trouble, run } = useAttempt();
  const hasPasskeys = useSyncExternalStore(subscribeToNothing, canUsePasskeys, () => false);
  if (providerName === null && !hasPasskeys) return null;
  return (
    <div className="flex flex-col gap-2">
      <p className="flex items-center gap-2.5 text-sm text-ink-3 before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line">
        {t('or')}
      </p>
      {providerName !== null && (
        <Button
          disabled={isBusy}
          icon={<LogIn aria-hidden size={14} />}
          onClick={() => {
            run(async () => {
              window.location.assign(await singleSignOnAddress(wayBack));
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
            run(async () => {
              await signInByPasskey();
              onDone();
            });
          }}
        >
          {t('passkey')}
        </Button>
      )}
      <TroubleLine trouble={trouble} words={{ 'not-found': t('providerAway') }} />
    </div>
  );
}

// What a browser can do does not change while it shows a page.
function subscribeToNothing(): () => void {
  return () => undefined;
}
