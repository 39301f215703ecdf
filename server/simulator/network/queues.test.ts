import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Rehearsal, startRehearsal } from '../testing/rehearsal';

let rehearsal: Rehearsal;
beforeEach(async () => {
  rehearsal = await startRehearsal();
});
afterEach(() => rehearsal.close());

const coded = (code: string) => ({ error: { errors: [expect.objectContaining({ code })] } });

async function waiting(queue = 'sales'): Promise<string> {
  const leg = await rehearsal.caller();
  await rehearsal.client.calls.actions.enqueue(leg, { queue_name: queue });
  return leg;
}

async function lastDequeued() {
  await rehearsal.settled();
  return rehearsal.inbox.of('call.dequeued').at(-1)?.payload;
}

it('positions count from one and move up when the first leaves', async () => {
  const first = await waiting();
  const second = await waiting();
  const positionOf = async (leg: string) =>
    (await rehearsal.client.queues.calls.retrieve(leg, { queue_name: 'sales' })).data
      ?.queue_position;
  expect(await positionOf(second)).toBe(2);
  await rehearsal.client.calls.actions.leaveQueue(first, {});
  expect(await positionOf(second)).toBe(1);
  expect(await lastDequeued()).toMatchObject({
    queue: 'sales',
    queue_position: 1,
    reason: 'leave',
  });
});

it('a queue made by a caller holds a hundred, one made by hand three hundred', async () => {
  await waiting('by-caller');
  await rehearsal.client.queues.create({ queue_name: 'by-hand' });
  const sizes = (await rehearsal.client.queues.list()).data.map((queue) => queue.max_size);
  expect(sizes).toEqual([100, 300]);
});

it('a full queue, a second place and another size are refused', async () => {
  await rehearsal.client.queues.create({ queue_name: 'tiny', max_size: 1 });
  const first = await waiting('tiny');
  const actions = rehearsal.client.calls.actions;
  await expect(actions.enqueue(first, { queue_name: 'tiny' })).rejects.toMatchObject(
    coded('90038'),
  );
  const second = await rehearsal.caller();
  await expect(actions.enqueue(second, { queue_name: 'tiny' })).rejects.toMatchObject(
    coded('90036'),
  );
  await expect(actions.enqueue(second, { queue_name: 'tiny', max_size: 2 })).rejects.toMatchObject(
    coded('90037'),
  );
  await expect(actions.leaveQueue(second, {})).rejects.toMatchObject(coded('90035'));
  await expect(rehearsal.client.queues.delete('tiny')).rejects.toMatchObject({
    status: 400,
    ...coded('90050'),
  });
});

it('a caller who waits too long is parked', async () => {
  const leg = await rehearsal.caller();
  await rehearsal.client.calls.actions.enqueue(leg, {
    queue_name: 'sales',
    max_wait_time_secs: 30,
  });
  await rehearsal.advance(30_000);
  expect(await lastDequeued()).toMatchObject({ reason: 'timeout', wait_time_secs: 30 });
  expect((await rehearsal.client.calls.retrieveStatus(leg)).data?.is_alive).toBe(true);
});

it('a caller who hangs up is gone, or stays listed as not alive when kept', async () => {
  const goes = await waiting();
  await rehearsal.control('POST', `/calls/${goes}/hangup`);
  expect(await lastDequeued()).toMatchObject({ call_control_id: goes, reason: 'hangup' });
  const stays = await waiting();
  await rehearsal.client.queues.calls.update(stays, {
    queue_name: 'sales',
    keep_after_hangup: true,
  });
  await rehearsal.control('POST', `/calls/${stays}/hangup`);
  const { data } = await rehearsal.client.queues.calls.list('sales');
  expect(data).toMatchObject([{ call_control_id: stays, is_alive: false }]);
  await rehearsal.client.queues.calls.remove(stays, { queue_name: 'sales' });
  expect((await rehearsal.client.queues.retrieve('sales')).data?.current_size).toBe(0);
});

it('an agent gets the first caller of a queue, and the caller behind stays', async () => {
  const first = await waiting();
  const second = await waiting();
  const agent = await rehearsal.caller();
  await rehearsal.client.calls.actions.bridge(agent, { queue: 'sales' } as never);
  expect(await lastDequeued()).toMatchObject({ call_control_id: first, reason: 'bridged' });
  const bridged = rehearsal.inbox.of('call.bridged').map(({ payload }) => payload.call_control_id);
  expect(new Set(bridged)).toEqual(new Set([agent, first]));
  const { data } = await rehearsal.client.queues.calls.list('sales');
  expect(data.map((call) => call.call_control_id)).toEqual([second]);
});

it('a conference takes a waiting caller out of the queue', async () => {
  const { id } = await rehearsal.conference();
  const leg = await waiting();
  await rehearsal.client.conferences.actions.join(id, { call_control_id: leg });
  expect(await lastDequeued()).toMatchObject({ call_control_id: leg, reason: 'bridged' });
  expect(rehearsal.inbox.types().slice(-2)).toEqual([
    'call.dequeued',
    'conference.participant.joined',
  ]);
});

