import type { ConferenceRow } from '@/lib/contract/rows';

/**
 * The live conferences whose name holds `query` or whose id begins with it, in an order that does not
 * jump: the last to begin first.
 */
export function liveRows(rows: Iterable<ConferenceRow>, query: string): ConferenceRow[] {
  const sought = query.toLocaleLowerCase();
  return [...rows].filter((row) => fits(row, sought)).sort(byBegin);
}

function fits({ name, id }: ConferenceRow, sought: string): boolean {
  return (name ?? '').toLocaleLowerCase().includes(sought) || id.toLowerCase().startsWith(sought);
}

function byBegin(a: ConferenceRow, b: ConferenceRow): number {
  const later = (b.startedAt ?? Number.MAX_SAFE_INTEGER) - (a.startedAt ?? Number.MAX_SAFE_INTEGER);
  return later === 0 ? a.id.localeCompare(b.id) : later;
}
