import type { QueueRow } from '@/lib/contract/rows';
import type { Targets } from '@/lib/domain/target/targets';

/** What a queue is held against; null for one that nothing is heard of. */
export function targetsOf(queues: ReadonlyMap<string, QueueRow>, name: string): Targets | null {
  for (const row of queues.values()) if (row.name === name) return row.target.targets;
  return null;
}
