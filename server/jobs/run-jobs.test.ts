import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import type { JobRecord, Store } from '@/server/log/ports';
import { openStore } from '@/server/store/open-store';
import { directoryForOneTest } from '@/server/testing/open-test-core';
import { createTestClock, type TestClock, withoutWaiting } from '@/server/testing/test-clock';
import { type JobParts, type JobWorker, runJobs } from './run-jobs';

const kind = 'a-kind';

function jobOf(key: string, change: Partial<JobRecord> = {}): JobRecord {
  return { kind, key, body: null, priority: 1, dueAt: 0, tries: 0, ...change };
}

async function storeForOneTest(clock: TestClock): Promise<Store> {
  const dataDir = directoryForOneTest();
  const store = await openStore({ dataDir, databaseUrl: null, now: () => clock.now() });
  onTestFinished(() => store.close());
  return store;
}

const add = (store: Store, ...jobs: JobRecord[]) => store.transact((tx) => tx.addJobs(jobs));

function run(
  store: JobParts['store'],
  clock: TestClock,
  worker: JobWorker,
  change: Partial<JobParts> = {},
) {
  const jobs = runJobs({
    store,
    now: () => clock.now(),
    workers: { [kind]: worker },
    concurrency: 2,
    onFailure: () => undefined,
    ...change,
  });
  onTestFinished(() => jobs.stop());
  return jobs;
}

/** A promise and how to keep it. */
function gate() {
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open, opened };
}

describe('a job', () => {
  it('asked for ten times while it waits is done once', async () => {
    const clock = createTestClock();
    const store = await storeForOneTest(clock);
    for (let i = 0; i < 10; i += 1) await add(store, jobOf('same'));
    const done: string[] = [];
    run(withoutWaiting(store, clock), clock, (job) => {
      done.push(job.key);
      return Promise.resolve({ kind: 'done' });
    });
    await vi.waitFor(async () => {
      expect(await store.nextJobDueAt([kind])).toBeNull();
    });
    expect(done).toEqual(['same']);
  });

  it('is done once by two runners on one store', async () => {
    const clock = createTestClock();
    const store = await storeForOneTest(clock);
    const keys = Array.from({ length: 40 }, (_, i) => `job-${i}`);
    await add(store, ...keys.map((key) => jobOf(key)));
    const done: string[] = [];
    const worker: JobWorker = async (job) => {
      done.push(job.key);
      await new Promise((resolve) => setImmediate(resolve));
      return { kind: 'done' };
    };
    run(withoutWaiting(store, clock), clock, worker);
    run(withoutWaiting(store, clock), clock, worker);
    await vi.waitFor(async () => {
      expect(await store.nextJobDueAt([kind])).toBeNull();
    });
    expect(done.toSorted()).toEqual(keys.toSorted());
  });

  it('whose worker throws is tried again, later each time, and reported', async () => {
    const clock = createTestClock();
    const store = await storeForOneTest(clock);
    await add(store, jobOf('hard'));
    const triedAt: number[] = [];
    const failures: unknown[] = [];
    const worker: JobWorker = () => {
      triedAt.push(clock.now());
      if (triedAt.length < 4) throw new Error(`no ${triedAt.length}`);
      return Promise.resolve({ kind: 'done' });
    };
    run(withoutWaiting(store, clock), clock, worker, {
      onFailure: (_job, error) => failures.push((error as Error).message),
    });
    await vi.waitFor(async () => {
      expect(await store.nextJobDueAt([kind])).toBeNull();
    });
    expect(failures).toEqual(['no 1', 'no 2', 'no 3']);
    const gaps = triedAt.slice(1).map((at, i) => at - (triedAt[i] ?? 0));
    expect(gaps[0]).toBeGreaterThanOrEqual(1_000_000);
    expect(gaps[1]).toBeGreaterThanOrEqual(2_000_000);
    expect(gaps[2]).toBeGreaterThanOrEqual(4_000_000);
  });

  it('that wants to be taken up again is, when it said', async () => {
    const clock = createTestClock();
    const store = await storeForOneTest(clock);
    await add(store, jobOf('twice'));
    const ranAt: number[] = [];
    run(withoutWaiting(store, clock), clock, () => {
      ranAt.push(clock.now());
      const dueAt = (ranAt[0] ?? 0) + 1_500_000;
      return Promise.resolve(ranAt.length === 1 ? { kind: 'again', dueAt } : { kind: 'done' });
    });
    await vi.waitFor(() => {
      expect(ranAt).toHaveLength(2);
    });
    expect((ranAt[1] ?? 0) - (ranAt[0] ?? 0)).toBeGreaterThanOrEqual(1_500_000);
  });

  it('asked for while it runs is done again', async () => {
    const clock = createTestClock();
    const store = await storeForOneTest(clock);
    await add(store, jobOf('busy'));
    const first = gate();
    let runs = 0;
    run(withoutWaiting(store, clock), clock, async () => {
      runs += 1;
      if (runs === 1) await first.opened;
      return { kind: 'done' };
    });
    await vi.waitFor(() => {
      expect(runs).toBe(1);
    });
    await add(store, jobOf('busy', { dueAt: clock.now() + 1000 }));
    first.open();
    await vi.waitFor(() => {
      expect(runs).toBe(2);
    });
  });
});

