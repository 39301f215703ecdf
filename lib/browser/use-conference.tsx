'use client';
import { createContext, type ReactNode, useContext, useEffect, useMemo } from 'react';
import { useStore } from 'zustand';
import type { ConferenceId } from '@/lib/domain/ids';
import { type ConferenceLive, type ConferenceView, createConferenceLive } from './conference-live';
import { pacedStore } from './paced-store';
import { useRostrum } from './rostrum-context';

const ConferenceContext = createContext<ConferenceLive | null>(null);

/** Keeps one conference in step with the server for everything inside. */
export function ConferenceProvider({
  id,
  children,
}: {
  readonly id: ConferenceId;
  readonly children: ReactNode;
}) {
  const { hub } = useRostrum();
  const live = useMemo(() => createConferenceLive(id), [id]);
  useEffect(() => live.follow(hub), [live, hub]);
  return <ConferenceContext value={live}>{children}</ConferenceContext>;
}

/** The live store of the conference around, and the ways to change it. */
export function useConferenceLive(): ConferenceLive {
  const live = useContext(ConferenceContext);
  if (live === null) throw new Error('useConferenceLive needs a ConferenceProvider around it');
  return live;
}

/** What `select` picks; it answers the same reference while nothing changed, or draws for nothing. */
export function useConference<T>(select: (view: ConferenceView) => T): T {
  return useStore(useConferenceLive().store, select);
}

/** The same, looked at no more than once in so many milliseconds; the newest always arrives. */
export function usePacedConference<T>(everyMs: number, select: (view: ConferenceView) => T): T {
  const { store } = useConferenceLive();
  const paced = useMemo(() => pacedStore(store, everyMs), [store, everyMs]);
  return useStore(paced, select);
}
