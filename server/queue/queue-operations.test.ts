import { describe, expect, it, vi } from 'vitest';
import { peopleIn } from '@/lib/domain/conference/view';
import type { CallControlId } from '@/lib/domain/ids';
import { valueAt } from '@/lib/domain/keyed';
import { isAlive, type Queue, waitingIn } from '@/lib/domain/queue/queue';
import { countWaiting, exists, maxSizeOf } from '@/lib/domain/queue/view';
import { loadCarrierContract } from '@/server/simulator/testing/carrier-contract';
import { carrierForOneTest, openTestCore, type TestCore } from '@/server/testing/open-test-core';

const contract = loadCarrierContract();

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

let given = 0;
const command = (rostrum: TestCore, name: string, type: string, fields: object, id?: string) => {
  given += 1;
  return rostrum.post(`/api/queues/${encodeURIComponent(name)}/commands`, {
    commandId: id ?? `command-${given}`,
    command: { type, fields },
  });
};
const phaseOf = (queue: Queue, id: string) =>
  queue.commands.find(({ commandId }) => commandId === id)?.phase;

/** Gives a command, expects it to be taken, and waits until the carrier has borne it out. */
async function confirmed(rostrum: TestCore, name: string, type: string, fields: object) {
  const id = `the-${type.replaceAll('.', '-')}`;
  const answer = await command(rostrum, name, type, fields, id);
  expect(answer.body, type).toMatchObject({ state: 'accepted' });
  return until(rostrum, name, (queue) => phaseOf(queue, id) === 'confirmed');
}

/** A queue in which so many wait, as Rostrum knows. */
async function waiting(people: number, enqueue: object = {}, name = 'support') {
  const carrier = await carrierForOneTest({ farEndAnswersMs: 1 });
  const rostrum = await openTestCore({ carrier });
  const legs: CallControlId[] = [];
  for (let i = 0; i < people; i += 1) {
    const leg = await carrier.caller(`+1212555010${i}`);
    await carrier.client.calls.actions.enqueue(leg, { queue_name: name, ...enqueue });
    legs.push(leg as CallControlId);
  }
  await until(
    rostrum,
    name,
    (queue) => countWaiting(queue).depth === people && queue.facts !== null,
  );
  await carrier.settled();
  return { rostrum, carrier, legs, name };
}

/** What Rostrum asked of the carrier at an address that ends so; each has to be as documented. */
function askedAt(rostrum: TestCore, method: string, ending: string) {
  const sent = rostrum.carrier
    .commands()
    .filter((each) => each.method === method && each.path.endsWith(ending));
  for (const { path, body } of sent)
    expect(contract?.validateRequest(method, path, body) ?? []).toEqual([]);
  return sent;
}

const listed = async ({ carrier, name }: { carrier: TestCore['carrier']; name: string }) => {
  const { data } = await carrier.client.queues.calls.list(name);
  return data.map(({ call_control_id: leg }) => leg);
};

