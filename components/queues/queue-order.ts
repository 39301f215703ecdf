import type { QueueRow } from '@/lib/contract/rows';
import { levels } from '@/lib/domain/target/targets';
import { queueLook } from './queue-look';

/** The most queues whose callers are watched at once. */
const mostWatched = 100;

/** Queues as their cards stand: the worst first, of equal ones by name; none that is gone and empty. */
export function queueOrder(rows: Iterable<QueueRow>): readonly QueueRow[] {
  const rank = new Map<QueueRow, number>();
  for (const row of rows) {
    if (row.isThere === false && row.depth === 0) continue;
    rank.set(row, levels.indexOf(queueLook(row.target).level));
  }
  return [...rank.keys()].sort(
    (a, b) => (rank.get(b) ?? 0) - (rank.get(a) ?? 0) || a.name.localeCompare(b.name),
  );
}

/**
 * Whose callers are watched, in the order of their names: all, or of very many the chosen one and those in
 * which somebody waits longest. Who is watched already stays while somebody waits; the same array where
 * nothing is otherwise.
 */
export function watchedNames(
  rows: readonly QueueRow[],
  chosen: string | null,
  before: readonly string[],
): readonly string[] {
  const known = new Set(before);
  const rankOf = ({ name, depth }: QueueRow) =>
    name === chosen ? 0 : depth === 0 ? 3 : known.has(name) ? 1 : 2;
  const some =
    rows.length <= mostWatched
      ? rows
      : [...rows]
          .sort(
            (a, b) =>
              rankOf(a) - rankOf(b) || (a.oldestSince ?? Infinity) - (b.oldestSince ?? Infinity),
          )
          .slice(0, mostWatched);
  const names = some.map(({ name }) => name).sort();
  return names.length === before.length && names.every((name) => known.has(name)) ? before : names;
}

/** All queues in numbers. */
export interface QueuesSummary {
  readonly queues: number;
  /** Who waits and is on the line. */
  readonly waiting: number;
  readonly oldestSince: number | null;
  /** Of those answered or given up today, how many were answered in time, 0 to 1; null for nobody. */
  readonly inTime: number | null;
}

/** Sums up the queues. */
export function summaryOf(rows: readonly QueueRow[]): QueuesSummary {
  let waiting = 0;
  let oldestSince: number | null = null;
  let offered = 0;
  let inTime = 0;
  for (const row of rows) {
    waiting += row.alive;
    const { answered, answeredInTime, abandoned } = row.service.today;
    offered += answered + abandoned;
    inTime += answeredInTime;
    if (row.oldestSince === null) continue;
    if (oldestSince === null || row.oldestSince < oldestSince) oldestSince = row.oldestSince;
  }
  return {
    ...{ queues: rows.length, waiting, oldestSince },
    inTime: offered === 0 ? null : inTime / offered,
  };
}
