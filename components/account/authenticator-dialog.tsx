'use client';
import dynamic from 'next/dynamic';
import { useTranslations } from 'use-intl';
import { CopyField } from '@/components/ui/copy-field';
import { Skeleton } from '@/components/ui/skeleton';
import { TextField } from '@/components/ui/text-field';
import { FormDialog } from './form-dialog';

// Drawn in this browser, once in an account's life: its code comes when it is needed.
const QrCode = dynamic(() => import('./qr-code').then((module) => module.QrCode), {
  ssr: false,
  loading: () => <Skeleton className="size-[196px]" />,
});

/** Shows an authenticator app its secret, and asks for the first code it makes of it. */
export function AuthenticatorDialog({
  address,
  onCode,
  onClose,
}: {
  readonly address: string;
  readonly onCode: (code: string) => Promise<void>;
  readonly onClose: () => void;
}) {
  const t = useTranslations('settings.account.secondFactor');
  const secret = new URL(address).searchParams.get('secret') ?? '';
  return (
    <FormDialog
      title={t('dialog')}
      about={t('scan')}
      submitLabel={t('confirm')}
      onClose={onClose}
      onSubmit={(field) => onCode(field('code'))}
    >
      <div className="flex justify-center">
        <QrCode text={address} label={t('picture')} />
      </div>
      <a href={address} className="text-center text-sm font-medium text-brand underline">
        {t('open')}
      </a>
      <TextField
        label={t('code')}
        name="code"
        inputMode="numeric"
        autoComplete="one-time-code"
        pattern=" *\d{6} *"
        required
      />
      <CopyField
        label={t('secret')}
        value={secret}
        copyLabel={t('copy')}
        copiedLabel={t('copied')}
      />
    </FormDialog>
  );
}
