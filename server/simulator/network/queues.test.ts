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
