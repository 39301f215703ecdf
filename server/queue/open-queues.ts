import type { QueueRow } from '@/lib/contract/rows';
import { queueStream, streamOf } from '@/lib/domain/ids';
import { emptyQueue } from '@/lib/domain/queue/queue';
import type { Micros } from '@/lib/domain/stamp';
import { runJobs } from '@/server/jobs/run-jobs';
import type { Announcement } from '@/server/log/log';
import type { JobRecord } from '@/server/log/ports';
import { askOfCaller } from './ask-carrier';
import { callersKind } from './callers-job';
import { createWaitKeeper } from './keep-waits';
import { lobbiesIn } from './lobbies';
import type { QueueHistory, QueueServices } from './ports';
import { queueReconcileJob } from './reconcile-job';
import { createQueueReconciler, type QueueReconcilerParts } from './reconcile-worker';
import { createCallersWorker } from './run-callers';
import { type QueueCommandParts, runQueueCommand } from './run-queue-command';
import { createSampler, readSamples, sampleEveryMs } from './take-samples';
import { watchAdmissions } from './watch-admissions';

const callersAtOnce = 4;
const writeWaitsEveryMs = 1_000;

/** What queues are built of. */
export interface QueueParts extends QueueCommandParts, QueueReconcilerParts {
  readonly history: QueueHistory;
  /** The clock that stamps what the carrier tells: ahead of ours, of a simulator that was moved on. */
  readonly carrierNow: () => Micros;
  /** The rows of the queues that are live. */
  readonly rows: () => readonly QueueRow[];
  /** The row of a queue that nothing is known of. */
  readonly rowOf: (queue: ReturnType<typeof emptyQueue>) => QueueRow;
}

/** Everything of queues on the server. */
export interface Queues {
  readonly services: QueueServices;
  /** What to do for a command to this stream that was never answered: of a queue, to read it back. */
  readBack(stream: string): readonly Omit<JobRecord, 'tries'>[];
  /** Begins to read queues and to do jobs; returns how to end it, in order. */
  start(): () => Promise<void>;
}

/** Builds what runs queues. */
export function openQueues(parts: QueueParts): Queues {
  const { log, store, now, onFailure, history, carrier } = parts;
  const reconciler = createQueueReconciler(parts);
  const waits = createWaitKeeper(log, history);
  const sampler = createSampler(log, history, parts);
  const followers: ((announcement: Announcement) => void)[] = [
    reconciler.follow,
    waits.follow,
    watchAdmissions(log, onFailure),
  ];
  return {
    services: {
      list: () => {
        const rows = parts.rows();
        const known = new Set(rows.map(({ name }) => name));
        const lobbies = lobbiesIn(log).filter((name) => !known.has(name));
        const all = [...rows, ...lobbies.map((name) => parts.rowOf(emptyQueue(name)))];
        return all.sort((a, b) => a.name.localeCompare(b.name));
      },
      read: (name) => log.read(queueStream(name)),
      run: (name, request) => runQueueCommand(parts, name, request),
      samples: (name, range) => readSamples(history, name, range),
      ask: (name, leg) => askOfCaller({ log, carrier, now }, name, leg),
    },
    readBack: (stream) => {
      const name = streamOf(stream);
      return name?.kind === 'queue' ? [queueReconcileJob(name.key, 'unknown', now())] : [];
    },
    start: () => {
      const reports = {
        store,
        now,
        onFailure: (_: unknown, error: unknown) => {
          onFailure(error);
        },
      };
      const callers = runJobs({
        ...reports,
        workers: { [callersKind]: createCallersWorker(parts) },
        concurrency: callersAtOnce,
      });
      // Apart from the callers: reads wait for their turn, and nobody who is to be let in waits for reads.
      const reads = runJobs({ ...reports, workers: reconciler.workers, concurrency: 1 });
      const stops = [
        log.onJobs(() => {
          callers.wake();
          reads.wake();
        }),
        ...followers.map((follower) => log.follow(follower)),
        reconciler.startSweep(),
        every(sampleEveryMs, () => sampler.sample(), onFailure),
        every(writeWaitsEveryMs, () => waits.write(), onFailure),
      ];
      waits.takeUp();
      return async () => {
        for (const stop of stops) stop();
        await Promise.all([callers.stop(), reads.stop()]);
        await waits.write();
      };
    },
  };
}

function every(
  ms: number,
  work: () => Promise<void>,
  onFailure: (error: unknown) => void,
): () => void {
  const timer = setInterval(() => {
    work().catch(onFailure);
  }, ms);
  return () => {
    clearInterval(timer);
  };
}
