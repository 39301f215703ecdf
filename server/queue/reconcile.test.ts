import { describe, expect, it, vi } from 'vitest';
import type { QueueRow } from '@/lib/contract/rows';
import type { CallControlId } from '@/lib/domain/ids';
import { valueAt } from '@/lib/domain/keyed';
import { isAlive, type Queue, waitingIn } from '@/lib/domain/queue/queue';
import { countWaiting, exists } from '@/lib/domain/queue/view';
import { endedWaits } from '@/lib/domain/queue/wait';
import { carrierForOneTest, openTestCore, type TestCore } from '@/server/testing/open-test-core';
import type { TestCarrier } from '@/server/testing/test-carrier';

async function until(rostrum: TestCore, name: string, condition: (queue: Queue) => boolean) {
  return vi.waitFor(
    async () => {
      const view = await rostrum.core.services.queues.read(name);
      expect(view !== null && condition(view.state), 'the queue is as it should be').toBe(true);
      return view!.state;
    },
    { timeout: 10_000, interval: 5 },
  );
}

async function enqueued(carrier: TestCarrier, name: string, more: object = {}) {
  const leg = (await carrier.caller()) as CallControlId;
  await carrier.client.calls.actions.enqueue(leg, { queue_name: name, ...more });
  return leg;
}

/** A command that has the queue read back, and changes nothing. */
async function askForARead(
  rostrum: TestCore,
  name: string,
  commandId = 'a-read-of-it',
): Promise<void> {
  const command = { type: 'queue.update', fields: { maxSize: 100 } };
  await rostrum.post(`/api/queues/${name}/commands`, { commandId, command });
}

const legsOf = (queue: Queue) => waitingIn(queue).map(({ callControlId }) => callControlId);

describe('at its start', () => {
  it('finds queues that only the carrier knows, those in which nobody waits too', async () => {
    const carrier = await carrierForOneTest();
    await carrier.client.queues.create({ queue_name: 'empty', max_size: 9 });
    const first = await enqueued(carrier, 'support');
    const kept = await enqueued(carrier, 'support', { keep_after_hangup: true });
    await carrier.control('POST', `/calls/${kept}/hangup`);
    await carrier.settled();
    const rostrum = await openTestCore({ carrier });
    const queue = await until(
      rostrum,
      'support',
      (q) => countWaiting(q).depth === 2 && countWaiting(q).alive === 1,
    );
    expect(legsOf(queue)).toEqual([first, kept]);
    expect(waitingIn(queue).map(isAlive)).toEqual([true, false]);
    const { data } = await carrier.client.queues.calls.list('support');
    expect(waitingIn(queue).map(({ entries }) => entries[0]?.at)).toEqual(
      data.map((each) => Date.parse(each.enqueued_at) * 1000),
    );
    expect(waitingIn(queue)[0]?.party.from).toBe(data[0]?.from);
    await until(rostrum, 'empty', (q) => q.facts?.maxSize === 9);
    await vi.waitFor(async () => {
      const { body } = await rostrum.get('/api/queues');
      const rows = (body.items as QueueRow[]).map(({ name, depth, maxSize }) => [
        ...[name, depth, maxSize],
      ]);
      expect(rows).toEqual([
        ['empty', 0, 9],
        ['support', 2, 100],
      ]);
    });
  });

  it('reads a queue of 600 callers to the last page', async () => {
    const carrier = await carrierForOneTest();
    const facts = {
      id: 'q',
      name: 'long',
      record_type: 'queue',
      max_size: 1000,
      current_size: 600,
    };
    const at = { created_at: '2026-09-01T10:00:00Z', average_wait_time_secs: 4 };
    const calls = Array.from({ length: 600 }, (_, i) => ({
      ...{ call_control_id: `v3:caller-${i}`, call_leg_id: null, from: '+12125550100', to: null },
      ...{ enqueued_at: new Date(1_800_000_000_000 + i).toISOString(), is_alive: true },
      ...{ queue_position: i + 1, wait_time_secs: 3 },
    }));
    carrier.intercept((_, path) => {
      if (!path.startsWith('/queues')) return null;
      const query = new URL(path, carrier.url).searchParams;
      const [page, size] = [Number(query.get('page[number]')), Number(query.get('page[size]'))];
      const all: readonly object[] = path.includes('/calls') ? calls : [{ ...facts, ...at }];
      const meta = { page_number: page, total_pages: Math.ceil(all.length / (size || 1)) };
      const data = all.slice((page - 1) * size, page * size);
      if (path === '/queues/long') return { status: 200, body: { data: { ...facts, ...at } } };
      return { status: 200, body: { data, meta } };
    });
    const rostrum = await openTestCore({ carrier });
    const queue = await until(rostrum, 'long', (q) => countWaiting(q).depth === 600);
    expect(legsOf(queue)[599]).toBe('v3:caller-599');
  });
});

