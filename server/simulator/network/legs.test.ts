import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import {
  connectionId,
  ourNumber,
  type Rehearsal,
  startRehearsal,
  theirNumber,
} from '../testing/rehearsal';
import { openWebhookInbox } from '../testing/webhook-inbox';

let rehearsal: Rehearsal;
beforeEach(async () => {
  rehearsal = await startRehearsal();
});
afterEach(() => rehearsal.close());

const coded = (code: string) => ({
  status: 422,
  error: { errors: [expect.objectContaining({ code })] },
});

async function dial(to: string | string[], more: object = {}): Promise<string> {
  const { data } = await rehearsal.client.calls.dial({
    connection_id: connectionId,
    from: ourNumber,
    to,
    ...more,
  });
  return data!.call_control_id;
}

async function hangupOf(leg: string) {
  await rehearsal.settled();
  return rehearsal.inbox.of('call.hangup').find(({ payload }) => payload.call_control_id === leg)
    ?.payload;
}

describe('a called number', () => {
  it.each([
    ['is busy', '+14155550001', 3000, { hangup_cause: 'user_busy', sip_hangup_cause: '486' }],
    ['is not answered', '+14155550002', 30_000, { hangup_cause: 'timeout' }],
    ['rejects', '+14155550003', 3000, { hangup_cause: 'call_rejected', hangup_source: 'callee' }],
  ])('%s', async (_, to, ms, expected) => {
    const leg = await dial(to);
    await rehearsal.advance(ms);
    expect(await hangupOf(leg)).toMatchObject(expected);
  });

  it('gives no_answer when it is not to be tried again', async () => {
    const leg = await dial('+14155550002', { timeout_secs: 5, retry_on_timeout: false });
    await rehearsal.advance(5000);
    expect(await hangupOf(leg)).toMatchObject({ hangup_cause: 'no_answer' });
  });

  it('rings until the control answers it', async () => {
    const leg = await dial('+14155550004', { timeout_secs: 600 });
    await rehearsal.advance(300_000);
    expect(rehearsal.inbox.of('call.answered')).toEqual([]);
    await rehearsal.control('POST', `/calls/${leg}/answer`);
    await rehearsal.settled();
    expect(rehearsal.inbox.of('call.answered')).toHaveLength(1);
  });

  it('of several, is the first to answer; the others are cancelled', async () => {
    const leg = await dial([theirNumber, '+14155550004']);
    await rehearsal.advance(3000);
    await rehearsal.settled();
    expect(
      rehearsal.inbox.of('call.answered').map(({ payload }) => payload.call_control_id),
    ).toEqual([leg]);
    const cancelled = rehearsal.inbox.of('call.hangup').map(({ payload }) => payload);
    expect(cancelled).toMatchObject([{ to: '+14155550004', hangup_cause: 'originator_cancel' }]);
  });

  it('is hung up when its time is over', async () => {
    const leg = await dial(theirNumber, { time_limit_secs: 60 });
    await rehearsal.advance(63_000);
    expect(await hangupOf(leg)).toMatchObject({ hangup_cause: 'time_limit' });
  });

  it('must be a number, called for an application that exists', async () => {
    await expect(dial('5550100')).rejects.toMatchObject(coded('10016'));
    await expect(dial(theirNumber, { connection_id: 'none' })).rejects.toMatchObject(
      coded('10015'),
    );
    await expect(dial(theirNumber, { client_state: '***' })).rejects.toMatchObject(coded('90017'));
  });
});

