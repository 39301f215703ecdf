import { useTranslations } from 'use-intl';
import type { TroubleWords } from '@/components/shell/trouble-line';
import type { Trouble } from '@/lib/browser/use-attempt';

/** What a refusal means of an application: the carrier's own reason is the one that helps. */
export function useApplicationTroubleWords(trouble: Trouble | null): TroubleWords {
  const t = useTranslations('settings.carrier.troubles');
  const detail = trouble === null || trouble === 'unreachable' ? '' : trouble.detail;
  return {
    'bad-request': t('fields'),
    'carrier-refused': t('refused', { detail }),
    'outcome-unknown': t('unknown'),
    'not-found': t('gone'),
  };
}
