import type { LoggedEvent } from '@/server/log/ports';

// A frame costs the server about 10 µs a socket (REPORT §5): this spacing bounds that to a third of
// a core, and is under 2 ms for fifty sockets.
const microsPerSocket = 30;
const longestGapMs = 60;

/** Sends events at once while it is quiet, and in batches when a room is large or much happens. */
export interface Pacer {
  add(topic: string, events: readonly LoggedEvent[]): void;
  stop(): void;
}

interface Pending {
  events: LoggedEvent[];
  timer: NodeJS.Timeout | null;
  sentAt: number;
}

/** Makes a pacer over a way to tell a room's size and a way to send to it. */
export function createPacer(
  sizeOf: (topic: string) => number,
  send: (topic: string, events: readonly LoggedEvent[]) => void,
): Pacer {
  const topics = new Map<string, Pending>();
  const flush = (topic: string, pending: Pending) => {
    pending.timer = null;
    pending.sentAt = performance.now();
    const { events } = pending;
    pending.events = [];
    if (events.length > 0) send(topic, events);
  };
  return {
    add: (topic, events) => {
      const size = sizeOf(topic);
      if (events.length === 0) return;
      if (size === 0) {
        topics.delete(topic);
        return;
      }
      const pending = topics.get(topic) ?? { events: [], timer: null, sentAt: -Infinity };
      topics.set(topic, pending);
      pending.events.push(...events);
      if (pending.timer !== null) return;
      const gapMs = Math.min(longestGapMs, (size * microsPerSocket) / 1000);
      const waitMs = pending.sentAt + gapMs - performance.now();
      if (waitMs <= 0) flush(topic, pending);
      else
        pending.timer = setTimeout(() => {
          flush(topic, pending);
        }, waitMs);
    },
    stop: () => {
      for (const { timer } of topics.values()) if (timer !== null) clearTimeout(timer);
      topics.clear();
    },
  };
}