it('who is behind in the list is told by pages, in the order of their coming', async () => {
  await rehearsal.control('POST', '/queues/sales/callers', { count: 5 });
  const places = [];
  for await (const call of rehearsal.client.queues.calls.list('sales', { 'page[size]': 2 })) {
    places.push([call.queue_position, call.from]);
  }
  expect(places).toEqual([
    [1, '+12015550100'],
    [2, '+12015550101'],
    [3, '+12015550102'],
    [4, '+12015550103'],
    [5, '+12015550104'],
  ]);
});

it('the mean wait is of those who wait now; an event tells that of those who have left', async () => {
  const first = await waiting();
  await rehearsal.advance(60_000);
  const second = await waiting();
  await rehearsal.advance(20_000);
  const { data } = await rehearsal.client.queues.retrieve('sales');
  expect(data).toMatchObject({ current_size: 2, average_wait_time_secs: 50 });
  await rehearsal.client.calls.actions.leaveQueue(first, {});
  await waiting();
  await rehearsal.settled();
  const told = rehearsal.inbox.of('call.enqueued').map(({ payload }) => payload);
  expect(told.find(({ call_control_id: leg }) => leg === second)).toMatchObject({
    current_position: 2,
    queue_avg_wait_time_secs: 0,
  });
  expect(told.at(-1)).toMatchObject({ current_position: 2, queue_avg_wait_time_secs: 80 });
});

it('a call that moves to another queue leaves the first', async () => {
  const leg = await waiting('sales');
  await rehearsal.client.calls.actions.enqueue(leg, { queue_name: 'billing' });
  expect(await lastDequeued()).toMatchObject({ queue: 'sales', reason: 'leave' });
  expect((await rehearsal.client.queues.retrieve('sales')).data?.current_size).toBe(0);
  expect((await rehearsal.client.queues.retrieve('billing')).data?.current_size).toBe(1);
});

it('a smaller size evicts nobody, and lets nobody in', async () => {
  await rehearsal.control('POST', '/queues/sales/callers', { count: 3 });
  const changed = await rehearsal.client.queues.update('sales', { max_size: 2 });
  expect(changed.data).toMatchObject({ current_size: 3, max_size: 2 });
  const more = await rehearsal.control('POST', '/queues/sales/callers', {});
  expect(more).toMatchObject({ status: 422, errors: [{ code: '90036' }] });
});

it('the numbers to call again are told to whoever bridges to a caller who hung up', async () => {
  const { callControlIds } = await rehearsal.control('POST', '/queues/sales/callers', {
    keepAfterHangup: true,
  });
  const [kept] = callControlIds as string[];
  await rehearsal.control('POST', `/calls/${kept}/hangup`);
  const agent = await rehearsal.caller();
  const { actions } = rehearsal.client.calls;
  const again = {
    code: '90018',
    detail: expect.stringContaining('call +12015550100 again') as unknown,
  };
  const refused = { error: { errors: [expect.objectContaining(again)] } };
  const byId = actions.bridge(agent, { call_control_id_to_bridge_with: kept! });
  await expect(byId).rejects.toMatchObject(refused);
  expect((await rehearsal.client.queues.retrieve('sales')).data?.current_size).toBe(1);
  await expect(actions.bridge(agent, { queue: 'sales' } as never)).rejects.toMatchObject(refused);
  // It is out of the queue all the same.
  await expect(actions.bridge(agent, { queue: 'sales' } as never)).rejects.toMatchObject(
    coded('90035'),
  );
});

it('the points that nobody confirmed can be switched while it runs', async () => {
  await rehearsal.control('POST', '/switches', {
    dequeueReason: 'bridging-in-process',
    emptyQueueCode: '90033',
    removeLiveCall: 'refuse',
    idleQueueMs: 60_000,
  });
  const leg = await waiting();
  await expect(
    rehearsal.client.queues.calls.remove(leg, { queue_name: 'sales' }),
  ).rejects.toMatchObject(coded('90033'));
  const agent = await rehearsal.caller();
  const { actions } = rehearsal.client.calls;
  await actions.bridge(agent, { queue: 'sales' } as never);
  expect(await lastDequeued()).toMatchObject({ reason: 'bridging-in-process' });
  await expect(actions.bridge(agent, { queue: 'sales' } as never)).rejects.toMatchObject(
    coded('90033'),
  );
  await rehearsal.advance(60_000);
  await expect(rehearsal.client.queues.retrieve('sales')).rejects.toMatchObject({ status: 404 });
});

it('a waiting caller who is transferred is dequeued once the other end answers', async () => {
  const leg = await waiting();
  await rehearsal.client.calls.actions.transfer(leg, { to: '+14155550123' });
  expect(await lastDequeued()).toBeUndefined();
  await rehearsal.advance(3000);
  expect(await lastDequeued()).toMatchObject({ call_control_id: leg, reason: 'bridged' });
});
