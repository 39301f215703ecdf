'use client';
import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';
import { createStore, type StoreApi, useStore } from 'zustand';
import type { ConferenceId } from '@/lib/domain/ids';
import { useNameOrder } from '@/lib/i18n/use-name-order';
import { type DeskState, newDesk, withNames } from './desk-state';

interface Desk {
  readonly conferenceId: ConferenceId;
  readonly store: StoreApi<DeskState>;
}

const DeskContext = createContext<Desk | null>(null);

/** One desk for everything below it. */
export function DeskProvider({
  conferenceId,
  children,
}: {
  readonly conferenceId: ConferenceId;
  readonly children: ReactNode;
}) {
  const names = useNameOrder();
  const [desk] = useState<Desk>(() => ({
    conferenceId,
    store: createStore<DeskState>(() => newDesk(names)),
  }));
  useEffect(() => {
    desk.store.setState((now) => withNames(now, names));
  }, [desk, names]);
  return <DeskContext value={desk}>{children}</DeskContext>;
}

/** The desk itself, to change it: `desk.setState((desk) => withHeld(desk, true))`. */
export function useDeskStore(): StoreApi<DeskState> {
  return useDeskContext().store;
}

/** The conference this desk is for. */
export function useConferenceId(): ConferenceId {
  return useDeskContext().conferenceId;
}

/** A part of the desk; drawn again only when that part changes. */
export function useDesk<T>(selector: (desk: DeskState) => T): T {
  return useStore(useDeskStore(), selector);
}

function useDeskContext(): Desk {
  const desk = useContext(DeskContext);
  if (desk === null) throw new Error('No DeskProvider above');
  return desk;
}
