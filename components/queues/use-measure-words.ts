import { useFormatter, useTranslations } from 'use-intl';
import type { Measure } from '@/lib/domain/target/targets';
import type { QueueLook } from './queue-look';

/** Words for figures of queues, thresholds and states, the same on every screen. */
export interface MeasureWords {
  /** A figure or a threshold with its unit: `2 min`, `90 s`, `12 callers`, `20%`. */
  readonly value: (measure: Measure, value: number) => string;
  /** A queue's state in a few words: `on target`, `over 3 min`. */
  readonly state: (look: QueueLook) => string;
}

/** Words for measures. */
export function useMeasureWords(): MeasureWords {
  const t = useTranslations('alerts');
  const length = useTranslations('common.length');
  const { number } = useFormatter();
  const value: MeasureWords['value'] = (measure, figure) => {
    switch (measure) {
      case 'depth':
        return t('people', { count: figure });
      case 'abandonment':
        return t('percent', { part: figure / 100 });
      case 'longestWait':
      case 'averageWait': {
        const seconds = Math.floor(figure);
        const hasMinutes = seconds >= 60 && seconds % 60 === 0;
        return hasMinutes ? length('minutes', { minutes: seconds / 60 }) : wait(seconds);
      }
    }
  };
  const wait = (seconds: number) =>
    seconds < 120
      ? length('seconds', { seconds })
      : `${number(Math.floor(seconds / 60))}:${number(seconds % 60, { minimumIntegerDigits: 2 })}`;
  return {
    value,
    state: ({ measure, threshold }) =>
      measure === null || threshold === null
        ? t('state.ok')
        : t(`state.${measure}`, { value: value(measure, threshold) }),
  };
}
