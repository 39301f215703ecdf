import { queueStream, streamOf } from '@/lib/domain/ids';
import { valuesOf } from '@/lib/domain/keyed';
import { isWaiting } from '@/lib/domain/queue/queue';
import type { Micros } from '@/lib/domain/stamp';
import type { JobWorker } from '@/server/jobs/run-jobs';
import type { Announcement } from '@/server/log/log';
import type { JobRecord } from '@/server/log/ports';
import {
  noQueueSuspicion,
  queuesIn,
  reconcileList,
  reconcileQueue,
  type QueueReconcileParts,
  type QueueSuspicion,
} from './reconcile';
import {
  queueListJob,
  queueListKind,
  queueReconcileJob,
  queueReconcileKind,
} from './reconcile-job';

const sweepEveryMs = 5_000;
const listEvery: Micros = 10_000_000;
const watchedEvery: Micros = 10_000_000;
const restEvery: Micros = 60_000_000;
const secondReadAfter: Micros = 1_500_000;
const patientReadAfter: Micros = 10_000_000;

/** Keeps every queue true to the carrier. */
export interface QueueReconciler {
  readonly workers: Readonly<Record<string, JobWorker>>;
  /** Asks for a read where something was heard that leaves a doubt; hand it to `log.follow`. */
  readonly follow: (announcement: Announcement) => void;
  /** Has queues read, now and by a timer; returns how to stop it. */
  startSweep(): () => void;
}

/** What the reconciler needs beside what one read needs. */
export interface QueueReconcilerParts extends QueueReconcileParts {
  readonly isWatched: (stream: `queue:${string}`) => boolean;
  readonly onFailure: (error: unknown) => void;
}

/** Makes the reconciler; what a first read suspects is kept in memory until the second. */
export function createQueueReconciler(parts: QueueReconcilerParts): QueueReconciler {
  const { log, now } = parts;
  const suspicions = new Map<string, QueueSuspicion>();
  const readAt = new Map<string, Micros>();

  const ask = async (jobs: readonly Omit<JobRecord, 'tries'>[]) => {
    if (jobs.length === 0) return;
    await log.submit({
      streams: [],
      run: (batch) => {
        for (const job of jobs) batch.addJob(job);
      },
    });
  };
  let listedAt = -Infinity;
  const sweep = async () => {
    const time = now();
    const jobs: Omit<JobRecord, 'tries'>[] = [];
    for (const name of queuesIn(log)) {
      const isWatched = parts.isWatched(queueStream(name));
      if (time - (readAt.get(name) ?? 0) < (isWatched ? watchedEvery : restEvery)) continue;
      if (isQuiet(parts, name)) continue;
      readAt.set(name, time);
      jobs.push(queueReconcileJob(name, isWatched ? 'watched' : 'rest', time));
    }
    if (time - listedAt >= listEvery) {
      listedAt = time;
      jobs.push(queueListJob(time));
    }
    await ask(jobs);
  };

  return {
    workers: {
      [queueListKind]: async () => {
        await reconcileList(parts);
        return { kind: 'done' };
      },
      [queueReconcileKind]: async ({ key: name }) => {
        readAt.set(name, now());
        const before = suspicions.get(name) ?? noQueueSuspicion;
        const { suspicion, isOpen } = await reconcileQueue(parts, name, before);
        if (isOpen === null) suspicions.delete(name);
        else suspicions.set(name, suspicion);
        if (log.peek(queueStream(name)) === undefined) readAt.delete(name);
        if (isOpen === null) return { kind: 'done' };
        const after = isOpen === 'now' ? secondReadAfter : patientReadAfter;
        return { kind: 'again', dueAt: now() + after };
      },
    },
    follow: ({ name, before }) => {
      const stream = streamOf(name);
      if (stream?.kind !== 'queue' || before !== null) return;
      // The timer asks again: a doubt that could not be written down is only answered later.
      ask([queueReconcileJob(stream.key, 'doubt', now())]).catch(() => undefined);
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

/** Whether nobody waits, as far as both sides know: the list of queues says when that is over. */
function isQuiet({ log }: QueueReconcilerParts, name: string): boolean {
  const queue = log.peek(queueStream(name))?.state;
  if (queue?.facts?.size !== 0) return false;
  return !valuesOf(queue.calls).some(isWaiting);
}
