import { useTranslations } from 'use-intl';
import type { Micros } from '@/lib/domain/stamp';
import { durationParts } from '@/lib/format/duration';

/** A length of time in words, by its two greatest units: `12 s`, `5 min`, `3 h 17 m`. */
export function useLength(): (length: Micros) => string {
  const t = useTranslations('common.length');
  return (length) => {
    const { days, hours, minutes, seconds } = durationParts(length);
    if (days > 0) return t('days', { days, hours });
    if (hours > 0) return t('hours', { hours, minutes });
    return minutes > 0 ? t('minutes', { minutes }) : t('seconds', { seconds });
  };
}