describe('a runner', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    onTestFinished(() => {
      vi.useRealTimers();
    });
  });

  /** A store that counts how often it is asked; all jobs it has are leased to somebody. */
  function watched(jobs: JobRecord[], dueAt: number | null) {
    const asked = { leases: 0 };
    const store: JobParts['store'] = {
      renewLease: () => Promise.resolve(true),
      leaseJob: () => {
        asked.leases += 1;
        return Promise.resolve(jobs.shift() ?? null);
      },
      finishJob: () => Promise.resolve(),
      postponeJob: () => Promise.resolve(),
      nextJobDueAt: () => Promise.resolve(dueAt),
    };
    return { store, asked };
  }
  const still: TestClock = { now: () => 1_000_000, advance: () => undefined };
  const nothing: JobWorker = () => Promise.resolve({ kind: 'done' });
  const one = { concurrency: 1 };

  it('asks about once a second when all there is is leased to somebody else', async () => {
    const { store, asked } = watched([], 61_000_000);
    run(store, still, nothing, one);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(asked.leases).toBeLessThanOrEqual(11);
    expect(asked.leases).toBeGreaterThanOrEqual(9);
  });

  it('does not turn in circles over a due job that somebody else holds locked', async () => {
    const { store, asked } = watched([], 0);
    run(store, still, nothing, one);
    await vi.advanceTimersByTimeAsync(1000);
    expect(asked.leases).toBeLessThanOrEqual(201);
  });

  it('looks at once when it is woken', async () => {
    const { store, asked } = watched([], null);
    const jobs = run(store, still, nothing, one);
    await vi.advanceTimersByTimeAsync(0);
    expect(asked.leases).toBe(1);
    jobs.wake();
    await vi.advanceTimersByTimeAsync(0);
    expect(asked.leases).toBe(2);
  });

  it('that is woken while it looks, looks again', async () => {
    const { store, asked } = watched([], null);
    const looking = gate();
    const slow = { ...store, nextJobDueAt: () => looking.opened.then(() => null) };
    const jobs = run(slow, still, nothing, one);
    await vi.advanceTimersByTimeAsync(0);
    jobs.wake();
    looking.open();
    await vi.advanceTimersByTimeAsync(0);
    expect(asked.leases).toBe(2);
  });

  it('goes on when the store was away', async () => {
    const { store, asked } = watched([], null);
    let isAway = true;
    const away = {
      ...store,
      leaseJob: (...args: Parameters<Store['leaseJob']>) =>
        isAway ? Promise.reject(new Error('away')) : store.leaseJob(...args),
    };
    run(away, still, nothing, one);
    await vi.advanceTimersByTimeAsync(3000);
    expect(asked.leases).toBe(0);
    isAway = false;
    await vi.advanceTimersByTimeAsync(1000);
    expect(asked.leases).toBeGreaterThan(0);
  });

  it('that is stopped waits for what is under way and takes nothing more', async () => {
    const { store, asked } = watched([jobOf('first'), jobOf('second')], null);
    const first = gate();
    const finished = vi.fn(() => Promise.resolve());
    const stopped = vi.fn();
    const slow = { ...store, finishJob: finished };
    const jobs = run(slow, still, () => first.opened.then(() => ({ kind: 'done' })), one);
    await vi.advanceTimersByTimeAsync(0);
    const stopping = jobs.stop().then(stopped);
    await vi.advanceTimersByTimeAsync(0);
    expect(stopped).not.toHaveBeenCalled();
    first.open();
    await stopping;
    expect(finished).toHaveBeenCalledExactlyOnceWith(kind, 'first');
    expect(asked.leases).toBe(1);
  });
});
