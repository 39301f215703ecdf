/** Gathers what comes fast into one call; what comes alone passes at once. */
export interface Batch<T> {
  add: (items: readonly T[]) => void;
  /** Hands over at once whatever waits. */
  flush: () => void;
  /** Forgets whatever waits. */
  cancel: () => void;
}

/**
 * A batch that hands over at most once in `everyMs`, and earlier when `limit` items wait. A timer and
 * not a frame: hidden pages have no frames.
 */
export function createBatch<T>(
  handOver: (items: readonly T[]) => void,
  { everyMs, limit }: { readonly everyMs: number; readonly limit: number },
): Batch<T> {
  let waiting: T[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;

  function rest() {
    timer = setTimeout(() => {
      timer = undefined;
      if (waiting.length > 0) flush();
    }, everyMs);
  }
  function flush() {
    clearTimeout(timer);
    while (waiting.length > 0) handOver(waiting.splice(0, limit));
    rest();
  }
  return {
    add(items) {
      waiting.push(...items);
      if (timer === undefined || waiting.length >= limit) flush();
    },
    flush,
    cancel() {
      clearTimeout(timer);
      timer = undefined;
      waiting = [];
    },
  };
}
