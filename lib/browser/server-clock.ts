import type { Micros } from '@/lib/domain/stamp';

const goodForMs = 300_000;
const second = 1_000_000;

/** The server's clock as far as this page can tell, and a tick each second for all who show time. */
export interface ServerClock {
  now: () => Micros;
  /** The whole second that `now` is in: the same value until the next tick. */
  tick: () => Micros;
  /** Called each second; one timer serves all. Answers how to stop. */
  subscribe: (listener: () => void) => () => void;
  /** Learns from an answer: what the server's clock said, and when we asked and heard (ms here). */
  learn: (serverNow: Micros, askedAt: number, heardAt: number) => void;
}

/** A clock that agrees with this machine's until an answer of the server corrects it. */
export function createServerClock(): ServerClock {
  const listeners = new Set<() => void>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let offset: Micros = 0;
  let best = { roundTripMs: Infinity, at: 0 };
  const now = () => Date.now() * 1000 + offset;

  function tickLater() {
    const untilNext = Math.ceil((second - (now() % second)) / 1000);
    timer = setTimeout(() => {
      for (const listener of listeners) listener();
      tickLater();
    }, untilNext);
  }

  return {
    now,
    tick: () => Math.floor(now() / second) * second,
    subscribe(listener) {
      listeners.add(listener);
      if (timer === undefined) tickLater();
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        clearTimeout(timer);
        timer = undefined;
      };
    },
    learn(serverNow, askedAt, heardAt) {
      const roundTripMs = heardAt - askedAt;
      // The quickest answer tells the time best; an old one no longer counts.
      if (roundTripMs > best.roundTripMs && heardAt - best.at < goodForMs) return;
      best = { roundTripMs, at: heardAt };
      offset = Math.round(serverNow - ((askedAt + heardAt) / 2) * 1000);
    },
  };
}
