'use client';
import { useTranslations } from 'use-intl';

/** The first stop of the Tab key: past the rail. */
export function SkipLink() {
  const t = useTranslations('shell');
  return (
    <a
      href="#content"
      className="sr-only focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:z-50 focus:rounded-lg focus:bg-brand focus:px-3 focus:py-1.5 focus:text-on-brand"
    >
      {t('skip')}
    </a>
  );
}