describe('a call', () => {
  it('that came in and was given up was cancelled by the caller', async () => {
    const leg = await rehearsal.ring();
    await rehearsal.control('POST', `/calls/${leg}/hangup`);
    expect(await hangupOf(leg)).toMatchObject({
      hangup_cause: 'originator_cancel',
      hangup_source: 'caller',
      sip_hangup_cause: '487',
      call_quality_stats: null,
    });
  });

  it('takes no commands while it rings or when it is over', async () => {
    const { actions } = rehearsal.client.calls;
    const leg = await rehearsal.ring();
    await expect(actions.enqueue(leg, { queue_name: 'q' })).rejects.toMatchObject(coded('90034'));
    await actions.hangup(leg, {});
    await expect(actions.hangup(leg, {})).rejects.toMatchObject(coded('90018'));
    await expect(actions.answer('v3:none', {})).rejects.toMatchObject(coded('90015'));
    await expect(actions.answer(await dial(theirNumber), {})).rejects.toMatchObject(coded('90102'));
  });

  it('can be asked about for ten minutes after its end', async () => {
    const leg = await rehearsal.caller();
    await rehearsal.advance(50_000);
    await rehearsal.client.calls.actions.hangup(leg, {});
    await rehearsal.advance(9 * 60_000);
    const { data } = await rehearsal.client.calls.retrieveStatus(leg);
    expect(data).toMatchObject({ is_alive: false, call_duration: 50 });
    await rehearsal.advance(2 * 60_000);
    await expect(rehearsal.client.calls.retrieveStatus(leg)).rejects.toMatchObject(coded('90015'));
  });

  it('carries its newest client_state in what is told of it', async () => {
    const leg = await rehearsal.caller();
    await rehearsal.client.calls.actions.updateClientState(leg, { client_state: 'bmV3' });
    await rehearsal.client.calls.actions.hangup(leg, {});
    expect(await hangupOf(leg)).toMatchObject({ client_state: 'bmV3' });
  });

  it('is dropped with the other end of its bridge, unless it asked to be parked', async () => {
    const { actions } = rehearsal.client.calls;
    const [a, b] = [await rehearsal.caller(), await rehearsal.caller()];
    await actions.bridge(a, { call_control_id_to_bridge_with: b, park_after_unbridge: 'self' });
    await actions.hangup(b, {});
    expect((await rehearsal.client.calls.retrieveStatus(a)).data?.is_alive).toBe(true);
    const c = await rehearsal.caller();
    await actions.bridge(a, { call_control_id_to_bridge_with: c });
    await actions.hangup(c, {});
    expect((await rehearsal.client.calls.retrieveStatus(a)).data?.is_alive).toBe(false);
  });

  it('is not dropped when it is bridged again to the call it is bridged to', async () => {
    const { actions } = rehearsal.client.calls;
    const [a, b] = [await rehearsal.caller(), await rehearsal.caller()];
    await actions.bridge(a, { call_control_id_to_bridge_with: b });
    await actions.bridge(a, { call_control_id_to_bridge_with: b });
    expect((await rehearsal.client.calls.retrieveStatus(b)).data?.is_alive).toBe(true);
    await expect(actions.bridge(a, { call_control_id_to_bridge_with: a })).rejects.toMatchObject(
      coded('10015'),
    );
  });

  it('is not taken out of its bridge by a command that forbids it', async () => {
    const { actions } = rehearsal.client.calls;
    const [a, b, c] = [
      await rehearsal.caller(),
      await rehearsal.caller(),
      await rehearsal.caller(),
    ];
    await actions.bridge(a, { call_control_id_to_bridge_with: b });
    const gently = { call_control_id_to_bridge_with: b, prevent_double_bridge: true };
    await expect(actions.bridge(c, gently)).rejects.toMatchObject(coded('90033'));
    expect((await rehearsal.client.calls.retrieveStatus(a)).data?.is_alive).toBe(true);
    const dialled = await dial(theirNumber, {
      link_to: b,
      bridge_on_answer: true,
      prevent_double_bridge: true,
    });
    await rehearsal.advance(3000);
    expect(await hangupOf(dialled)).toMatchObject({ hangup_cause: 'normal_clearing' });
    await actions.bridge(c, { call_control_id_to_bridge_with: b });
    expect((await rehearsal.client.calls.retrieveStatus(a)).data?.is_alive).toBe(false);
  });

  it('is bridged to a call or to a queue, not to both', async () => {
    const both = { call_control_id_to_bridge_with: await rehearsal.caller(), queue: 'sales' };
    const leg = await rehearsal.caller();
    await expect(rehearsal.client.calls.actions.bridge(leg, both)).rejects.toMatchObject(
      coded('10015'),
    );
  });

  it('tells another address from its answer on, when the answer says so', async () => {
    const elsewhere = await openWebhookInbox();
    onTestFinished(() => elsewhere.close());
    const leg = await rehearsal.ring();
    await rehearsal.client.calls.actions.answer(leg, { webhook_url: elsewhere.url });
    await rehearsal.client.calls.actions.hangup(leg, {});
    await rehearsal.settled();
    expect(rehearsal.inbox.types()).toEqual(['call.initiated']);
    expect(elsewhere.types()).toEqual(['call.answered', 'call.hangup']);
  });

  it('is bridged to the number it is transferred to, and stays as it was when that fails', async () => {
    const { actions } = rehearsal.client.calls;
    const leg = await rehearsal.caller();
    await actions.transfer(leg, { to: '+14155550003' });
    await rehearsal.advance(3000);
    await rehearsal.settled();
    expect(rehearsal.inbox.of('call.bridged')).toEqual([]);
    await actions.transfer(leg, { to: theirNumber });
    await rehearsal.advance(3000);
    await rehearsal.settled();
    expect(rehearsal.inbox.of('call.bridged')).toHaveLength(2);
    const initiated = rehearsal.inbox.of('call.initiated').at(-1)?.payload;
    expect(initiated).toMatchObject({ direction: 'outgoing', from: ourNumber, to: theirNumber });
  });
});

describe('digits', () => {
  const gathered = async () => {
    await rehearsal.settled();
    return rehearsal.inbox.of('call.gather.ended').at(-1)?.payload;
  };
  const start = async (more: object) => {
    const { id, host } = await rehearsal.conference();
    await rehearsal.client.conferences.actions.gatherDtmfAudio(id, {
      call_control_id: host,
      ...more,
    });
    return host;
  };
  const press = (leg: string, digits: string) =>
    rehearsal.control('POST', `/calls/${leg}/digits`, { digits });

  it('end a gather at the terminating one', async () => {
    const leg = await start({ gather_id: 'pin' });
    await press(leg, '42#');
    expect(await gathered()).toMatchObject({ digits: '42', status: 'valid', gather_id: 'pin' });
    expect(rehearsal.inbox.of('call.dtmf.received')).toHaveLength(3);
  });

  it('are asked for again, and then given up', async () => {
    const leg = await start({ maximum_tries: 2, minimum_digits: 3, timeout_millis: 10_000 });
    await press(leg, '1#');
    expect(await gathered()).toBeUndefined();
    await rehearsal.advance(10_000);
    expect(await gathered()).toMatchObject({ digits: '', status: 'timeout' });
  });

  it('are no longer wanted when the call is over', async () => {
    const leg = await start({});
    await press(leg, '1');
    await rehearsal.control('POST', `/calls/${leg}/hangup`);
    expect(await gathered()).toMatchObject({ digits: '1', status: 'call_hangup' });
  });
});