describe('a queue', () => {
  it('is made with a size, is read back, and shows up for everybody', async () => {
    const rostrum = await openTestCore();
    const made = await rostrum.post('/api/queues', {
      commandId: 'the-making',
      command: { type: 'queue.create', fields: { name: 'Gold / VIP', maxSize: 12 } },
    });
    expect(made.body).toMatchObject({ state: 'accepted', name: 'Gold / VIP' });
    await until(rostrum, 'Gold / VIP', (queue) => phaseOf(queue, 'the-making') === 'confirmed');
    expect(askedAt(rostrum, 'POST', '/queues')).toMatchObject([
      { body: { queue_name: 'Gold / VIP', max_size: 12 } },
    ]);
    const read = await rostrum.get(`/api/queues/${encodeURIComponent('Gold / VIP')}`);
    expect(read.body.state).toMatchObject({ name: 'Gold / VIP', facts: { maxSize: 12, size: 0 } });
    await vi.waitFor(async () => {
      const { body } = await rostrum.get('/api/queues');
      expect(body.items).toMatchObject([{ name: 'Gold / VIP', depth: 0, maxSize: 12 }]);
    });
    const again = await rostrum.post('/api/queues', {
      commandId: 'another-making',
      command: { type: 'queue.create', fields: { name: 'Gold / VIP' } },
    });
    expect([again.status, again.body.code]).toEqual([409, 'queue-exists']);
  });

  it.each(['.', '..', ' '])('is not made as “%s”, which no address can hold', async (name) => {
    const rostrum = await openTestCore();
    const command = { type: 'queue.create', fields: { name } };
    const answer = await rostrum.post('/api/queues', { commandId: 'the-making', command });
    expect(answer).toMatchObject({ status: 422, body: { code: 'bad-request' } });
    expect(askedAt(rostrum, 'POST', '/queues')).toEqual([]);
  });

  it('takes another size', async () => {
    const { rostrum, name } = await waiting(1);
    const queue = await confirmed(rostrum, name, 'queue.update', { maxSize: 7 });
    expect(maxSizeOf(queue)).toEqual({ value: 7, isSeen: true });
    expect(askedAt(rostrum, 'POST', '/queues/support')).toMatchObject([{ body: { max_size: 7 } }]);
  });

  it('is deleted only when it is empty, and is gone when a read finds none', async () => {
    const { rostrum, carrier, name, legs } = await waiting(1);
    const refused = await command(rostrum, name, 'queue.delete', {});
    expect([refused.status, refused.body.code]).toEqual([409, 'queue-not-empty']);
    expect(refused.body.detail).toContain('Only an empty queue');
    await carrier.client.calls.actions.leaveQueue(legs[0]!, {});
    await until(rostrum, name, (queue) => countWaiting(queue).depth === 0);
    const queue = await confirmed(rostrum, name, 'queue.delete', {});
    expect(exists(queue)).toBe(false);
    expect(askedAt(rostrum, 'DELETE', '/queues/support')).toHaveLength(1);
    await expect(carrier.client.queues.retrieve(name)).rejects.toThrow();
  });

  it('is told of in the carrier’s words where it refuses', async () => {
    const { rostrum, carrier, name } = await waiting(1);
    carrier.intercept((method, path) =>
      method === 'POST' && path.endsWith(`/queues/${name}`)
        ? { status: 422, body: { errors: [{ code: '10033', title: 'Not that size' }] } }
        : null,
    );
    const refused = await command(rostrum, name, 'queue.update', { maxSize: 3 });
    expect(refused).toMatchObject({
      status: 409,
      body: { code: 'carrier-refused', carrierCode: '10033', detail: 'Not that size' },
    });
  });

  it('connects its first with a call', async () => {
    const { rostrum, carrier, name, legs } = await waiting(2);
    const agent = await carrier.caller('+12125550199');
    await carrier.settled();
    const queue = await confirmed(rostrum, name, 'queue.bridgeNext', { callControlId: agent });
    expect(waitingIn(queue).map(({ callControlId }) => callControlId)).toEqual([legs[1]]);
    expect(askedAt(rostrum, 'POST', '/actions/bridge')).toMatchObject([{ body: { queue: name } }]);
    expect(await listed({ carrier, name })).toEqual([legs[1]]);
    const refused = await command(rostrum, name, 'queue.bridgeNext', { callControlId: 'v3:no' });
    expect(refused.status).toBe(404);
    await carrier.client.calls.actions.hangup(agent, {});
    await carrier.settled();
    const late = await command(rostrum, name, 'queue.bridgeNext', { callControlId: agent });
    expect([late.status, late.body.code]).toEqual([409, 'call-ended']);
  });
});

