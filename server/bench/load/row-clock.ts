import type { RowsMessage } from '@/lib/contract/hub';

/** Times rows: from the moment at which an event about a queue is sent to the row that takes it in. */
export interface RowClock {
  /** An event that changes this queue's row is sent: by the clock that servers go by, and by the one that times. */
  sent(queue: string, wallMs: number, atMs: number): void;
  /** A frame of rows, as text; answers the milliseconds of each event that its rows take in. */
  heard(frame: string, atMs: number): number[];
  forget(): void;
}

/**
 * Makes the clock. A row says when the newest event about its queue was received; whatever was sent before
 * that has been taken in, for both ends go by the clock of one machine.
 */
export function createRowClock(): RowClock {
  const waiting = new Map<string, { readonly wallMs: number; readonly atMs: number }[]>();
  return {
    sent: (queue, wallMs, atMs) => {
      const known = waiting.get(queue);
      if (known === undefined) waiting.set(queue, [{ wallMs, atMs }]);
      else known.push({ wallMs, atMs });
    },
    heard: (frame, atMs) => {
      const [, , { upserted }] = JSON.parse(frame.slice(2)) as [string, string, RowsMessage];
      return upserted.flatMap((row) => {
        if (row.kind !== 'queue' || row.heardAt === null) return [];
        const heardMs = row.heardAt / 1_000;
        const sent = waiting.get(row.name) ?? [];
        const later = sent.findIndex(({ wallMs }) => wallMs > heardMs);
        const taken = sent.splice(0, later === -1 ? sent.length : later);
        return taken.map((event) => atMs - event.atMs);
      });
    },
    forget: () => {
      waiting.clear();
    },
  };
}
