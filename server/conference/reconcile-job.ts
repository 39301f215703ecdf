import type { ConferenceId } from '@/lib/domain/ids';
import type { Micros } from '@/lib/domain/stamp';
import type { JobRecord } from '@/server/log/ports';

/** The kind of job that reads one conference back from the carrier. */
export const reconcileKind = 'conference.reconcile';

/** Why a conference is read back, the most pressing first (ARCHITECTURE §4). */
export const reconcileReasons = ['unknown', 'accepted', 'doubt', 'watched', 'rest'] as const;
/** One reason. */
export type ReconcileReason = (typeof reconcileReasons)[number];

// A burst of joins, or of commands, is one read: each asks for the same job.
const delayMicros: Record<ReconcileReason, Micros> = {
  unknown: 300_000,
  accepted: 150_000,
  doubt: 700_000,
  watched: 0,
  rest: 0,
};

/** The job that reads a conference back; asked for again while it waits, it is still one. */
export function reconcileJob(
  conferenceId: ConferenceId,
  reason: ReconcileReason,
  now: Micros,
): Omit<JobRecord, 'tries'> {
  return {
    kind: reconcileKind,
    key: conferenceId,
    body: null,
    priority: reconcileReasons.indexOf(reason),
    dueAt: now + delayMicros[reason],
  };
}
