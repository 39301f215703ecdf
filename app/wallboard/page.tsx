import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { BoardProviders } from '@/app/(board)/board-providers';
import { pageWords } from '@/app/page-words';
import { LaterWords } from '@/components/shell/later-words';
import { RequirePermission } from '@/components/shell/require-permission';
import { HungWallboard } from '@/components/wallboard/hung-wallboard';
import { OwnWallboard } from '@/components/wallboard/own-wallboard';
import { WallboardGone } from '@/components/wallboard/wallboard-gone';
import { signInPathFrom } from '@/lib/contract/way-back';
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
  if (token === undefined) return <SignedIn />;
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

async function SignedIn() {
  const { sessions } = getServices().signIn;
  const session = await sessions.current((await headers()).get('cookie'));
  if (session === null) redirect(signInPathFrom('/wallboard'));
  const { userId, name, role } = session;
  return (
    <BoardProviders me={{ userId, name, role }}>
      <LaterWords>
        <RequirePermission permission="queue.watch">
          <OwnWallboard />
        </RequirePermission>
      </LaterWords>
    </BoardProviders>
  );
}
