import { describe, expect, it } from 'vitest';
import type { JobRecord, Store } from '@/server/log/ports';
import { jobOf } from './records';

const kinds = ['read-back'];

/** Jobs: leased, done once, asked for again. */
export function registerJobContract(store: () => Store): void {
  const add = (...jobs: JobRecord[]) => store().transact((tx) => tx.addJobs(jobs));
  const lease = (now: number, of = kinds) => store().leaseJob(of, now, 1);
  const leasedKey = async (now: number) => (await lease(now))?.key ?? null;

  describe('waiting jobs', () => {
    it('are leased when they are due, and count the try', async () => {
      await add(jobOf('a'));
      expect(await lease(99)).toBeNull();
      expect(await lease(100)).toEqual(jobOf('a', { tries: 1 }));
    });

    it('go by priority, then by due time', async () => {
      await add(
        jobOf('third', { priority: 5, dueAt: 20 }),
        jobOf('second', { priority: 5, dueAt: 10 }),
        jobOf('first', { priority: 1, dueAt: 90 }),
        jobOf('not due', { priority: 0, dueAt: 200 }),
      );
      const keys = [await leasedKey(100), await leasedKey(100), await leasedKey(100)];
      expect(keys).toEqual(['first', 'second', 'third']);
      expect(await leasedKey(100)).toBeNull();
    });

    it('are leased by kind', async () => {
      await add(jobOf('a', { kind: 'archive' }));
      expect(await lease(100)).toBeNull();
      expect(await lease(100, [])).toBeNull();
      expect((await lease(100, ['read-back', 'archive']))?.kind).toBe('archive');
    });

    it('asked for again keep their body, the earlier time and the lower priority', async () => {
      await add(jobOf('a', { dueAt: 50, priority: 5, body: 'first' }));
      await add(jobOf('a', { dueAt: 80, priority: 2, body: 'second' }));
      expect(await lease(60)).toEqual(
        jobOf('a', { dueAt: 50, priority: 2, body: 'first', tries: 1 }),
      );
    });

    it('asked for twice in one go are one', async () => {
      await add(jobOf('a', { dueAt: 50, priority: 5 }), jobOf('a', { dueAt: 40, priority: 9 }));
      expect(await lease(60)).toEqual(jobOf('a', { dueAt: 40, priority: 5, tries: 1 }));
      await store().finishJob('read-back', 'a');
      expect(await lease(60)).toBeNull();
    });

    it('that take long are kept by whoever renews the lease', async () => {
      await add(jobOf('a', { dueAt: 50 }));
      await lease(100);
      expect(await store().renewLease('read-back', 'a', 1_000, 2)).toBe(true);
      expect(await lease(2_999)).toBeNull();
      expect(await leasedKey(3_000)).toBe('a');
      await store().finishJob('read-back', 'a');
      expect(await store().renewLease('read-back', 'a', 4_000, 2)).toBe(false);
    });

    it('say when the next one is due', async () => {
      expect(await store().nextJobDueAt(kinds)).toBeNull();
      await add(jobOf('a', { dueAt: 70 }), jobOf('b', { dueAt: 60 }), jobOf('c', { kind: 'x' }));
      expect(await store().nextJobDueAt(kinds)).toBe(60);
      expect(await store().nextJobDueAt([])).toBeNull();
    });

    it('are not added when the transaction fails', async () => {
      const failing = store().transact(async (tx) => {
        await tx.addJobs([jobOf('a')]);
        throw new Error('no');
      });
      await expect(failing).rejects.toThrow('no');
      expect(await lease(100)).toBeNull();
    });
  });

  describe('leased jobs', () => {
    registerLeased(store, add);
  });
}

function registerLeased(store: () => Store, add: (...jobs: JobRecord[]) => Promise<void>): void {
  const lease = (now: number) => store().leaseJob(kinds, now, 1);
  const leaseEndsAt = 100 + 1000;

  it('are leased to nobody else until the lease runs out', async () => {
    await add(jobOf('a'));
    await lease(100);
    expect(await lease(leaseEndsAt - 1)).toBeNull();
    expect(await store().nextJobDueAt(kinds)).toBe(leaseEndsAt);
    expect((await lease(leaseEndsAt))?.tries).toBe(2);
  });

  it('are leased to one of many workers each', async () => {
    await add(...Array.from({ length: 5 }, (_, i) => jobOf(`job ${i}`)));
    const leased = await Promise.all(Array.from({ length: 8 }, () => lease(100)));
    const keys = leased.flatMap((job) => job?.key ?? []);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys.length).toBe(5);
  });

  it('are gone when they are done', async () => {
    await add(jobOf('a'), jobOf('b'));
    await lease(100);
    await store().finishJob('read-back', 'a');
    expect((await lease(100))?.key).toBe('b');
    expect(await lease(5000)).toEqual(jobOf('b', { tries: 2 }));
  });

  it('asked for while they run are due again when they are done', async () => {
    await add(jobOf('a'));
    await lease(100);
    await add(jobOf('a', { dueAt: 300 }));
    await add(jobOf('a', { dueAt: 200 }));
    expect(await lease(400)).toBeNull();
    await store().finishJob('read-back', 'a');
    expect(await lease(199)).toBeNull();
    expect(await lease(200)).toEqual(jobOf('a', { dueAt: 200, tries: 1 }));
    await store().finishJob('read-back', 'a');
    expect(await store().nextJobDueAt(kinds)).toBeNull();
  });

  it('asked for before a second lease began are not due a third time', async () => {
    await add(jobOf('a'));
    await lease(100);
    await add(jobOf('a', { dueAt: 200 }));
    await lease(leaseEndsAt);
    await store().finishJob('read-back', 'a');
    expect(await store().nextJobDueAt(kinds)).toBeNull();
  });

  it('given back are due when they are said to be, and keep their tries', async () => {
    await add(jobOf('a'));
    await lease(100);
    await store().postponeJob('read-back', 'a', 500);
    expect(await lease(499)).toBeNull();
    expect(await lease(500)).toEqual(jobOf('a', { dueAt: 500, tries: 2 }));
  });

  it('given back after they were asked for again are due at the earlier time', async () => {
    await add(jobOf('a'));
    await lease(100);
    await add(jobOf('a', { dueAt: 300 }));
    await store().postponeJob('read-back', 'a', 500);
    expect(await store().nextJobDueAt(kinds)).toBe(300);
  });

  it('that nobody has leased cannot be finished', async () => {
    await add(jobOf('a'));
    await store().finishJob('read-back', 'a');
    expect((await lease(100))?.key).toBe('a');
  });
}
