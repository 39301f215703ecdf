'use client';
import { ShieldCheck, ShieldOff } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { type AuthenticatorSetUp, useAccountCommands } from '@/lib/browser/use-account';
import type { Account } from '@/lib/contract/account';
import { AccountPart } from './account-part';
import { AuthenticatorDialog } from './authenticator-dialog';
import { BackupCodesDialog } from './backup-codes-dialog';
import { PasswordDialog } from './password-dialog';

type Step =
  | { readonly at: 'setUp' | 'renew' | 'stop' }
  | { readonly at: 'scan'; readonly setUp: AuthenticatorSetUp }
  | { readonly at: 'codes'; readonly codes: readonly string[] };

/** The second factor: an authenticator's codes, and codes for the day it is lost. */
export function SecondFactorPart({ account }: { readonly account: Account }) {
  const t = useTranslations('settings.account.secondFactor');
  const [step, setStep] = useState<Step | null>(null);
  const { hasPassword, hasSecondFactor } = account;
  const about = hasSecondFactor ? (
    <span className="flex items-center gap-1.5">
      <ShieldCheck aria-hidden size={15} className="shrink-0 text-live" />
      {t('on')}
    </span>
  ) : (
    <span className="flex items-center gap-1.5">
      <ShieldOff aria-hidden size={15} className="shrink-0" />
      {t('off')}
    </span>
  );
  const go = (at: 'setUp' | 'renew' | 'stop') => () => {
    setStep({ at });
  };
  return (
    <AccountPart title={t('title')} about={hasPassword ? about : t('noPassword')}>
      {hasPassword && (
        <div className="flex flex-wrap gap-2">
          {hasSecondFactor ? (
            <>
              <Button onClick={go('renew')}>{t('renew')}</Button>
              <Button look="danger" onClick={go('stop')}>
                {t('stop')}
              </Button>
            </>
          ) : (
            <Button onClick={go('setUp')}>{t('setUp')}</Button>
          )}
        </div>
      )}
      {step !== null && <StepDialog step={step} onStep={setStep} />}
    </AccountPart>
  );
}

function StepDialog({
  step,
  onStep,
}: {
  readonly step: Step;
  readonly onStep: (step: Step | null) => void;
}) {
  const t = useTranslations('settings.account.secondFactor');
  const commands = useAccountCommands();
  const onClose = () => {
    onStep(null);
  };
  switch (step.at) {
    case 'setUp':
      return (
        <PasswordDialog
          title={t('dialog')}
          about={t('passwordAbout')}
          submitLabel={t('next')}
          onClose={onClose}
          onPassword={async (password) => {
            onStep({ at: 'scan', setUp: await commands.startSecondFactor(password) });
          }}
        />
      );
    case 'scan':
      return (
        <AuthenticatorDialog
          address={step.setUp.address}
          onClose={onClose}
          onCode={async (code) => {
            await commands.confirmSecondFactor(code);
            onStep({ at: 'codes', codes: step.setUp.backupCodes });
          }}
        />
      );
    case 'codes':
      return <BackupCodesDialog codes={step.codes} onClose={onClose} />;
    case 'renew':
      return (
        <PasswordDialog
          title={t('renewDialog')}
          about={t('renewAbout')}
          submitLabel={t('renewSubmit')}
          onClose={onClose}
          onPassword={async (password) => {
            onStep({ at: 'codes', codes: await commands.renewBackupCodes(password) });
          }}
        />
      );
    case 'stop':
      return (
        <PasswordDialog
          title={t('stopDialog')}
          about={t('stopAbout')}
          submitLabel={t('stopSubmit')}
          isDangerous
          onClose={onClose}
          onPassword={async (password) => {
            await commands.stopSecondFactor(password);
            onClose();
          }}
        />
      );
  }
}
