import { useTranslations } from 'use-intl';
import { endReasonKey, plainWords } from '@/lib/i18n/end-reason';

/** A reason for the end in words; one the carrier has made up since stands as it says it. */
export function useReasonWords(): (reason: string) => string {
  const t = useTranslations('desk.endReasons');
  return (reason) => {
    const key = endReasonKey(reason);
    return key === null ? plainWords(reason) : t(key);
  };
}
