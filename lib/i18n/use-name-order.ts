import { useMemo } from 'react';
import { useLocale } from 'use-intl';
import { nameOrder } from '@/lib/format/name-order';

/** How names are put in order in the language of the page. */
export function useNameOrder(): Intl.Collator {
  const locale = useLocale();
  return useMemo(() => nameOrder(locale), [locale]);
}
