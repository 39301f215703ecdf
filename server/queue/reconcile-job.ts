import type { Micros } from '@/lib/domain/stamp';
import type { JobRecord } from '@/server/log/ports';

/** The kind of job that reads one queue back from the carrier, and who waits in it. */
export const queueReconcileKind = 'queue.reconcile';
/** The kind of job that reads the carrier's list of queues. */
export const queueListKind = 'queue.list';

/** Why a queue is read back, the most pressing first (ARCHITECTURE §4). */
const reasons = ['unknown', 'accepted', 'doubt', 'watched', 'rest'] as const;
/** One reason. */
export type QueueReadReason = (typeof reasons)[number];

// A burst of callers, or of commands, is one read: each asks for the same job.
const delayMicros: Record<QueueReadReason, Micros> = {
  unknown: 300_000,
  accepted: 150_000,
  doubt: 700_000,
  watched: 0,
  rest: 0,
};

/** The job that reads a queue back; asked for again while it waits, it is still one. */
export function queueReconcileJob(
  name: string,
  reason: QueueReadReason,
  now: Micros,
): Omit<JobRecord, 'tries'> {
  const dueAt = now + delayMicros[reason];
  return {
    kind: queueReconcileKind,
    key: name,
    body: null,
    priority: reasons.indexOf(reason),
    dueAt,
  };
}

/** The job that reads the list of queues. */
export function queueListJob(now: Micros): Omit<JobRecord, 'tries'> {
  const priority = reasons.indexOf('watched');
  return { kind: queueListKind, key: 'all', body: null, priority, dueAt: now };
}
