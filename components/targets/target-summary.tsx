import { useTranslations } from 'use-intl';
import { useMeasureWords } from '@/components/queues/use-measure-words';
import { measures, type Targets } from '@/lib/domain/target/targets';

/** Targets in a few words. */
export function TargetSummary({ targets }: { readonly targets: Targets }) {
  const t = useTranslations('settings.targets');
  const words = useTranslations('alerts.measures');
  const { value } = useMeasureWords();
  const { percent, withinSeconds } = targets.service;
  return (
    <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-0.5 text-sm">
      <dt className="text-ink-3">{t('service')}</dt>
      <dd>
        {t('serviceTarget', {
          percent: value('abandonment', percent),
          time: value('longestWait', withinSeconds),
        })}
      </dd>
      {measures.map((measure) => {
        const { warning, critical } = targets.thresholds[measure];
        const shown = (threshold: number | null) =>
          threshold === null ? t('never') : value(measure, threshold);
        return (
          <div key={measure} className="contents">
            <dt className="text-ink-3">{words(measure)}</dt>
            <dd>{t('thresholds', { warning: shown(warning), critical: shown(critical) })}</dd>
          </div>
        );
      })}
    </dl>
  );
}
