import type { RecordingRow } from '@/lib/contract/recording';
import type { ListRow, Page } from '@/lib/contract/rows';

type Pages = readonly Page<RecordingRow>[];

/** Pages of recordings after word of some that changed, and which of these the pages do not hold. */
export interface Heard {
  readonly pages: Pages;
  /** New ones that stand above or among those that are loaded. */
  readonly fresh: readonly RecordingRow[];
}

/** When a recording began, or, where nobody tells, was first heard of: lists are in this order. */
function beganAt({ startedAt, heardAt }: RecordingRow): number {
  return startedAt ?? heardAt;
}

/** The recordings among rows. */
export function recordingsIn(rows: readonly ListRow[]): readonly RecordingRow[] {
  return rows.filter((row) => row.kind === 'recording');
}

/**
 * Pages after rows changed: those that are shown are patched where they stand, whether or not they still
 * fit a filter, so that nothing moves under a pointer. Those older than all that is loaded come when scrolled to.
 */
export function withHeard(
  pages: Pages,
  upserted: readonly RecordingRow[],
  removed: readonly string[],
): Heard {
  const changed = new Map(upserted.map((row) => [row.id, row]));
  const gone = new Set(removed);
  const last = pages.at(-1);
  const oldest = last?.items.at(-1);
  // Where all are loaded there is nothing that would come by scrolling.
  const isWithin = (row: RecordingRow) =>
    last?.nextCursor == null || oldest === undefined || beganAt(row) >= beganAt(oldest);
  const shown = new Set<string>();
  const patched = pages.map((page) => {
    if (!page.items.some(({ id }) => changed.has(id) || gone.has(id))) return page;
    const items = page.items.flatMap((row) => {
      shown.add(row.id);
      return gone.has(row.id) ? [] : [changed.get(row.id) ?? row];
    });
    return { ...page, items };
  });
  const fresh = upserted.filter((row) => !shown.has(row.id) && isWithin(row));
  return { pages: patched, fresh };
}

/** Pages with new ones at their places. */
export function withFresh(pages: Pages, fresh: readonly RecordingRow[]): Pages {
  return fresh.reduce(withOne, pages);
}

function withOne(pages: Pages, row: RecordingRow): Pages {
  const isOlder = (each: RecordingRow) => beganAt(each) < beganAt(row);
  const found = pages.findIndex(({ items }) => items.some(isOlder));
  const at = found === -1 ? pages.length - 1 : found;
  return pages.map((page, i) => {
    if (i !== at) return page;
    const place = page.items.findIndex(isOlder);
    const before = place === -1 ? page.items.length : place;
    return { ...page, items: page.items.toSpliced(before, 0, row) };
  });
}
