import type { Pause } from './carrier-call';

/** Lets so many through a second, each in its turn. */
export interface Throttle {
  take(): Promise<void>;
}

/** Makes a throttle for `perSecond` requests; `nowMs` is a monotonic clock. */
export function createThrottle(perSecond: number, nowMs: () => number, pause: Pause): Throttle {
  const gapMs = 1000 / perSecond;
  let nextAt = 0;
  return {
    take: async () => {
      const now = nowMs();
      const at = Math.max(now, nextAt);
      nextAt = at + gapMs;
      if (at > now) await pause(at - now);
    },
  };
}
