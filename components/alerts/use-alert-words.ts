import { useTranslations } from 'use-intl';
import { useMeasureWords } from '@/components/queues/use-measure-words';
import type { AlertRow } from '@/lib/contract/alert';

/** What an alert is, in a sentence: which queue, which measure, which figure. */
export function useAlertWords(): (alert: AlertRow, isWorse?: boolean) => string {
  const t = useTranslations('alerts');
  const { value } = useMeasureWords();
  return (alert, isWorse = false) =>
    t(isWorse ? 'toldWorse' : 'told', {
      queue: alert.queue,
      measure: t(`measures.${alert.measure}`),
      value: value(alert.measure, alert.value),
    });
}
