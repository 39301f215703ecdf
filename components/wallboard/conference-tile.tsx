'use client';
import { CircleDot, CirclePause, Radio } from 'lucide-react';
import { memo } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { RunningClock } from '@/components/shell/running-clock';
import type { ConferenceRow } from '@/lib/contract/rows';
import { nameOfFarEnd } from '@/lib/format/person';
import { TileFigure, TileFrame } from './tile-frame';

/** One live conference, to be read from five metres. */
export const ConferenceTile = memo(function ConferenceTile({
  row,
}: {
  readonly row: ConferenceRow;
}) {
  const t = useTranslations('wallboard');
  const { number } = useFormatter();
  const floor = row.floor === null ? null : nameOfFarEnd(row.floor.name, row.floor.number);
  const isRecording = row.recording === 'recording' || row.recording === 'stopping';
  return (
    <TileFrame
      name={row.name ?? t('unnamed')}
      tone="neutral"
      state={
        <span className="flex items-center gap-[1vmin] text-live">
          <Radio aria-hidden size={22} />
          {row.status === 'init' ? t('waitsForHost') : t('conference')}
        </span>
      }
      foot={
        <>
          {row.startedAt !== null && (
            <TileFigure label={t('running')}>
              <RunningClock since={row.startedAt} isFull />
            </TileFigure>
          )}
          {row.onHold > 0 && <span>{t('onHold', { count: row.onHold })}</span>}
          {isRecording && (
            <span className="flex items-center gap-[1vmin] text-bad">
              <CircleDot aria-hidden className="size-[2.5vmin]" />
              {t('recording')}
            </span>
          )}
          {row.recording === 'paused' && (
            <span className="flex items-center gap-[1vmin] text-warn">
              <CirclePause aria-hidden className="size-[2.5vmin]" />
              {t('recordingPaused')}
            </span>
          )}
          {floor !== null && (
            <span className="min-w-0 truncate">{t('floor', { name: floor })}</span>
          )}
        </>
      }
    >
      <p className="text-[min(18vmin,60cqh)] leading-none font-[720] tabular-nums">
        {number(row.people)}
        <span className="sr-only"> {t('people', { count: row.people })}</span>
      </p>
    </TileFrame>
  );
});
