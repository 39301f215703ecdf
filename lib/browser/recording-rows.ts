import type { RecordingRow } from '@/lib/contract/recording';
import type { ListRow, Page } from '@/lib/contract/rows';

type Pages = readonly Page<RecordingRow>[];

/** Pages of recordings after word of some that changed, and which of these the pages do not hold. */
export interface Heard {
  readonly pages: Pages;
  /** New ones that stand above all that is shown, the newest first. */
  readonly fresh: readonly RecordingRow[];
}

/** When a recording began, or, where nobody tells, was first heard of: lists are in this order. */
export function beganAt({ startedAt, heardAt }: RecordingRow): number {
  return startedAt ?? heardAt;
}

/** The recordings among rows. */
export function recordingsIn(rows: readonly ListRow[]): readonly RecordingRow[] {
  return rows.filter((row) => row.kind === 'recording');
}

/**
 * Pages after rows changed: those that are shown are patched where they stand, whether or not they still
 * fit a filter, so that nothing moves under a pointer. Older ones that are not loaded come when scrolled to.
 */
export function withHeard(
  pages: Pages,
  upserted: readonly RecordingRow[],
  removed: readonly string[],
): Heard {
  const changed = new Map(upserted.map((row) => [row.id, row]));
  const gone = new Set(removed);
  const newest = pages.flatMap(({ items }) => items.slice(0, 1))[0];
  const shown = new Set<string>();
  const patched = pages.map((page) => {
    if (!page.items.some(({ id }) => changed.has(id) || gone.has(id))) return page;
    const items = page.items.flatMap((row) => {
      shown.add(row.id);
      return gone.has(row.id) ? [] : [changed.get(row.id) ?? row];
    });
    return { ...page, items };
  });
  const fresh = upserted
    .filter(
      (row) => !shown.has(row.id) && (newest === undefined || beganAt(row) >= beganAt(newest)),
    )
    .sort((a, b) => beganAt(b) - beganAt(a));
  return { pages: patched, fresh };
}

/** Pages with new ones on top. */
export function withFresh(pages: Pages, fresh: readonly RecordingRow[]): Pages {
  const [first, ...others] = pages;
  if (first === undefined || fresh.length === 0) return pages;
  return [{ ...first, items: [...fresh, ...first.items] }, ...others];
}
