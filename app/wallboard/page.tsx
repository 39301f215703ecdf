import type { Metadata } from 'next';
import { pageWords } from '@/app/page-words';
import { LaterWords } from '@/components/shell/later-words';
import { HungWallboard } from '@/components/wallboard/hung-wallboard';
import { WallboardGone } from '@/components/wallboard/wallboard-gone';
import { getServices } from '@/server/services';

export async function generateMetadata(): Promise<Metadata> {
  return {
    title: (await pageWords()).wallboard.pageTitle,
    // The address holds a secret: nobody else is to learn it.
    referrer: 'no-referrer',
    robots: 'noindex',
  };
}

export default async function Wallboard({
  searchParams,
}: {
  readonly searchParams: Promise<{ readonly token?: string | string[] }>;
}) {
  const { token } = await searchParams;
  const board = typeof token === 'string' ? await getServices().wallboards.ofToken(token) : null;
  return (
    <LaterWords>
      {board === null || typeof token !== 'string' ? (
        <WallboardGone />
      ) : (
        <HungWallboard
          token={token}
          first={{ name: board.name, tiles: board.tiles, rotateSeconds: board.rotateSeconds }}
        />
      )}
    </LaterWords>
  );
}
