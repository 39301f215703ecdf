import type { DeliveryRow, Verdict } from '@/lib/contract/rows';
import type { Micros } from '@/lib/domain/stamp';

const keptHeads = 200;
const minute: Micros = 60_000_000;
const staleAllowedPerMinute = 5;

/** Counts and remembers posts that were not the carrier's, without their bodies: anybody can send those. */
export interface DoorWatch {
  note(head: DeliveryRow): void;
  /** The newest heads first, at most 200. */
  heads(): readonly DeliveryRow[];
  counts(): Readonly<Partial<Record<Verdict, number>>>;
  /** More than five stale posts within a minute: our clock or the carrier's key is wrong. */
  readonly isClockOrKeyWrong: (now: Micros) => boolean;
}

/** Makes a watch over what the webhook door turned away. */
export function createDoorWatch(): DoorWatch {
  let heads: DeliveryRow[] = [];
  let staleAt: Micros[] = [];
  const counts: Partial<Record<Verdict, number>> = {};
  return {
    note: (head) => {
      heads = [head, ...heads].slice(0, keptHeads);
      counts[head.verdict] = (counts[head.verdict] ?? 0) + 1;
      if (head.verdict === 'stale') {
        staleAt = [...staleAt, head.receivedAt].slice(-staleAllowedPerMinute - 1);
      }
    },
    heads: () => heads,
    counts: () => counts,
    isClockOrKeyWrong: (now) =>
      staleAt.filter((at) => now - at < minute).length > staleAllowedPerMinute,
  };
}
