'use client';
import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { Me } from '@/lib/contract/account';
import { wallboardTopic } from '@/lib/contract/rows';
import { type Access, createAccess } from './access';
import { createHub, type Hub } from './hub';
import { createOverviewLive, type OverviewLive } from './overview';
import { createPreferences, type PreferencesLive } from './preferences';
import { createServerClock, type ServerClock } from './server-clock';
import { createSocketHubPort } from './socket-hub-port';
import { onWake } from './wake';

/** What lives as long as the page: one of each. */
export interface Rostrum {
  readonly access: Access;
  readonly hub: Hub;
  readonly overview: OverviewLive;
  readonly clock: ServerClock;
  readonly preferences: PreferencesLive;
}

const RostrumContext = createContext<Rostrum | null>(null);

/** Builds what lives as long as the page, and keeps it connected while it is shown. */
export function RostrumProvider({
  me,
  children,
}: {
  /** Whoever the page is drawn for. */
  readonly me: Me;
  readonly children: ReactNode;
}) {
  const [rostrum] = useState(() => createRostrum(me));
  const { access, hub, overview, preferences } = rostrum;
  const isSignedOut = useStore(access.store, (view) => view.isSignedOut);
  useEffect(() => {
    if (isSignedOut) return;
    const stops = [access.start(), hub.open(), overview.follow(hub), onWake(hub.check)];
    return () => {
      for (const stop of stops) stop();
    };
  }, [access, hub, overview, isSignedOut]);
  useEffect(() => preferences.load(), [preferences]);
  return <RostrumContext value={rostrum}>{children}</RostrumContext>;
}

/**
 * The same for a wallboard: it is nobody, and knows what its link opens. `onConnected` hears each time the
 * connection stands, for what the wallboard shows may have changed meanwhile.
 */
export function WallboardProvider({
  token,
  onConnected,
  onRevoked,
  children,
}: {
  readonly token: string;
  readonly onConnected: () => void;
  readonly onRevoked: () => void;
  readonly children: ReactNode;
}) {
  const [rostrum] = useState(() => {
    const clock = createServerClock();
    const port = createSocketHubPort(token);
    return {
      access: createAccess({ userId: '', name: '', role: 'viewer' }),
      hub: createHub(port, clock, { reload: onConnected, lost: onRevoked }),
      overview: createOverviewLive(wallboardTopic),
      clock,
      preferences: createPreferences(),
    };
  });
  const { hub, overview, preferences } = rostrum;
  useEffect(() => {
    const stops = [hub.open(), overview.follow(hub), onWake(hub.check)];
    return () => {
      for (const stop of stops) stop();
    };
  }, [hub, overview]);
  useEffect(() => preferences.load(), [preferences]);
  return <RostrumContext value={rostrum}>{children}</RostrumContext>;
}

/** What lives as long as the page. */
export function useRostrum(): Rostrum {
  const rostrum = useContext(RostrumContext);
  if (rostrum === null) throw new Error('useRostrum needs a RostrumProvider around it');
  return rostrum;
}

function createRostrum(me: Me): Rostrum {
  const access = createAccess(me);
  const clock = createServerClock();
  return {
    access,
    hub: createHub(createSocketHubPort(), clock, access),
    overview: createOverviewLive(),
    clock,
    preferences: createPreferences(),
  };
}
