import type { StoreApi } from 'zustand/vanilla';

/** A store that can be looked at. */
export type Looked<T> = Pick<StoreApi<T>, 'getState' | 'getInitialState' | 'subscribe'>;

/**
 * The store, looked at no more than once in so many milliseconds: the first change shows at once, and
 * the newest always arrives. A timer and not a frame: hidden pages have no frames.
 */
export function pacedStore<T>(store: Looked<T>, everyMs: number): Looked<T> {
  let taken = store.getState();
  let takenAt = -Infinity;
  return {
    getState: () => taken,
    getInitialState: store.getInitialState,
    subscribe(listener) {
      let timer: ReturnType<typeof setTimeout> | undefined;
      const take = () => {
        const before = taken;
        timer = undefined;
        taken = store.getState();
        takenAt = performance.now();
        listener(taken, before);
      };
      const takeInTime = () => {
        timer ??= setTimeout(take, Math.max(0, takenAt + everyMs - performance.now()));
      };
      const unsubscribe = store.subscribe(takeInTime);
      // It may have changed while nobody listened.
      if (store.getState() !== taken) takeInTime();
      return () => {
        unsubscribe();
        clearTimeout(timer);
      };
    },
  };
}
