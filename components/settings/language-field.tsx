'use client';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { ChoiceField } from '@/components/ui/choice-field';
import { keepLanguage } from '@/lib/browser/keep-language';
import { type Language, languages } from '@/lib/i18n/locale';

/** In which language this browser is spoken to; the page changes over at once. */
export function LanguageField({ chosen }: { readonly chosen: Language }) {
  const t = useTranslations('settings.appearance');
  const router = useRouter();
  const [language, setLanguage] = useState(chosen);
  return (
    <ChoiceField
      label={t('language')}
      value={language}
      choices={languages.map((value) => ({ value, label: t(`languages.${value}`) }))}
      onChange={(value) => {
        setLanguage(value);
        keepLanguage(value);
        router.refresh();
      }}
    />
  );
}
