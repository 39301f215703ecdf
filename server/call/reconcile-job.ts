import type { Micros } from '@/lib/domain/stamp';
import type { JobRecord } from '@/server/log/ports';

/** The kind of job that reads all active calls of an application back from the carrier. */
export const callReconcileKind = 'call.reconcile';

// As those of conferences that are not about a command (ARCHITECTURE §4, Reconcile).
const priorities = { doubt: 2, watched: 3, rest: 4 } as const;
/** Why the calls are read back. */
export type CallReconcileReason = keyof typeof priorities;

const doubtDelay: Micros = 500_000;

/** The job that reads the active calls back; asked for again while it waits, it is still one. */
export function callReconcileJob(
  connectionId: string,
  reason: CallReconcileReason,
  now: Micros,
): Omit<JobRecord, 'tries'> {
  const dueAt = now + (reason === 'doubt' ? doubtDelay : 0);
  const priority = priorities[reason];
  return { kind: callReconcileKind, key: connectionId, body: null, priority, dueAt };
}
