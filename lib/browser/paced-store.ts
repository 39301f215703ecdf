import type { StoreApi } from 'zustand/vanilla';

/** A store that can be looked at. */
export type Looked<T> = Pick<StoreApi<T>, 'getState' | 'getInitialState' | 'subscribe'>;

/**
 * The store, looked at no more than once in so many milliseconds: the first change shows at once, and
 * the newest always arrives. A timer and not a frame: hidden pages have no frames.
 */
export function pacedStore<T>(store: Looked<T>, everyMs: number): Looked<T> {
  const listeners = new Set<(state: T, before: T) => void>();
  let taken = store.getState();
  let takenAt = -Infinity;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let unsubscribe: (() => void) | undefined;

  function take() {
    timer = undefined;
    const before = taken;
    taken = store.getState();
    if (taken === before) return;
    takenAt = performance.now();
    for (const listener of listeners) listener(taken, before);
  }
  function takeInTime() {
    if (timer !== undefined) return;
    const wait = takenAt + everyMs - performance.now();
    if (wait <= 0) take();
    else timer = setTimeout(take, wait);
  }
  return {
    getState: () => taken,
    getInitialState: store.getInitialState,
    subscribe(listener) {
      listeners.add(listener);
      unsubscribe ??= store.subscribe(takeInTime);
      // It may have changed while nobody listened.
      takeInTime();
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        clearTimeout(timer);
        timer = undefined;
        unsubscribe?.();
        unsubscribe = undefined;
      };
    },
  };
}
