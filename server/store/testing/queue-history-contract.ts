import { describe, expect, it } from 'vitest';
import type { CallControlId } from '@/lib/domain/ids';
import type { EndedWait } from '@/lib/domain/queue/wait';
import type { Store } from '@/server/log/ports';
import type { QueueHistory } from '@/server/queue/ports';

const wait: EndedWait = {
  callControlId: 'v3:ada' as CallControlId,
  enqueuedAt: 100,
  endedAt: 170,
  waitedMicros: 70,
  outcome: 'answered',
  reason: 'bridged',
};
const sampleAt = (at: number, depth: number, everySecs = 5) => ({
  ...{ queue: 'support', everySecs, at, depth, longest: depth * 10, average: depth * 5 },
});
const shown = (at: number, depth: number) => ({
  ...{ at, depth, longest: depth * 10, average: depth * 5 },
});

/** What is kept of queues: how they stood, and the waits that ended. */
export function registerQueueHistoryContract(
  history: () => QueueHistory,
  store: () => Store,
): void {
  describe('how a queue stood', () => {
    const read = (from: number, to: number, everySecs = 5) =>
      history().samples('support', { from, to, everySecs });

    it('comes back in order, with what it was before, each stretch of time on its own', async () => {
      await history().saveSamples([sampleAt(20, 2), sampleAt(10, 1), sampleAt(30, 3)]);
      await history().saveSamples([sampleAt(20, 9, 60), { ...sampleAt(20, 7), queue: 'sales' }]);
      await history().saveSamples([]);
      expect(await read(0, 30)).toEqual([shown(10, 1), shown(20, 2)]);
      expect(await read(20, 31)).toEqual([shown(10, 1), shown(20, 2), shown(30, 3)]);
      expect(await read(0, 100, 60)).toEqual([shown(20, 9)]);
    });

    it('is the most of one stretch, whoever tells of it and in whatever order', async () => {
      await history().saveSamples([sampleAt(10, 4)]);
      await history().saveSamples([{ ...sampleAt(10, 2), longest: 99 }]);
      expect(await read(0, 20)).toEqual([{ at: 10, depth: 4, longest: 99, average: 20 }]);
    });
  });

  describe('a wait that ended', () => {
    const read = (from = 0, to = 1000) => history().waits('support', { from, to });
    const save = (...waits: readonly EndedWait[]) =>
      history().saveWaits(waits.map((each) => ({ queue: 'support', wait: each })));

    it('comes back as it was, by its end', async () => {
      const later = {
        ...wait,
        enqueuedAt: 110,
        endedAt: 180,
        outcome: 'other',
        reason: null,
      } as const;
      await save(later, wait);
      await history().saveWaits([{ queue: 'sales', wait }]);
      expect(await read()).toEqual([wait, later]);
      expect(await read(171, 181)).toEqual([later]);
      expect(await read(0, 170)).toEqual([]);
    });

    it('told again is one, and a later word corrects it', async () => {
      await save(wait);
      await save(wait);
      const corrected = { ...wait, endedAt: 190, waitedMicros: 90, outcome: 'abandoned' } as const;
      await save(corrected);
      expect(await read()).toEqual([corrected]);
    });
  });

  it('what is kept of queues at once is kept as a whole, or not at all', async () => {
    const samples = [sampleAt(10, 1), sampleAt(Number.NaN, 2)];
    await expect(history().saveSamples(samples)).rejects.toThrow();
    const waits = [wait, { ...wait, enqueuedAt: 101, endedAt: Number.NaN }];
    const kept = waits.map((each) => ({ queue: 'support', wait: each }));
    await expect(history().saveWaits(kept)).rejects.toThrow();
    expect(await history().samples('support', { from: 0, to: 999, everySecs: 5 })).toEqual([]);
    expect(await history().waits('support', { from: 0, to: 999 })).toEqual([]);
  });

  it('what is kept of queues stays, whatever becomes of work that is under way', async () => {
    const saved: Promise<void>[] = [];
    const failing = store().transact(async (tx) => {
      saved.push(history().saveSamples([sampleAt(10, 1)]));
      saved.push(history().saveWaits([{ queue: 'support', wait }]));
      await tx.openAlerts('support');
      throw new Error('The work failed');
    });
    await expect(failing).rejects.toThrow();
    await Promise.all(saved);
    expect(await history().samples('support', { from: 0, to: 999, everySecs: 5 })).toEqual([
      shown(10, 1),
    ]);
    expect(await history().waits('support', { from: 0, to: 999 })).toEqual([wait]);
  });

  it('what is kept of queues is deleted when it is old', async () => {
    await history().saveSamples([sampleAt(99, 1), sampleAt(100, 2)]);
    const old = { ...wait, endedAt: 99 };
    const recent = { ...wait, enqueuedAt: 101, endedAt: 170 };
    await history().saveWaits([old, recent].map((each) => ({ queue: 'support', wait: each })));
    expect(await store().deleteOlderThan(100)).toBe(2);
    expect(await history().samples('support', { from: 0, to: 999, everySecs: 5 })).toEqual([
      shown(100, 2),
    ]);
    expect(await history().waits('support', { from: 0, to: 999 })).toEqual([recent]);
  });
}
