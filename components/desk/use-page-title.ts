import { useEffect } from 'react';
import { useTranslations } from 'use-intl';

/** Calls the page after what it shows, as soon as that has a name; and as before when it is left. */
export function usePageTitle(name: string | null): void {
  const t = useTranslations('desk');
  useEffect(() => {
    if (name === null) return;
    const before = document.title;
    document.title = t('pageTitle', { name });
    return () => {
      document.title = before;
    };
  }, [name, t]);
}
