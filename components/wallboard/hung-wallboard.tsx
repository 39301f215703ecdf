'use client';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { getJson } from '@/lib/browser/request';
import { WallboardProvider } from '@/lib/browser/rostrum-context';
import type { WallboardView } from '@/lib/contract/wallboard';
import { WallboardGone } from './wallboard-gone';
import { WallboardScreen } from './wallboard-screen';

const patienceMs = 30_000;

/** A wallboard that hangs somewhere: it needs nobody, and comes back by itself from whatever happens. */
export function HungWallboard({
  token,
  first,
}: {
  readonly token: string;
  /** As it was set up when the page was drawn. */
  readonly first: WallboardView;
}) {
  const [view, setView] = useState(first);
  const [isGone, setGone] = useState(false);
  const [queryClient] = useState(() => new QueryClient());
  const look = useCallback(() => {
    getJson<WallboardView>('/api/wallboard', AbortSignal.timeout(patienceMs), token).then(
      (now) => {
        setView(now);
        setGone(false);
      },
      // Unreached, nothing is known; the link's end is told by the connection.
      () => undefined,
    );
  }, [token]);
  const revoked = useCallback(() => {
    setGone(true);
  }, []);
  return (
    <WallboardProvider token={token} onConnected={look} onRevoked={revoked}>
      <QueryClientProvider client={queryClient}>
        {isGone ? <WallboardGone /> : <WallboardScreen view={view} token={token} />}
      </QueryClientProvider>
    </WallboardProvider>
  );
}
