'use client';
import { Check } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { LevelIcon } from '@/components/queues/level-icon';
import { levelTone } from '@/components/queues/queue-look';
import { useMeasureWords } from '@/components/queues/use-measure-words';
import { TroubleLine } from '@/components/shell/trouble-line';
import { Button } from '@/components/ui/button';
import { Pill } from '@/components/ui/pill';
import { acknowledgeAlert } from '@/lib/browser/use-alerts';
import { useAttempt } from '@/lib/browser/use-attempt';
import { useMay } from '@/lib/browser/use-may';
import { useNow } from '@/lib/browser/use-now';
import type { AlertRow } from '@/lib/contract/alert';
import { useLength } from '@/lib/i18n/use-length';

/** One open alert: what it is, for how long, and who has it in hand. */
export function AlertLine({ alert }: { readonly alert: AlertRow }) {
  const t = useTranslations('alertList');
  const words = useTranslations('alerts');
  const levels = useTranslations('common.levels');
  const { value } = useMeasureWords();
  const length = useLength();
  const now = useNow();
  const mayAcknowledge = useMay('queue.manage');
  const { isBusy, trouble, run } = useAttempt();
  const { level, measure, threshold, acknowledgedBy } = alert;
  const age = length(Math.max(0, now - alert.raisedAt));
  return (
    <li className="border-t border-line-soft px-4 py-2.5 first:border-t-0">
      <div className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
        <Pill tone={levelTone(level)} icon={<LevelIcon level={level} />}>
          {levels(level)}
        </Pill>
        <span className="min-w-0 font-[560] wrap-anywhere">{alert.queue}</span>
        <span className="text-sm text-ink-3">{t('age', { age })}</span>
      </div>
      <p className="mt-1 text-ink-2">
        {t('what', {
          measure: words(`measures.${measure}`),
          value: value(measure, alert.value),
          threshold: value(measure, threshold),
        })}
      </p>
      <div className="mt-1.5 flex flex-wrap items-center gap-2">
        {acknowledgedBy === null ? (
          <>
            <span className="text-sm text-ink-3">{t('nobody')}</span>
            {mayAcknowledge && (
              <Button
                size="sm"
                disabled={isBusy}
                aria-label={t('acknowledgeOf', { queue: alert.queue })}
                onClick={() => {
                  run(() => acknowledgeAlert(alert.id));
                }}
              >
                {words('acknowledge')}
              </Button>
            )}
          </>
        ) : (
          <span className="flex items-center gap-1.5 text-sm text-ink-2">
            <Check aria-hidden size={13} className="text-live" />
            {t('by', { name: acknowledgedBy.name })}
          </span>
        )}
      </div>
      <div className="mt-1.5 empty:hidden">
        <TroubleLine trouble={trouble} />
      </div>
    </li>
  );
}