describe('what webhooks did not tell', () => {
  async function waiting(people: number) {
    const carrier = await carrierForOneTest();
    const rostrum = await openTestCore({ carrier });
    const legs: CallControlId[] = [];
    for (let i = 0; i < people; i += 1) legs.push(await enqueued(carrier, 'support'));
    await until(rostrum, 'support', (q) => countWaiting(q).depth === people && q.facts !== null);
    await carrier.settled();
    return { rostrum, carrier, legs };
  }

  it('is made good: who has gone goes when two reads miss them, at a time that ends no wait', async () => {
    const { rostrum, carrier, legs } = await waiting(2);
    await carrier.fault({ kind: 'drop', rate: 1 });
    await carrier.client.calls.actions.leaveQueue(legs[0]!, {});
    await askForARead(rostrum, 'support');
    const queue = await until(rostrum, 'support', (q) => countWaiting(q).depth === 1);
    expect(legsOf(queue)).toEqual([legs[1]]);
    const call = valueAt(queue.calls, legs[0]!)!;
    expect(call.exits).toMatchObject([{ at: call.entries[0]!.at + 1, value: { reason: null } }]);
    expect(endedWaits(call)).toMatchObject([{ outcome: 'other' }]);
    const reads = carrier.requests.filter(({ path }) => path.startsWith('/queues/support/calls?'));
    expect(reads.length).toBeGreaterThanOrEqual(2);
  });

  it('is made good: who has come in unheard comes in, when they came in', async () => {
    const { rostrum, carrier } = await waiting(1);
    await carrier.fault({ kind: 'drop', rate: 1 });
    const late = await enqueued(carrier, 'support');
    await askForARead(rostrum, 'support');
    const queue = await until(rostrum, 'support', (q) => countWaiting(q).depth === 2);
    const { data } = await carrier.client.queues.calls.list('support');
    const listed = data.find(({ call_control_id: leg }) => leg === late);
    expect(valueAt(queue.calls, late)?.entries[0]?.at).toBe(
      Date.parse(listed?.enqueued_at ?? '') * 1000,
    );
  });

  it('is made good: a queue that somebody else deleted is gone', async () => {
    const carrier = await carrierForOneTest();
    await carrier.client.queues.create({ queue_name: 'support' });
    const rostrum = await openTestCore({ carrier });
    await until(rostrum, 'support', (q) => exists(q) === true);
    await carrier.client.queues.delete('support');
    await askForARead(rostrum, 'support');
    await until(rostrum, 'support', (q) => exists(q) === false);
    await vi.waitFor(async () => {
      expect((await rostrum.get('/api/queues')).body.items).toEqual([]);
    });
    const leg = await enqueued(carrier, 'support');
    const queue = await until(rostrum, 'support', (q) => countWaiting(q).depth === 1);
    expect([exists(queue), legsOf(queue)]).toEqual([true, [leg]]);
  });

  it('changes nobody when a read fails', async () => {
    const { rostrum, carrier, legs } = await waiting(2);
    let failures = 0;
    carrier.intercept((method, path) => {
      if (method !== 'GET' || !path.startsWith('/queues/support/calls')) return null;
      failures += 1;
      return failures < 4 ? { status: 500, body: {} } : null;
    });
    await askForARead(rostrum, 'support');
    await vi.waitFor(() => {
      expect(failures).toBeGreaterThanOrEqual(4);
    }, 10_000);
    const { state } = (await rostrum.core.services.queues.read('support'))!;
    expect(legsOf(state)).toEqual(legs);
  });
});
