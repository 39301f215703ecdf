'use client';
import { type ReactNode, useMemo } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { classNames } from '@/components/ui/class-names';
import { useNow } from '@/lib/browser/use-now';
import { useOverview } from '@/lib/browser/use-overview';
import type { WallboardView } from '@/lib/contract/wallboard';
import { ConferenceTile } from './conference-tile';
import { QueueTile } from './queue-tile';
import { tilesAt, tilesOf } from './tile-pages';
import { useWallboardState } from './use-wallboard-state';
import { WallboardHead } from './wallboard-head';

const grids: Readonly<Record<WallboardView['tiles'], string>> = {
  1: '',
  2: 'md:grid-cols-2',
  4: 'md:grid-cols-2 md:grid-rows-2',
  6: 'md:grid-cols-3 md:grid-rows-2',
  9: 'md:grid-cols-3 md:grid-rows-3',
};

/** Everything on a wallboard: the tiles whose turn it is, and whether they can be believed. */
export function WallboardScreen({
  view,
  token,
  wayBack,
}: {
  readonly view: WallboardView;
  /** The link it hangs by; null for somebody who is signed in. */
  readonly token: string | null;
  readonly wayBack?: ReactNode;
}) {
  const t = useTranslations('wallboard');
  const locale = useLocale();
  const now = useNow();
  const queues = useOverview((overview) => overview.queues);
  const conferences = useOverview((overview) => overview.conferences);
  const isHeard = useOverview((overview) => overview.rev !== null);
  const { isStale } = useWallboardState();
  const tiles = useMemo(() => {
    const { compare } = new Intl.Collator(locale, { numeric: true });
    return tilesOf(queues.values(), conferences.values(), compare);
  }, [queues, conferences, locale]);
  const { shown, page, pages } = tilesAt(tiles, {
    atOnce: view.tiles,
    rotateSeconds: view.rotateSeconds,
    nowSeconds: now / 1_000_000,
  });
  return (
    <main className="flex h-dvh min-h-0 flex-col gap-[2vmin] overflow-hidden bg-bg p-[2.5vmin] max-md:h-auto max-md:min-h-dvh">
      <WallboardHead {...{ tiles, page, pages, wayBack }} name={view.name} />
      {isHeard && tiles.length === 0 && (
        <p className="grid flex-1 place-items-center text-[3.2vmin] text-ink-2">{t('nothing')}</p>
      )}
      <ul
        className={classNames(
          'grid min-h-0 flex-1 auto-rows-fr grid-cols-1 gap-[2vmin]',
          gridFor(shown.length),
          isStale && 'opacity-45 saturate-50',
        )}
      >
        {shown.map((tile) =>
          tile.kind === 'queue' ? (
            <QueueTile key={tile.row.id} row={tile.row} token={token} />
          ) : (
            <ConferenceTile key={tile.row.id} row={tile.row} />
          ),
        )}
      </ul>
    </main>
  );
}

/** The least of the grids that holds so many: what there is fills the screen. */
function gridFor(count: number): string {
  return Object.entries(grids).find(([size]) => Number(size) >= count)?.[1] ?? grids[9];
}
