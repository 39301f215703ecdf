import { type ConferenceId, conferenceStream } from '@/lib/domain/ids';
import type { Micros } from '@/lib/domain/stamp';
import type { JobWorker } from '@/server/jobs/run-jobs';
import { noSuspicion, reconcileConference, type ReconcileParts, type Suspicion } from './reconcile';
import { reconcileJob } from './reconcile-job';

const sweepEveryMs = 5_000;
const watchedEvery: Micros = 10_000_000;
const restEvery: Micros = 60_000_000;
const secondReadAfter: Micros = 1_500_000;

/** Keeps every live conference true to the carrier. */
export interface Reconciler {
  readonly worker: JobWorker;
  /**
   * Has live conferences read, now and by a timer, and looks for those the carrier has and nobody
   * told us of; returns how to stop it.
   */
  startSweep(): () => void;
}

/** What the reconciler needs beside what one read needs. */
export interface ReconcilerParts extends ReconcileParts {
  readonly isWatched: (conferenceId: ConferenceId) => boolean;
  readonly onFailure: (error: unknown) => void;
}

/** Makes the reconciler; what a first read suspects is kept in memory until the second. */
export function createReconciler(parts: ReconcilerParts): Reconciler {
  const suspicions = new Map<ConferenceId, Suspicion>();
  const readAt = new Map<ConferenceId, Micros>();
  let discoveredAt = 0;

  const discover = async () => {
    discoveredAt = parts.now();
    const listed = await parts.carrier.listLive();
    for (const { id } of listed) {
      if (parts.log.peek(conferenceStream(id)) !== undefined) continue;
      await ask(parts, id, 'doubt');
    }
  };
  const sweep = async () => {
    const now = parts.now();
    for (const name of parts.log.liveNames()) {
      if (!name.startsWith('conference:')) continue;
      const id = name.slice('conference:'.length) as ConferenceId;
      const isWatched = parts.isWatched(id);
      if (now - (readAt.get(id) ?? 0) < (isWatched ? watchedEvery : restEvery)) continue;
      readAt.set(id, now);
      await ask(parts, id, isWatched ? 'watched' : 'rest');
    }
    if (now - discoveredAt >= restEvery) await discover();
  };

  return {
    worker: async (job) => {
      const id = job.key as ConferenceId;
      readAt.set(id, parts.now());
      const before = suspicions.get(id) ?? noSuspicion;
      const { suspicion, isOpen } = await reconcileConference(parts, id, before);
      if (isOpen) suspicions.set(id, suspicion);
      else suspicions.delete(id);
      if (parts.log.peek(conferenceStream(id)) === undefined) readAt.delete(id);
      return isOpen ? { kind: 'again', dueAt: parts.now() + secondReadAfter } : { kind: 'done' };
    },
    startSweep: () => {
      sweep().catch(parts.onFailure);
      const timer = setInterval(() => {
        sweep().catch(parts.onFailure);
      }, sweepEveryMs);
      return () => {
        clearInterval(timer);
      };
    },
  };
}

async function ask(
  parts: ReconcilerParts,
  id: ConferenceId,
  reason: 'doubt' | 'watched' | 'rest',
): Promise<void> {
  await parts.log.submit({
    streams: [],
    run: (batch) => {
      batch.addJob(reconcileJob(id, reason, parts.now()));
    },
  });
}
