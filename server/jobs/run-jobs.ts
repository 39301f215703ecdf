import type { Micros } from '@/lib/domain/stamp';
import type { JobRecord, Store } from '@/server/log/ports';

const usualLeaseMs = 60_000;
const longestIdleMs = 1_000;
const shortestIdleMs = 5;
const firstRetryMs = 500;
const longestRetryMs = 30_000;

/** What a worker says of a job it has done what it could for. */
export type JobResult =
  | { readonly kind: 'done' }
  /** To be taken up again then. */
  | { readonly kind: 'again'; readonly dueAt: Micros };

/** Does one kind of work; a throw means "again later". */
export type JobWorker = (job: JobRecord) => Promise<JobResult>;

/** Workers that are running. */
export interface RunningJobs {
  /** Looks for due work now: jobs were added. */
  wake(): void;
  /** Takes no more work and waits for what is under way. */
  stop(): Promise<void>;
}

/** What the runner needs. */
export interface JobParts {
  readonly store: Pick<
    Store,
    'leaseJob' | 'renewLease' | 'finishJob' | 'postponeJob' | 'nextJobDueAt'
  >;
  readonly now: () => Micros;
  readonly workers: Readonly<Record<string, JobWorker>>;
  readonly concurrency: number;
  /** How long after its process died a job may be taken by another; a minute where none is said. */
  readonly leaseMs?: number;
  readonly onFailure: (job: JobRecord, error: unknown) => void;
}

/** Leases jobs as they fall due and gives each to its worker; on any node, once. */
export function runJobs(parts: JobParts): RunningJobs {
  const kinds = Object.keys(parts.workers);
  const { leaseMs = usualLeaseMs } = parts;
  let isStopped = false;
  let rings = 0;
  const sleepers = new Set<() => void>();

  // Whoever rang since `heard` rang for work that was not there yet when it was looked for.
  const sleep = (ms: number, heard: number) =>
    new Promise<void>((resolve) => {
      if (rings !== heard) {
        resolve();
        return;
      }
      const done = () => {
        clearTimeout(timer);
        sleepers.delete(done);
        resolve();
      };
      const timer = setTimeout(done, ms);
      sleepers.add(done);
    });
  const ring = () => {
    rings += 1;
    for (const wakeUp of sleepers) wakeUp();
  };

  const loop = async () => {
    while (!isStopped) {
      const heard = rings;
      try {
        const job = await parts.store.leaseJob(kinds, parts.now(), leaseMs);
        if (job !== null) await work(parts, job, leaseMs);
        else await sleep(await idleMs(parts, kinds), heard);
      } catch {
        // The store is away; it says so elsewhere, and work goes on when it is back.
        await sleep(longestIdleMs, heard);
      }
    }
  };
  const loops = Array.from({ length: parts.concurrency }, loop);
  return {
    wake: ring,
    stop: async () => {
      isStopped = true;
      ring();
      await Promise.all(loops);
    },
  };
}

async function work(parts: JobParts, job: JobRecord, leaseMs: number): Promise<void> {
  const { kind, key } = job;
  // However long a run takes, nobody else begins it meanwhile.
  const renewing = setInterval(() => {
    parts.store.renewLease(kind, key, parts.now(), leaseMs).catch((error: unknown) => {
      parts.onFailure(job, error);
    });
  }, leaseMs / 3);
  try {
    const result = await parts.workers[kind]?.(job);
    if (result?.kind === 'again') await parts.store.postponeJob(kind, key, result.dueAt);
    else await parts.store.finishJob(kind, key);
  } catch (error) {
    parts.onFailure(job, error);
    const pauseMs = Math.min(longestRetryMs, firstRetryMs * 2 ** Math.min(job.tries, 10));
    await parts.store.postponeJob(kind, key, parts.now() + pauseMs * 1000);
  } finally {
    clearInterval(renewing);
  }
}

async function idleMs(parts: JobParts, kinds: readonly string[]): Promise<number> {
  const dueAt = await parts.store.nextJobDueAt(kinds);
  if (dueAt === null) return longestIdleMs;
  return Math.min(longestIdleMs, Math.max(shortestIdleMs, (dueAt - parts.now()) / 1000));
}
