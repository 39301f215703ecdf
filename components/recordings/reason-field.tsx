import { useTranslations } from 'use-intl';
import { TextArea } from '@/components/ui/text-area';
import { reasonLimits } from '@/lib/contract/recording';

/** Asks why, in writing. */
export function ReasonField({ name }: { readonly name: string }) {
  const t = useTranslations('recordings');
  return (
    <TextArea
      label={t('reason')}
      hint={t('reasonHint')}
      name={name}
      rows={3}
      minLength={reasonLimits.least}
      maxLength={reasonLimits.most}
      required
      onInput={({ currentTarget }) => {
        // The browser counts blanks too.
        const { length } = currentTarget.value.trim();
        currentTarget.setCustomValidity(
          length < reasonLimits.least ? t('reasonTooShort', { count: reasonLimits.least }) : '',
        );
      }}
    />
  );
}
