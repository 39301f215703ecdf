import type { ConferenceRow, QueueRow } from '@/lib/contract/rows';

/** One tile of a wallboard. */
export type Tile =
  | { readonly kind: 'queue'; readonly row: QueueRow }
  | { readonly kind: 'conference'; readonly row: ConferenceRow };

/**
 * The tiles in an order that does not depend on what happens, so that everybody knows where to look: the
 * queues by name, then the conferences by when they began. `compare` orders names as readers do.
 */
export function tilesOf(
  queues: Iterable<QueueRow>,
  conferences: Iterable<ConferenceRow>,
  compare: (a: string, b: string) => number,
): readonly Tile[] {
  const byName = [...queues].sort((a, b) => compare(a.name, b.name) || (a.id < b.id ? -1 : 1));
  const byStart = [...conferences].sort(
    (a, b) => (a.startedAt ?? Infinity) - (b.startedAt ?? Infinity) || (a.id < b.id ? -1 : 1),
  );
  return [
    ...byName.map((row): Tile => ({ kind: 'queue', row })),
    ...byStart.map((row): Tile => ({ kind: 'conference', row })),
  ];
}

/** Which of the tiles stand there at this time, and how many such sets there are; they come in turn. */
export function tilesAt(
  tiles: readonly Tile[],
  {
    atOnce,
    rotateSeconds,
    nowSeconds,
  }: {
    readonly atOnce: number;
    readonly rotateSeconds: number;
    readonly nowSeconds: number;
  },
): { readonly shown: readonly Tile[]; readonly page: number; readonly pages: number } {
  const pages = Math.max(1, Math.ceil(tiles.length / atOnce));
  // By the clock and not by a count of our own: several wallboards turn together, and a reload changes nothing.
  const page = Math.floor(nowSeconds / rotateSeconds) % pages;
  return { shown: tiles.slice(page * atOnce, (page + 1) * atOnce), page, pages };
}
