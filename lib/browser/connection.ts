import { createStore, type StoreApi } from 'zustand/vanilla';

/** Whether what the hub says reaches us: `stale` once it has not for ten seconds. */
export type ConnectionPhase = 'connecting' | 'live' | 'reconnecting' | 'stale';

/** The phase of the connection, and what moves it. */
export interface Connection {
  readonly store: StoreApi<{ readonly phase: ConnectionPhase }>;
  isUp: () => void;
  isDown: () => void;
  close: () => void;
}

const staleAfterMs = 10_000;

/** A connection that has not been made yet. */
export function createConnection(): Connection {
  const store = createStore<{ readonly phase: ConnectionPhase }>(() => ({ phase: 'connecting' }));
  let staleTimer: ReturnType<typeof setTimeout> | undefined;
  function close() {
    clearTimeout(staleTimer);
    staleTimer = undefined;
  }
  return {
    store,
    close,
    isUp() {
      close();
      store.setState({ phase: 'live' });
    },
    isDown() {
      if (store.getState().phase === 'live') store.setState({ phase: 'reconnecting' });
      staleTimer ??= setTimeout(() => {
        store.setState({ phase: 'stale' });
      }, staleAfterMs);
    },
  };
}
