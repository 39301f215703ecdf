import { CircleCheck, TriangleAlert } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { classNames } from '@/components/ui/class-names';
import { textTone } from '@/components/ui/tone';
import type { ServiceFigures } from '@/lib/domain/target/service';
import type { ServiceTarget } from '@/lib/domain/target/targets';

/** A queue's service level in one stretch of time: the part that was answered in time, and who gave up. */
export function ServiceFigure({
  figures: { answered, answeredInTime, abandoned, level },
  target: { percent, withinSeconds },
}: {
  readonly figures: ServiceFigures;
  readonly target: ServiceTarget;
}) {
  const t = useTranslations('alerts.service');
  if (level === null) return <span className="text-ink-3">{t('nobody')}</span>;
  const isMet = level >= percent;
  const Icon = isMet ? CircleCheck : TriangleAlert;
  const title = t('about', { answered, answeredInTime, abandoned, withinSeconds, percent });
  return (
    <span title={title} className="inline-flex flex-col">
      <span
        className={classNames(
          'inline-flex items-center gap-1 font-[560]',
          textTone[isMet ? 'live' : 'warn'],
        )}
      >
        <Icon aria-hidden size={12} />
        {t('level', { part: level / 100 })}
        <span className="sr-only">{isMet ? t('met') : t('missed')}</span>
      </span>
      <span className="text-xs text-ink-3">{t('gaveUp', { count: abandoned })}</span>
    </span>
  );
}
