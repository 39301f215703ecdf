import { useTranslations } from 'use-intl';
import { TextArea } from '@/components/ui/text-area';

/** Asks why, in writing. */
export function ReasonField({ name }: { readonly name: string }) {
  const t = useTranslations('recordings');
  return (
    <TextArea
      label={t('reason')}
      hint={t('reasonHint')}
      name={name}
      rows={3}
      minLength={3}
      maxLength={500}
      required
    />
  );
}
