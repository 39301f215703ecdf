'use client';
import { useTranslations } from 'use-intl';
import { TextField } from '@/components/ui/text-field';
import { FormDialog } from './form-dialog';

/** Asks for one's password before something that an open screen alone should not allow. */
export function PasswordDialog({
  onPassword,
  ...rest
}: {
  readonly title: string;
  readonly about: string;
  readonly submitLabel: string;
  readonly isDangerous?: boolean;
  readonly onPassword: (password: string) => Promise<void>;
  readonly onClose: () => void;
}) {
  const t = useTranslations('settings.account');
  return (
    <FormDialog {...rest} onSubmit={(field) => onPassword(field('password'))}>
      <TextField
        label={t('yourPassword')}
        name="password"
        type="password"
        autoComplete="current-password"
        required
      />
    </FormDialog>
  );
}
