import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Rehearsal, startRehearsal } from '../testing/rehearsal';

let rehearsal: Rehearsal;
beforeEach(async () => {
  rehearsal = await startRehearsal();
});
afterEach(() => rehearsal.close());

const refer = (leg: string, address: string) =>
  rehearsal.client.calls.actions.refer(leg, { sip_address: address, client_state: 'cmVm' });

async function told(): Promise<[type: string, sip: unknown][]> {
  await rehearsal.settled();
  return rehearsal.inbox.received
    .filter(({ type }) => type.startsWith('call.refer'))
    .toSorted((a, b) => ((a.occurredAt ?? '') < (b.occurredAt ?? '') ? -1 : 1))
    .map(({ type, payload }) => [type, payload.sip_notify_response]);
}

it('a waiting caller who goes on elsewhere leaves the queue, and the call is over here', async () => {
  const leg = await rehearsal.caller();
  await rehearsal.client.calls.actions.enqueue(leg, { queue_name: 'sales' });
  await refer(leg, 'sip:desk@pbx.example.com');
  expect(await told()).toEqual([['call.refer.started', 100]]);
  await rehearsal.advance(3000);
  expect(await told()).toEqual([
    ['call.refer.started', 100],
    ['call.refer.completed', 200],
  ]);
  expect(rehearsal.inbox.types().slice(-3)).toEqual([
    'call.refer.completed',
    'call.dequeued',
    'call.hangup',
  ]);
  const [started] = rehearsal.inbox.of('call.refer.started');
  expect(started?.payload.client_state).toBe('cmVm');
});

it.each([
  ['busy', 'sip:0001@pbx.example.com', 486],
  ['silent', 'sip:0002@pbx.example.com', 408],
  ['unwilling', 'sip:0003@pbx.example.com', 603],
])('a call stays as it was when the other address is %s', async (_, address, sip) => {
  const leg = await rehearsal.caller();
  await refer(leg, address);
  await rehearsal.advance(30_000);
  expect(await told()).toEqual([
    ['call.refer.started', 100],
    ['call.refer.failed', sip],
  ]);
  expect((await rehearsal.client.calls.retrieveStatus(leg)).data?.is_alive).toBe(true);
});

it('nothing more is told of a referral whose call is hung up meanwhile', async () => {
  const leg = await rehearsal.caller();
  await refer(leg, 'sip:desk@pbx.example.com');
  await rehearsal.control('POST', `/calls/${leg}/hangup`);
  await rehearsal.advance(3000);
  expect(await told()).toEqual([['call.refer.started', 100]]);
});

it('a number, or a call that rings, is refused, and a refused command leaves no state behind', async () => {
  const ringing = await rehearsal.ring();
  await expect(refer(ringing, '+14155550123')).rejects.toMatchObject({ status: 422 });
  await expect(refer(ringing, 'sip:desk@pbx.example.com')).rejects.toMatchObject({
    error: { errors: [{ code: '90034' }] },
  });
  expect((await rehearsal.client.calls.retrieveStatus(ringing)).data).not.toHaveProperty(
    'client_state',
  );
});
