'use client';
import { useTranslations } from 'use-intl';
import { useErrorSentence } from '@/components/shell/use-error-words';
import { Button } from '@/components/ui/button';
import { ErrorState } from '@/components/ui/error-state';
import { Skeleton } from '@/components/ui/skeleton';
import { useAccount } from '@/lib/browser/use-account';
import { may } from '@/lib/domain/permission';
import { PasskeyPart } from './passkey-part';
import { PasswordPart } from './password-part';
import { PhonePart } from './phone-part';
import { ProfilePart } from './profile-part';
import { SecondFactorPart } from './second-factor-part';
import { SessionPart } from './session-part';

/** One's own account: the name, the ways to sign in, and where one is signed in. */
export function AccountPage() {
  const t = useTranslations('settings.account');
  const common = useTranslations('common');
  const sentence = useErrorSentence();
  const { data: account, error, refetch } = useAccount();
  if (account === undefined && error !== null) {
    return (
      <ErrorState
        title={t('error')}
        detail={sentence(error)}
        action={<Button onClick={() => void refetch()}>{common('retry')}</Button>}
      />
    );
  }
  if (account === undefined) {
    return (
      <div role="status" className="max-w-2xl space-y-3 px-4 py-5 md:px-5">
        <span className="sr-only">{t('loading')}</span>
        <Skeleton className="h-32" />
        <Skeleton className="h-24 opacity-60" />
      </div>
    );
  }
  return (
    <div className="flex max-w-2xl flex-col gap-4 px-4 py-5 md:px-5">
      <ProfilePart account={account} />
      {may(account.role, 'conference.supervise') && <PhonePart account={account} />}
      <PasswordPart account={account} />
      <SecondFactorPart account={account} />
      <PasskeyPart />
      <SessionPart account={account} />
    </div>
  );
}
