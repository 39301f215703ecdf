import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Me } from '@/lib/contract/account';
import type { ProblemCode } from '@/lib/contract/problem';
import { getJson, refusedEvent } from './request';

/** Who looks at this page, and whether they still may. */
export interface AccessView {
  readonly me: Me;
  readonly isSignedOut: boolean;
}

/** Keeps in step with what whoever is signed in may do. */
export interface Access {
  readonly store: StoreApi<AccessView>;
  /** Asks who one is now: a role may have changed, or a session ended. */
  reload: () => void;
  /** A socket's session has ended: asks whether this page has another by now. */
  lost: () => void;
  /**
   * Does what puts one session in the place of another. Meanwhile nothing that says the old one has ended
   * counts.
   */
  through: <T>(work: () => Promise<T>) => Promise<T>;
  /** Hears refusals, and keeps the session of a page that stays open; answers how to stop. */
  start: () => () => void;
}

// The server extends a session at most once a day, and only for who asks.
const extendEveryMs = 3_600_000;
const patienceMs = 30_000;
// Another tab that puts a new session in place has its cookie by then.
const lookAgainMs = 300;

/** The access of whoever the page was drawn for. */
export function createAccess(me: Me): Access {
  const store = createStore<AccessView>(() => ({ me, isSignedOut: false }));
  let changes = 0;
  const signedOut = () => {
    if (changes === 0) store.setState({ isSignedOut: true });
  };
  const reload = () => {
    getJson<Me>('/api/me', AbortSignal.timeout(patienceMs)).then(
      (now) => {
        const { me: was } = store.getState();
        const isSame = was.userId === now.userId && was.role === now.role && was.name === now.name;
        if (!isSame) store.setState({ me: now });
      },
      // A refusal was heard by its event; unreached, nothing is known and nothing changes.
      () => undefined,
    );
  };
  const extend = () => {
    getJson<object | null>('/api/auth/get-session', AbortSignal.timeout(patienceMs)).then(
      (session) => {
        if (session === null) signedOut();
      },
      () => undefined,
    );
  };
  const refused = (event: Event) => {
    const code = (event as CustomEvent<ProblemCode>).detail;
    if (code === 'not-signed-in') signedOut();
    if (code === 'not-allowed') reload();
  };
  return {
    store,
    reload,
    lost() {
      if (changes === 0) setTimeout(reload, lookAgainMs);
    },
    async through(work) {
      changes += 1;
      try {
        return await work();
      } finally {
        changes -= 1;
        reload();
      }
    },
    start() {
      window.addEventListener(refusedEvent, refused);
      const timer = setInterval(extend, extendEveryMs);
      return () => {
        window.removeEventListener(refusedEvent, refused);
        clearInterval(timer);
      };
    },
  };
}
