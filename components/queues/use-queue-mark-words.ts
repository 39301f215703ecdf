import { useTranslations } from 'use-intl';
import type { QueueMark } from './caller-row';

/** How a command to a queue or to a caller fares, in a few words: what it was, and how far it has come. */
export function useQueueMarkWords(): (mark: QueueMark) => string {
  const t = useTranslations('queues');
  return ({ type, phase, detail }) => {
    const what = t(`asked.${type}`);
    if (phase === 'refused' && detail !== null && detail !== '') {
      return t('markRefused', { what, detail });
    }
    return t('mark', { what, phase: t(`phase.${phase}`) });
  };
}
