import { describe, expect, it } from 'vitest';
import type { RelayAnswer } from '@/lib/contract/relay';
import type { RelayRecord, Store } from '@/server/log/ports';
import type { RelayTable } from '@/server/relay/ports';
import { deliveryOf } from './records';

const grace = { userId: 'grace', name: 'Grace' };
const address = 'https://app.example/hooks';
const nobody = { 'too-old': 0, refused: 0, 'turned-off': 0 };

function relayOf(id: string, change: Partial<RelayRecord> = {}): RelayRecord {
  const headers = {
    signature: `signature-of-${id}`,
    timestamp: '1700000000',
    contentType: 'application/json',
    userAgent: 'telnyx-webhooks',
    passedBy: null,
  };
  return {
    deliveryId: id,
    receivedAt: 1000,
    lane: 'call:ada',
    headers,
    raw: null,
    expiresAt: 9000,
    ...change,
  };
}

function answerAt(at: number, change: Partial<RelayAnswer> = {}): RelayAnswer {
  return {
    at,
    eventType: 'call.answered',
    outcome: 'forwarded',
    status: 200,
    trouble: null,
    ms: 1.5,
    ...change,
  };
}

/** The relay: what waits beside its deliveries, and what became of it. */
export function registerRelayContract(store: () => Store, table: () => RelayTable): void {
  const add = (...relays: RelayRecord[]) =>
    store().transact(async (tx) => {
      await tx.insertDeliveries(
        relays.map(({ deliveryId, receivedAt }) => deliveryOf(deliveryId, { receivedAt })),
      );
      await tx.insertRelays(relays);
    });
  const numbers = async (now = 2000) => (await table().next(now, 100)).map(({ number }) => number);

  describe('webhooks to be forwarded', () => {
    it('wait in the order in which they came, with the bytes and headers they came with', async () => {
      const raw = Buffer.from([0x7b, 0xff, 0x7d]);
      await add(relayOf('a'), relayOf('b', { raw, lane: 'conference:town' }));
      await add(relayOf('c', { receivedAt: 900 }));
      const waiting = await table().next(2000, 100);
      const common = { eventType: 'call.answered', expiresAt: 9000, tries: 0 };
      expect(waiting).toEqual([
        {
          ...common,
          number: expect.any(Number) as number,
          lane: 'call:ada',
          headers: relayOf('a').headers,
          body: Buffer.from('{"data":{}}'),
        },
        {
          ...common,
          number: expect.any(Number) as number,
          lane: 'conference:town',
          headers: relayOf('b').headers,
          body: raw,
        },
        expect.objectContaining({ headers: relayOf('c').headers }),
      ]);
      expect(await table().next(2000, 1)).toEqual(waiting.slice(0, 1));
    });

    it('are not there when what stored their deliveries fails', async () => {
      const failing = store().transact(async (tx) => {
        await tx.insertRelays([relayOf('a')]);
        throw new Error('no');
      });
      await expect(failing).rejects.toThrow('no');
      expect(await numbers()).toEqual([]);
    });

    it('are counted as what became of them, and wait on where they are to be tried again', async () => {
      await table().change({ address, isOn: true }, grace, 500);
      await add(relayOf('a'), relayOf('b'), relayOf('c'));
      const [first = 0, second = 0, third = 0] = await numbers();
      await table().settle({
        forwarded: [first],
        again: [{ number: second, dueAt: 3000 }],
        givenUp: [{ number: third, reason: 'refused' }],
        answers: [
          answerAt(1),
          answerAt(2, { outcome: 'again', status: null, trouble: 'time-out' }),
        ],
      });
      expect(await numbers(2999)).toEqual([]);
      expect(await table().next(3000, 100)).toMatchObject([{ number: second, tries: 1 }]);
      expect(await table().view()).toEqual({
        address,
        isOn: true,
        updatedAt: 500,
        updatedBy: grace,
        since: 500,
        forwarded: 1,
        waiting: 1,
        oldestAt: 1000,
        givenUp: { ...nobody, refused: 1 },
        answers: [
          answerAt(2, { outcome: 'again', status: null, trouble: 'time-out' }),
          answerAt(1),
        ],
      });
    });

    it('settled twice count once', async () => {
      await add(relayOf('a'));
      const forwarded = await numbers();
      const settlement = { forwarded, again: [], givenUp: [], answers: [] };
      await table().settle(settlement);
      await table().settle(settlement);
      expect((await table().view()).forwarded).toBe(1);
    });

    it('are given up when they are too old', async () => {
      await add(relayOf('a', { expiresAt: 4000 }), relayOf('b', { expiresAt: 4001 }));
      expect(await numbers(4000)).toHaveLength(1);
      await table().expire(4000);
      expect(await table().view()).toMatchObject({ waiting: 1, givenUp: { 'too-old': 1 } });
      await table().expire(4000);
      expect((await table().view()).givenUp).toEqual({ ...nobody, 'too-old': 1 });
    });

    it('are given up when forwarding is turned off', async () => {
      await table().change({ address, isOn: true }, grace, 500);
      await add(relayOf('a'), relayOf('b'));
      await table().change({ address, isOn: false }, grace, 600);
      expect(await table().view()).toMatchObject({
        isOn: false,
        updatedAt: 600,
        waiting: 0,
        oldestAt: null,
        givenUp: { 'turned-off': 2 },
      });
    });
  });

  describe('the setting of the relay', () => {
    it('is off without an address at first, under a mark that stays', async () => {
      const [one, two] = await Promise.all([table().setting(), table().setting()]);
      expect(one).toEqual({ address: '', isOn: false, mark: expect.any(String) as string });
      expect(two.mark).toBe(one.mark);
      await table().change({ address, isOn: true }, grace, 500);
      expect(await table().setting()).toEqual({ address, isOn: true, mark: one.mark });
      expect(one.mark).not.toBe('');
    });

    it('counts anew with another address, and on with the same', async () => {
      await table().change({ address, isOn: true }, grace, 500);
      const settlement = { forwarded: [], again: [], givenUp: [], answers: [answerAt(1)] };
      await table().settle(settlement);
      await table().change({ address, isOn: true }, grace, 600);
      expect(await table().view()).toMatchObject({ since: 500, answers: [answerAt(1)] });
      await table().change({ address: `${address}/new`, isOn: true }, grace, 700);
      expect(await table().view()).toMatchObject({ since: 700, forwarded: 0, answers: [] });
    });

    it('keeps the last twenty answers', async () => {
      const answers = Array.from({ length: 25 }, (_, i) => answerAt(i));
      await table().settle({ forwarded: [], again: [], givenUp: [], answers });
      const { answers: kept } = await table().view();
      expect(kept.map(({ at }) => at)).toEqual(Array.from({ length: 20 }, (_, i) => 24 - i));
    });
  });
}
