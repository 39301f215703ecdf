import type { WallboardRow } from '@/lib/contract/wallboard';
import type { WallboardRecord } from './ports';

/** A wallboard without what tells its link. */
export function boardRow(record: WallboardRecord): WallboardRow {
  const { id, name, queues, conferences, tiles, rotateSeconds, updatedAt, updatedBy } = record;
  return { id, name, queues, conferences, tiles, rotateSeconds, updatedAt, updatedBy };
}
