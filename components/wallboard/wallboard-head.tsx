'use client';
import { TriangleAlert, WifiOff } from 'lucide-react';
import type { ReactNode } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { queueLook } from '@/components/queues/queue-look';
import { classNames } from '@/components/ui/class-names';
import { softTone, type Tone, textTone } from '@/components/ui/tone';
import type { ConnectionPhase } from '@/lib/browser/connection';
import { useNow } from '@/lib/browser/use-now';
import { useLength } from '@/lib/i18n/use-length';
import type { Tile } from './tile-pages';
import { useWallboardState } from './use-wallboard-state';

const tones: Record<ConnectionPhase, Tone> = {
  connecting: 'neutral',
  live: 'live',
  reconnecting: 'warn',
  stale: 'bad',
};

/** The name, how fresh it is, which queues are over their targets wherever their turn is, and the time. */
export function WallboardHead({
  name,
  tiles,
  page,
  pages,
  wayBack,
}: {
  readonly name: string;
  readonly tiles: readonly Tile[];
  readonly page: number;
  readonly pages: number;
  readonly wayBack: ReactNode;
}) {
  const t = useTranslations('wallboard');
  const { dateTime, list } = useFormatter();
  const now = useNow();
  const critical = tiles.flatMap((tile) =>
    tile.kind === 'queue' && queueLook(tile.row.target).level === 'critical' ? [tile.row.name] : [],
  );
  return (
    <header className="flex flex-wrap items-center gap-x-[2vmin] gap-y-1">
      <h1 className="text-[3.6vmin] leading-tight font-[650]">{name}</h1>
      <Freshness />
      {critical.length > 0 && (
        <p
          className={classNames(
            'flex min-w-0 items-center gap-[1vmin] text-[2.8vmin] font-[560]',
            textTone.bad,
          )}
        >
          <TriangleAlert aria-hidden className="size-[2.8vmin] shrink-0" />
          <span className="truncate">{t('over', { names: list(critical) })}</span>
        </p>
      )}
      <p className="ml-auto flex items-center gap-[2.5vmin]">
        {pages > 1 && (
          <span className="text-[2.4vmin] text-ink-3">{t('page', { page: page + 1, pages })}</span>
        )}
        {now > 0 && (
          <time className="font-mono text-[3.6vmin] leading-tight font-[650] tabular-nums">
            {dateTime(now / 1000, {
              ...{ hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' },
            })}
          </time>
        )}
        {wayBack}
      </p>
    </header>
  );
}

function Freshness() {
  const t = useTranslations('wallboard');
  const connection = useTranslations('shell.connection');
  const length = useLength();
  const { phase, age, isStale } = useWallboardState();
  const tone = isStale ? 'bad' : tones[phase];
  const isOld = isStale || phase === 'reconnecting';
  return (
    <p
      className={classNames(
        'flex items-center gap-[1vmin] rounded-[1.2vmin] px-[1.6vmin] py-[0.7vmin] text-[2.2vmin] font-[560]',
        softTone[tone],
      )}
    >
      {isOld && <WifiOff aria-hidden className="size-[2.2vmin]" />}
      <span role="status">{isStale ? t('stale') : connection(phase)}</span>
      {age !== null && <span>· {connection('truth', { age: length(age) })}</span>}
    </p>
  );
}
