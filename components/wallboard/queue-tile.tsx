'use client';
import { memo } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { DepthChart } from '@/components/queues/depth-chart';
import { LevelIcon } from '@/components/queues/level-icon';
import { queueLook } from '@/components/queues/queue-look';
import { useMeasureWords } from '@/components/queues/use-measure-words';
import { RunningClock } from '@/components/shell/running-clock';
import { classNames } from '@/components/ui/class-names';
import { textTone } from '@/components/ui/tone';
import type { QueueRow } from '@/lib/contract/rows';
import { TileFigure, TileFrame } from './tile-frame';

/** One queue, to be read from five metres. */
export const QueueTile = memo(function QueueTile({
  row,
  token,
}: {
  readonly row: QueueRow;
  /** The link it hangs by; null for somebody who is signed in. */
  readonly token: string | null;
}) {
  const t = useTranslations('wallboard');
  const levels = useTranslations('common.levels');
  const { number } = useFormatter();
  const words = useMeasureWords();
  const look = queueLook(row.target);
  const service = row.service.today;
  const source =
    token === null
      ? { path: `/api/queues/${encodeURIComponent(row.name)}/samples` }
      : { path: `/api/wallboard/samples?queue=${encodeURIComponent(row.id)}`, bearer: token };
  return (
    <TileFrame
      name={row.name}
      tone={look.level === 'ok' ? 'neutral' : look.tone}
      state={
        <span className={classNames('flex items-center gap-[1vmin]', textTone[look.tone])}>
          <LevelIcon level={look.level} size={22} />
          {look.level !== 'ok' && <span className="sr-only">{levels(look.level)}: </span>}
          {words.state(look)}
        </span>
      }
      foot={
        <>
          {row.oldestSince !== null && (
            <TileFigure label={t('longest')}>
              <RunningClock since={row.oldestSince} />
            </TileFigure>
          )}
          {row.meanSince !== null && (
            <TileFigure label={t('average')}>
              <RunningClock since={row.meanSince} />
            </TileFigure>
          )}
          {row.maxSize !== null && <span>{t('of', { count: number(row.maxSize) })}</span>}
          {row.depth > row.alive && <span>{t('hungUp', { count: row.depth - row.alive })}</span>}
          {service.level !== null && (
            <TileFigure label={t('inTime')}>
              {number(service.level / 100, { style: 'percent', maximumFractionDigits: 0 })}
            </TileFigure>
          )}
        </>
      }
    >
      <p
        className={classNames(
          'text-[min(18vmin,60cqh)] leading-none font-[720] tabular-nums',
          look.level === 'ok' ? 'text-ink' : textTone[look.tone],
        )}
      >
        {number(row.alive)}
        <span className="sr-only"> {t('waiting', { count: row.alive })}</span>
      </p>
      <div className="relative h-full min-h-16 min-w-0 flex-1">
        <DepthChart source={source} depth={row.depth} tone={look.tone} range="hour" fills />
      </div>
    </TileFrame>
  );
});