describe('callers who wait', () => {
  it('are let into a conference one after the other, in order', async () => {
    const { rostrum, carrier, name, legs } = await waiting(3);
    const { id } = await carrier.conference(1);
    await rostrum.until(id, (c) => peopleIn(c) === 1);
    const fields = { legs: [legs[2], legs[0]], conferenceId: id, mute: true };
    const queue = await confirmed(rostrum, name, 'queueCalls.admit', fields);
    expect(queue.commands.at(-1)?.callers.map(({ phase }) => phase)).toEqual([
      'confirmed',
      'confirmed',
    ]);
    const joins = askedAt(rostrum, 'POST', '/actions/join');
    expect(joins.map(({ body }) => (body as Record<string, unknown>).call_control_id)).toEqual([
      legs[2],
      legs[0],
    ]);
    await rostrum.until(id, (c) => peopleIn(c) === 3);
    expect(await listed({ carrier, name })).toEqual([legs[1]]);
  });

  it('are told one by one why they could not be let in', async () => {
    const { rostrum, name, legs } = await waiting(1);
    const fields = { legs, conferenceId: 'nowhere' };
    const answer = await command(rostrum, name, 'queueCalls.admit', fields, 'in-vain-at-all');
    expect(answer.body).toMatchObject({ state: 'accepted' });
    const queue = await until(rostrum, name, (q) => phaseOf(q, 'in-vain-at-all') === 'refused');
    expect(queue.commands.at(-1)?.callers).toMatchObject([{ refusal: { code: 'not-found' } }]);
    expect(countWaiting(queue).depth).toBe(1);
  });

  it('are sent on to a number', async () => {
    const { rostrum, carrier, name, legs } = await waiting(1);
    const fields = { legs, to: '+12125550188', timeoutSecs: 20 };
    const queue = await confirmed(rostrum, name, 'queueCalls.transfer', fields);
    expect(countWaiting(queue).depth).toBe(0);
    expect(askedAt(rostrum, 'POST', '/actions/transfer')).toMatchObject([
      { body: { to: '+12125550188', timeout_secs: 20 } },
    ]);
    expect(await listed({ carrier, name })).toEqual([]);
  });

  it('are connected with a call, whichever is chosen', async () => {
    const { rostrum, carrier, name, legs } = await waiting(2);
    const agent = await carrier.caller('+12125550199');
    await carrier.settled();
    const fields = { legs: [legs[1]], callControlId: agent };
    const queue = await confirmed(rostrum, name, 'queueCalls.bridge', fields);
    expect(waitingIn(queue).map(({ callControlId }) => callControlId)).toEqual([legs[0]]);
    expect(askedAt(rostrum, 'POST', '/actions/bridge')).toHaveLength(1);
    const two = { legs, callControlId: agent };
    const refused = await command(rostrum, name, 'queueCalls.bridge', two);
    expect([refused.status, refused.body.code]).toEqual([422, 'bad-request']);
  });

  it('move to another queue, and have waited since they came into the first', async () => {
    const { rostrum, carrier, name, legs } = await waiting(2);
    const before = await until(rostrum, name, () => true);
    const since = countWaiting(before).oldestSince;
    await confirmed(rostrum, name, 'queueCalls.move', { legs: [legs[0]], queue: 'sales' });
    const sales = await until(
      rostrum,
      'sales',
      (queue) => countWaiting(queue).depth === 1 && countWaiting(queue).oldestSince === since,
    );
    expect(waitingIn(sales)[0]).toMatchObject({
      callControlId: legs[0],
      moved: { from: 'support', since },
    });
    expect(askedAt(rostrum, 'POST', '/actions/enqueue')).toHaveLength(1);
    expect(await listed({ carrier, name: 'sales' })).toEqual([legs[0]]);
    expect(await listed({ carrier, name })).toEqual([legs[1]]);
  });

  it('stay where they are when the other queue is full', async () => {
    const { rostrum, carrier, name, legs } = await waiting(1);
    await carrier.client.queues.create({ queue_name: 'tiny', max_size: 1 });
    const other = await carrier.caller();
    await carrier.client.calls.actions.enqueue(other, { queue_name: 'tiny' });
    await command(rostrum, name, 'queueCalls.move', { legs, queue: 'tiny' }, 'to-the-tiny');
    const queue = await until(rostrum, name, (q) => phaseOf(q, 'to-the-tiny') === 'refused');
    expect(queue.commands.at(-1)?.callers[0]?.refusal?.detail).toContain('full');
    expect(await listed({ carrier, name })).toEqual(legs);
  });

  it('leave first where the carrier wants it, and go back where the other does not take them', async () => {
    const { rostrum, carrier, name, legs } = await waiting(1);
    let entries = 0;
    carrier.intercept((_, path) => {
      if (!path.endsWith('/actions/enqueue')) return null;
      entries += 1;
      if (entries === 1) return { status: 422, body: { errors: [{ code: '90038', title: 'In' }] } };
      return entries === 2
        ? { status: 422, body: { errors: [{ code: '90036', title: 'Full' }] } }
        : null;
    });
    await command(rostrum, name, 'queueCalls.move', { legs, queue: 'sales' }, 'there-and-back');
    const queue = await until(
      rostrum,
      name,
      (q) => phaseOf(q, 'there-and-back') === 'refused' && countWaiting(q).depth === 1,
    );
    expect(queue.commands.at(-1)?.callers[0]?.refusal?.detail).toContain('Full');
    expect(await listed({ carrier, name })).toEqual(legs);
  });

  it('keep their place after a hang-up where we say so, and lose it when we take it away', async () => {
    const { rostrum, carrier, name, legs } = await waiting(2);
    const fields = { legs: [legs[0]], keepAfterHangup: true };
    await command(rostrum, name, 'queueCalls.setKeepAfterHangup', fields, 'to-be-kept');
    await until(rostrum, name, (queue) => phaseOf(queue, 'to-be-kept') === 'accepted');
    expect(askedAt(rostrum, 'PATCH', legs[0]!)).toMatchObject([
      { body: { keep_after_hangup: true } },
    ]);
    await carrier.control('POST', `/calls/${legs[0]}/hangup`);
    await carrier.control('POST', `/calls/${legs[1]}/hangup`);
    const kept = await until(rostrum, name, (queue) => countWaiting(queue).depth === 1);
    expect(waitingIn(kept).map(isAlive)).toEqual([false]);
    const refused = await command(rostrum, name, 'queueCalls.hangUp', { legs: [legs[0]] });
    expect([refused.status, refused.body.code]).toEqual([409, 'caller-hung-up']);
    await confirmed(rostrum, name, 'queueCalls.remove', { legs: [legs[0]] });
    expect(askedAt(rostrum, 'DELETE', legs[0]!)).toHaveLength(1);
    expect(await listed({ carrier, name })).toEqual([]);
  });

  it('are taken out of the queue and stay on the line', async () => {
    const { rostrum, carrier, name, legs } = await waiting(2);
    const queue = await confirmed(rostrum, name, 'queueCalls.remove', { legs: [legs[0]] });
    expect(waitingIn(queue).map(({ callControlId }) => callControlId)).toEqual([legs[1]]);
    expect(askedAt(rostrum, 'POST', '/actions/leave_queue')).toHaveLength(1);
    const { data } = await carrier.client.calls.retrieveStatus(legs[0]!);
    expect(data?.is_alive).toBe(true);
  });

  it('are hung up on', async () => {
    const { rostrum, name, legs } = await waiting(2);
    const queue = await confirmed(rostrum, name, 'queueCalls.hangUp', { legs });
    expect(valueAt(queue.calls, legs[0]!)?.hungUp).not.toBeNull();
    await until(rostrum, name, (q) => countWaiting(q).depth === 0);
    expect(askedAt(rostrum, 'POST', '/actions/hangup')).toHaveLength(2);
  });

  it('are asked after one by one', async () => {
    const { rostrum, name, legs } = await waiting(2);
    const path = `/api/queues/${name}/calls/${encodeURIComponent(legs[1]!)}`;
    const answer = await rostrum.get(path);
    expect(answer.body).toMatchObject({ position: 2, isAlive: true });
    expect((await rostrum.get(`/api/queues/${name}/calls/nobody`)).status).toBe(404);
  });
});

it('what was done in queues is in activity, caller by caller', async () => {
  const { rostrum, name, legs } = await waiting(2);
  await confirmed(rostrum, name, 'queue.update', { maxSize: 7 });
  await confirmed(rostrum, name, 'queueCalls.hangUp', { legs });
  await vi.waitFor(async () => {
    const { body } = await rostrum.get('/api/activity');
    const lines = (body.items as Record<string, unknown>[]).map(({ action, outcome, target }) => ({
      ...{ action, outcome, kind: (target as { kind: string } | null)?.kind },
    }));
    expect(lines).toContainEqual({ action: 'queue.update', outcome: 'done', kind: 'queue' });
    expect(lines).toContainEqual({
      ...{ action: 'queueCalls.hangUp', outcome: 'done', kind: 'participants' },
    });
    const single = { action: 'call.hangUp', outcome: 'done', kind: 'call' };
    expect(lines.filter(({ action }) => action === 'call.hangUp')).toEqual([single, single]);
  });
});
