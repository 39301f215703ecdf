import type { EndedWait } from '@/lib/domain/queue/wait';
import type { Micros } from '@/lib/domain/stamp';
import { dayOf, type Day } from '@/lib/domain/target/day';
import { halfHourLasts } from '@/lib/domain/target/service';
import type { WaitSource } from './ports';

// So seldom is looked for what is too old; it costs memory only, for every sum begins at its own moment.
const heardBetweenSweeps = 2_000;

/** The waits that ended today or in the last half hour, of every queue, in memory. */
export interface WaitBook {
  /** Reads what ended before this process began. */
  load(): Promise<void>;
  of(queue: string): readonly EndedWait[];
  /** The day that it is for the carrier. */
  today(at: Micros): Day;
  /** Hears of queues of which a wait is known otherwise. Returns how to stop. */
  follow(listener: (queue: string) => void): () => void;
  stop(): void;
}

/** Keeps the waits; a wait that is heard of again stands as it was heard last (SV4). */
export function createWaitBook(
  source: WaitSource,
  carrierNow: () => Micros,
  timeZone: string,
): WaitBook {
  const waits = new Map<string, Map<string, EndedWait>>();
  const lists = new Map<string, readonly EndedWait[]>();
  const listeners = new Set<(queue: string) => void>();
  let day: Day | null = null;
  let heard = 0;
  const today = (at: Micros) => {
    if (day === null || at < day.start || at >= day.end) day = dayOf(at, timeZone);
    return day;
  };
  const oldest = () => {
    const at = carrierNow();
    return Math.min(today(at).start, at - halfHourLasts);
  };
  const keep = (queue: string, wait: EndedWait) => {
    const known = waits.get(queue) ?? new Map<string, EndedWait>();
    waits.set(queue, known);
    known.set(`${wait.enqueuedAt} ${wait.callControlId}`, wait);
    lists.delete(queue);
  };
  const sweep = () => {
    const before = oldest();
    for (const [queue, known] of waits) {
      for (const [key, { endedAt }] of known) if (endedAt < before) known.delete(key);
      lists.delete(queue);
      if (known.size === 0) waits.delete(queue);
    }
  };
  const stopHearing = source.onEnded((queue, wait) => {
    keep(queue, wait);
    heard += 1;
    if (heard % heardBetweenSweeps === 0) sweep();
    for (const listener of listeners) listener(queue);
  });
  return {
    today,
    load: async () => {
      for (const { queue, wait } of await source.endedSince(oldest())) keep(queue, wait);
    },
    of: (queue) => {
      const list = lists.get(queue) ?? [...(waits.get(queue)?.values() ?? [])];
      lists.set(queue, list);
      return list;
    },
    follow: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    stop: stopHearing,
  };
}
