import { describe, expect, it } from 'vitest';
import type { Store } from '@/server/log/ports';
import { append, commandOf, deliveryOf, endedStream, streamAt, town } from './records';

/** What is deleted when it is old, and what never is. */
export function registerRetentionContract(store: () => Store, clock: { now: number }): void {
  describe('what is older than the retention', () => {
    it('is deleted: deliveries and the event ids they took', async () => {
      await store().transact(async (tx) => {
        await tx.insertDeliveries([
          deliveryOf('old', { receivedAt: 99 }),
          deliveryOf('new', { receivedAt: 100 }),
        ]);
        await tx.claimEventIds([
          { id: 'old', receivedAt: 99 },
          { id: 'new', receivedAt: 100 },
        ]);
      });
      expect(await store().deleteOlderThan(100)).toBe(2);
      const { items } = await store().listDeliveries({ limit: 5 });
      expect(items.map(({ id }) => id)).toEqual(['new']);
      const claimed = await store().transact((tx) =>
        tx.claimEventIds(['old', 'new'].map((id) => ({ id, receivedAt: 101 }))),
      );
      expect([...claimed]).toEqual(['old']);
    });

    it('is deleted by the thousand', async () => {
      const many = Array.from({ length: 1200 }, (_, i) => deliveryOf(`d${i}`, { receivedAt: i }));
      await store().transact((tx) => tx.insertDeliveries(many));
      expect(await store().deleteOlderThan(1100)).toBe(1100);
      expect((await store().listDeliveries({ limit: 500 })).items).toHaveLength(100);
    });

    it('is deleted: ended streams with events and snapshot, but no live one', async () => {
      const snapshot = { seq: 1, version: 1, state: {} };
      await store().transact(async (tx) => {
        await append(tx, town, 0, 3);
        await append(tx, 'conference:old', 0, 700);
        await append(tx, 'conference:recent', 0, 2);
        await tx.saveStreams([
          { ...endedStream('conference:old', 'Old', 99), seq: 700, snapshot },
          { ...endedStream('conference:recent', 'Recent', 100), seq: 2, snapshot },
        ]);
      });
      expect(await store().deleteOlderThan(100)).toBe(701);
      expect(await store().readStream('conference:old')).toBeNull();
      expect(await store().readEvents('conference:old', { limit: 5 })).toEqual([]);
      expect((await store().readStream('conference:recent'))?.snapshot).toEqual(snapshot);
      expect(await store().readEvents('conference:recent', { limit: 5 })).toHaveLength(2);
      expect(await store().readEvents(town, { limit: 5 })).toHaveLength(3);
      const [again] = await store().transact((tx) => tx.lockStreams(['conference:old']));
      expect(again).toEqual(streamAt('conference:old', 0));
    });

    it('is dated by our clock where a stream ended without saying when', async () => {
      await store().transact((tx) => tx.saveStreams([streamAt('call:x', 1, { isLive: false })]));
      expect(await store().deleteOlderThan(clock.now)).toBe(0);
      expect(await store().deleteOlderThan(clock.now + 1)).toBe(1);
    });

    it('is deleted: commands, but none that waits for its outcome', async () => {
      await store().transact(async (tx) => {
        await tx.claimCommand(commandOf('open', { createdAt: 50 }));
        await tx.claimCommand(commandOf('done', { createdAt: 50, state: 'accepted' }));
        await tx.claimCommand(commandOf('new', { createdAt: 100, state: 'accepted' }));
      });
      expect(await store().deleteOlderThan(100)).toBe(1);
      expect(await store().readCommand(commandOf('done').commandId)).toBeNull();
      expect(await store().readCommand(commandOf('open').commandId)).not.toBeNull();
      expect(await store().readCommand(commandOf('new').commandId)).not.toBeNull();
    });
  });
}
