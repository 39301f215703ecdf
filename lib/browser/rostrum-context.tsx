'use client';
import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';
import { createHub, type Hub } from './hub';
import { createOverviewLive, type OverviewLive } from './overview';
import { createPreferences, type PreferencesLive } from './preferences';
import { createServerClock, type ServerClock } from './server-clock';
import { createSocketHubPort } from './socket-hub-port';
import { onWake } from './wake';

/** What lives as long as the page: one of each. */
export interface Rostrum {
  readonly hub: Hub;
  readonly overview: OverviewLive;
  readonly clock: ServerClock;
  readonly preferences: PreferencesLive;
}

const RostrumContext = createContext<Rostrum | null>(null);

/** Builds what lives as long as the page, and keeps it connected while it is shown. */
export function RostrumProvider({ children }: { readonly children: ReactNode }) {
  const [rostrum] = useState(createRostrum);
  const { hub, overview, preferences } = rostrum;
  useEffect(() => {
    const stops = [preferences.load(), hub.open(), overview.follow(hub), onWake(hub.check)];
    return () => {
      for (const stop of stops) stop();
    };
  }, [hub, overview, preferences]);
  return <RostrumContext value={rostrum}>{children}</RostrumContext>;
}

/** What lives as long as the page. */
export function useRostrum(): Rostrum {
  const rostrum = useContext(RostrumContext);
  if (rostrum === null) throw new Error('useRostrum needs a RostrumProvider around it');
  return rostrum;
}

function createRostrum(): Rostrum {
  const clock = createServerClock();
  return {
    hub: createHub(createSocketHubPort(), clock),
    overview: createOverviewLive(),
    clock,
    preferences: createPreferences(),
  };
}
