import { useTranslations } from 'use-intl';
import { TextArea } from '@/components/ui/text-area';

const leastLetters = 3;

/** Asks why, in writing. */
export function ReasonField({ name }: { readonly name: string }) {
  const t = useTranslations('recordings');
  return (
    <TextArea
      label={t('reason')}
      hint={t('reasonHint')}
      name={name}
      rows={3}
      minLength={leastLetters}
      maxLength={500}
      required
      onInput={({ currentTarget }) => {
        // The browser counts blanks too.
        const { length } = currentTarget.value.trim();
        currentTarget.setCustomValidity(length < leastLetters ? t('reasonTooShort') : '');
      }}
    />
  );
}
