import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Rehearsal, startRehearsal } from '../testing/rehearsal';

let rehearsal: Rehearsal;
beforeEach(async () => {
  rehearsal = await startRehearsal();
});
afterEach(() => rehearsal.close());

it('the state counts what is there', async () => {
  await rehearsal.conference();
  await rehearsal.ring();
  await rehearsal.settled();
  expect(await rehearsal.control('GET', '/state')).toMatchObject({
    scenario: null,
    faults: [],
    conferences: 1,
    participants: 1,
    calls: 2,
    deliveries: { sent: 6, delivered: 6, failed: 0, retrying: 0, pending: 0 },
  });
});

it('a participant can be changed silently, as another client of the account would', async () => {
  const { id, host } = await rehearsal.conference();
  await rehearsal.settled();
  const before = rehearsal.inbox.received.length;
  await rehearsal.control('POST', `/participants/${host}`, { muted: true, onHold: true });
  const { data } = await rehearsal.client.conferences.listParticipants(id);
  expect(data).toMatchObject([{ muted: true, on_hold: true }]);
  await rehearsal.settled();
  expect(rehearsal.inbox.received).toHaveLength(before);
});

it('a call can be looked at: where it is, and what it hears', async () => {
  const leg = await rehearsal.caller();
  const { actions } = rehearsal.client.calls;
  await actions.enqueue(leg, { queue_name: 'sales' });
  await actions.startPlayback(leg, { media_name: 'waltz', loop: 'infinity' });
  expect(await rehearsal.control('GET', `/calls/${leg}`)).toMatchObject({
    direction: 'incoming',
    state: 'answered',
    queue: 'sales',
    conferenceId: null,
    bridgedTo: null,
    plays: 'waltz',
  });
  expect(await rehearsal.control('GET', '/calls')).toMatchObject({
    list: [{ callControlId: leg }],
  });
  await rehearsal.control('POST', `/calls/${leg}/hangup`);
  expect(await rehearsal.control('GET', '/state')).toMatchObject({ queues: 1, waiting: 0 });
});

it('as many callers wait as are asked for, until the queue is full', async () => {
  await rehearsal.client.queues.create({ queue_name: 'Desk / 1', max_size: 3 });
  const first = await rehearsal.control('POST', '/queues/Desk%20%2F%201/callers', { count: 2 });
  expect(first.callControlIds).toHaveLength(2);
  const full = await rehearsal.control('POST', '/queues/Desk%20%2F%201/callers', { count: 2 });
  expect(full).toMatchObject({ status: 422, errors: [{ code: '90036' }] });
  expect(await rehearsal.control('GET', '/state')).toMatchObject({ waiting: 3, calls: 3 });
});

it('a switch is set while it runs, the others stay, and a reset takes it back', async () => {
  const set = await rehearsal.control('POST', '/switches', { stopEndsSpeak: false });
  expect(set).toMatchObject({ switches: { stopEndsSpeak: false, roleUpdates: true } });
  const more = await rehearsal.control('POST', '/switches', { roleUpdates: false });
  expect(more).toMatchObject({ switches: { stopEndsSpeak: false, roleUpdates: false } });
  const unknown = await rehearsal.control('POST', '/switches', { gravity: false });
  expect(unknown).toMatchObject({ status: 422 });
  await rehearsal.control('POST', '/reset');
  expect(await rehearsal.control('POST', '/switches', {})).toMatchObject({
    switches: { stopEndsSpeak: true, roleUpdates: true },
  });
});

it('a call may belong to another application', async () => {
  await rehearsal.control('POST', '/calls', {
    from: '+12125550199',
    to: '+13125550100',
    connectionId: '999',
  });
  await rehearsal.inbox.until((all) => all.length === 1);
  expect(rehearsal.inbox.received[0]?.payload.connection_id).toBe('999');
});

it('a reset forgets everything but the time, and says nothing', async () => {
  const { id } = await rehearsal.conference();
  await rehearsal.control('POST', '/faults', { kind: 'slow', rate: 0.5 });
  await rehearsal.advance(60_000);
  await rehearsal.settled();
  const before = rehearsal.inbox.received.length;
  await rehearsal.control('POST', '/reset');
  expect(await rehearsal.control('GET', '/state')).toMatchObject({
    faults: [],
    clock: { offsetMs: 60_000 },
    conferences: 0,
    calls: 0,
    deliveries: { sent: 0 },
  });
  await expect(rehearsal.client.conferences.retrieve(id)).rejects.toMatchObject({ status: 404 });
  expect(rehearsal.inbox.received).toHaveLength(before);
});

it('nonsense is refused with the field at fault', async () => {
  const wrong = await rehearsal.control('POST', '/faults', { kind: 'sabotage', rate: 2 });
  expect(wrong).toMatchObject({ status: 422, errors: [{ source: { pointer: '/kind' } }, {}] });
  const unknown = await rehearsal.control('POST', '/scenario', { name: 'opera' });
  expect(unknown).toMatchObject({ status: 404 });
  const fast = await rehearsal.control('POST', '/scenario', { name: 'quiet', speed: 51 });
  expect(fast).toMatchObject({ status: 422 });
});
