import { createHash } from 'node:crypto';
import type { QueueRow } from '@/lib/contract/rows';
import type { Queue } from '@/lib/domain/queue/queue';
import { countWaiting, exists, maxSizeOf } from '@/lib/domain/queue/view';
import type { Micros } from '@/lib/domain/stamp';

/** How a queue stands against its targets and serves its callers; the same object while that is so. */
export type QueueStanding = Pick<QueueRow, 'target' | 'service'>;

/** A queue as lists show it; `heardAt` is our clock at the newest word about it, null before one. */
export function queueRow(queue: Queue, standing: QueueStanding, heardAt: Micros | null): QueueRow {
  const { depth, alive, oldestSince, meanSince, connectionId } = countWaiting(queue);
  const size = maxSizeOf(queue);
  return {
    kind: 'queue',
    id: rowIdOf(queue.name),
    name: queue.name,
    isThere: exists(queue),
    depth,
    alive,
    maxSize: size?.value ?? null,
    isMaxSizeSeen: size?.isSeen ?? false,
    oldestSince,
    meanSince,
    averageWaitSecs: queue.facts?.averageWaitSecs ?? null,
    averageReadAt: queue.facts === null ? null : queue.readAt,
    connectionId,
    ...standing,
    heardAt: heardAt ?? queue.readAt,
  };
}

// The name may be somebody's number, and nobody is to be found out by the id of their row.
function rowIdOf(name: string): string {
  return `queue-${createHash('sha256').update(name).digest('base64url').slice(0, 16)}`;
}
