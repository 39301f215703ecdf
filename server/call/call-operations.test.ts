import { describe, expect, it, vi } from 'vitest';
import type { Call } from '@/lib/domain/call/call';
import type { CallControlId } from '@/lib/domain/ids';
import { loadCarrierContract } from '@/server/simulator/testing/carrier-contract';
import { openTestCore, type TestCore } from '@/server/testing/open-test-core';
import { connectionId } from '@/server/testing/test-carrier';

const contract = loadCarrierContract();
const number = '+12125550177';
const ours = '+13125550100';
let made = 0;

function command(rostrum: TestCore, leg: string, type: string, fields: object = {}) {
  made += 1;
  const body = { commandId: `operation-${made}`, command: { type, fields } };
  return rostrum.post(`/api/calls/${encodeURIComponent(leg)}/commands`, body);
}

function dial(rostrum: TestCore, fields: object, commandId = 'the-dialling') {
  return rostrum.post('/api/calls', { commandId, command: { type: 'call.dial', fields } });
}

async function until(rostrum: TestCore, leg: string, condition: (call: Call) => boolean) {
  return vi.waitFor(async () => {
    const view = await rostrum.core.services.calls.read(leg as CallControlId);
    expect(view !== null && condition(view.state)).toBe(true);
    return view?.state;
  }, 5000);
}

const isConfirmed = (call: Call) => call.commands.at(-1)?.phase === 'confirmed';

/** The one request that Rostrum made, held against the carrier's contract. */
function expectGoodRequest(rostrum: TestCore, action: string, body: object): void {
  const sent = rostrum.carrier.commands(action);
  expect(sent).toHaveLength(1);
  expect(sent[0]?.body).toMatchObject(body);
  const problems = sent.flatMap((r) => contract?.validateRequest(r.method, r.path, r.body) ?? []);
  // The published contract has no sounds of single calls (DOMAIN §1.2, L12).
  const isDescribed = !action.startsWith('playback_');
  expect(problems.filter(() => isDescribed)).toEqual([]);
}

async function withCallers(count: number) {
  const rostrum = await openTestCore();
  const legs: string[] = [];
  while (legs.length < count) {
    const leg = await rostrum.carrier.caller();
    await until(rostrum, leg, (call) => call.answered !== null);
    legs.push(leg);
  }
  const [first = '', second = ''] = legs;
  return { rostrum, first, second };
}

describe('calling somebody', () => {
  it('writes the intent first, and the call begins with who asked for it', async () => {
    const rostrum = await openTestCore();
    let before: unknown = null;
    rostrum.carrier.onAnswer(({ path }) => {
      if (path !== '/calls') return;
      void rostrum.core.services.calls.dialled('the-dialling' as never).then((view) => {
        before = view?.state.fields?.to;
      });
    });
    const answer = await dial(rostrum, { to: number, from: ours });
    expect(answer).toMatchObject({ status: 200, body: { state: 'accepted' } });
    const leg = String(answer.body.callControlId);
    await vi.waitFor(() => {
      expect(before).toBe(number);
    });
    const call = await until(rostrum, leg, (each) => each.initiated !== null);
    expect(call).toMatchObject({
      connectionId,
      party: { from: ours, to: number, direction: 'outgoing' },
      dialled: { supervises: null, role: null },
    });
    expectGoodRequest(rostrum, '/calls', { to: number, from: ours, timeout_secs: 30 });
  });

  it('reaches an address of SIP, and supervises a call where it is asked to', async () => {
    const { rostrum, first } = await withCallers(1);
    const supervise = { superviseCallControlId: first, supervisorRole: 'whisper' };
    const answer = await dial(rostrum, { to: 'sip:grace@example.com', from: ours, ...supervise });
    const leg = String(answer.body.callControlId);
    const call = await until(rostrum, leg, (each) => each.dialled !== null);
    expect(call?.dialled).toMatchObject({ supervises: first, role: 'whisper' });
    expectGoodRequest(rostrum, '/calls', {
      ...{ to: 'sip:grace@example.com', supervise_call_control_id: first },
      supervisor_role: 'whisper',
    });
  });

  it('makes one call however often it is asked', async () => {
    const rostrum = await openTestCore();
    const first = await dial(rostrum, { to: number, from: ours });
    const again = await dial(rostrum, { to: number, from: ours });
    expect(again).toMatchObject({ status: 200, body: first.body });
    const other = await dial(rostrum, { to: '+12125550178', from: ours });
    expect(other.body.code).toBe('command-id-reused');
    expect(rostrum.carrier.commands('/calls')).toHaveLength(1);
  });

  it('tells that nobody knows where the carrier did not answer, and asks no second time', async () => {
    const rostrum = await openTestCore();
    await rostrum.carrier.fault({
      kind: '500',
      rate: 1,
      method: 'POST',
      count: 1,
      afterWork: true,
    });
    const answer = await dial(rostrum, { to: number, from: ours });
    expect([answer.status, answer.body.code]).toEqual([504, 'outcome-unknown']);
    expect((await dial(rostrum, { to: number, from: ours })).status).toBe(504);
    expect(rostrum.carrier.commands('/calls')).toHaveLength(1);
  });

  it.each([
    ['a number without its country', { to: '2125550177', from: ours }],
    ['a role without a call to supervise', { to: number, from: ours, supervisorRole: 'barge' }],
    ['no number to call from', { to: number }],
  ])('is refused with %s', async (_, fields) => {
    const rostrum = await openTestCore();
    const answer = await dial(rostrum, fields);
    expect([answer.status, answer.body.code]).toEqual([422, 'bad-request']);
    expect(rostrum.carrier.commands()).toEqual([]);
  });
});

describe('a call', () => {
  it('is transferred, which the connection confirms', async () => {
    const { rostrum, first } = await withCallers(1);
    const answer = await command(rostrum, first, 'call.transfer', { to: number, timeoutSecs: 20 });
    expect(answer.body).toMatchObject({ state: 'accepted' });
    expectGoodRequest(rostrum, 'transfer', { to: number, timeout_secs: 20 });
    const other = await vi.waitFor(() => {
      const leg = rostrum.core.services.calls.live().find((row) => row.number === number);
      expect(leg).toBeDefined();
      return leg?.id ?? '';
    });
    await rostrum.carrier.control('POST', `/calls/${other}/answer`);
    await until(rostrum, first, (call) => call.bridged !== null && isConfirmed(call));
  });

  it('is connected with another, and each knows the other', async () => {
    const { rostrum, first, second } = await withCallers(2);
    const fields = { callControlId: second, parkAfterUnbridge: true };
    expect((await command(rostrum, first, 'call.bridge', fields)).status).toBe(200);
    expectGoodRequest(rostrum, 'bridge', { call_control_id: second, park_after_unbridge: 'self' });
    await until(rostrum, first, (call) => isConfirmed(call) && call.paired === second);
    await until(rostrum, second, (call) => call.bridged !== null && call.paired === first);
  });

  it('is not connected with itself', async () => {
    const { rostrum, first } = await withCallers(1);
    const answer = await command(rostrum, first, 'call.bridge', { callControlId: first });
    expect([answer.status, answer.body.code]).toEqual([422, 'same-call']);
    expect(rostrum.carrier.commands()).toEqual([]);
  });

  it('waits in a queue, is connected with the next of it, and is taken out of it', async () => {
    const { rostrum, first, second } = await withCallers(2);
    const fields = { queue: 'support', maxSize: 20, maxWaitSecs: 600, keepAfterHangup: true };
    await command(rostrum, first, 'call.enqueue', fields);
    expectGoodRequest(rostrum, 'enqueue', {
      ...{ queue_name: 'support', max_size: 20, max_wait_time_secs: 600 },
      keep_after_hangup: true,
    });
    await until(rostrum, first, (call) => call.enqueued !== null && isConfirmed(call));
    await command(rostrum, first, 'call.leaveQueue');
    expectGoodRequest(rostrum, 'leave_queue', {});
    await until(rostrum, first, (call) => call.dequeued !== null && isConfirmed(call));
    await command(rostrum, first, 'call.enqueue', { queue: 'support' });
    await until(rostrum, first, isConfirmed);
    await command(rostrum, second, 'call.bridge', { queue: 'support' });
    expectGoodRequest(rostrum, 'bridge', { queue: 'support' });
    await until(rostrum, second, isConfirmed);
    await until(rostrum, first, (call) => call.dequeued?.value.reason !== 'leave');
  });

  it('hears music until it is stopped', async () => {
    const { rostrum, first } = await withCallers(1);
    const fields = {
      audioUrl: 'https://media.test/hold.mp3',
      loop: 'infinity',
      targetLegs: 'self',
    };
    await command(rostrum, first, 'call.playStart', fields);
    expectGoodRequest(rostrum, 'playback_start', {
      ...{ audio_url: 'https://media.test/hold.mp3', loop: 'infinity', target_legs: 'self' },
    });
    await until(rostrum, first, (call) => call.playback?.value.isOn === true && isConfirmed(call));
    await command(rostrum, first, 'call.playStop');
    expectGoodRequest(rostrum, 'playback_stop', { stop: 'all' });
    await until(rostrum, first, (call) => call.playback?.value.isOn === false && isConfirmed(call));
  });

  it('is referred to an address, which the carrier tells step by step', async () => {
    const { rostrum, first } = await withCallers(1);
    await command(rostrum, first, 'call.refer', { sipAddress: 'sip:grace@example.com' });
    expectGoodRequest(rostrum, 'refer', { sip_address: 'sip:grace@example.com' });
    await until(rostrum, first, (call) => call.referred?.value === 'completed');
    await until(rostrum, first, isConfirmed);
  });

  it('is sent a SIP INFO, of which the carrier tells nothing', async () => {
    const { rostrum, first } = await withCallers(1);
    const fields = { contentType: 'text/plain', body: 'Grüße' };
    const answer = await command(rostrum, first, 'call.sendSipInfo', fields);
    expect(answer.body).toMatchObject({ state: 'accepted' });
    expectGoodRequest(rostrum, 'send_sip_info', { content_type: 'text/plain', body: 'Grüße' });
    const long = { contentType: 'text/plain', body: 'ü'.repeat(701) };
    expect((await command(rostrum, first, 'call.sendSipInfo', long)).status).toBe(422);
  });

  it('that supervises another takes another role', async () => {
    const { rostrum, first, second } = await withCallers(2);
    await command(rostrum, first, 'call.bridge', { callControlId: second });
    await until(rostrum, first, isConfirmed);
    const fields = { to: number, from: ours, superviseCallControlId: first };
    const placed = await dial(rostrum, { ...fields, supervisorRole: 'monitor' });
    const leg = String(placed.body.callControlId);
    await rostrum.carrier.control('POST', `/calls/${leg}/answer`);
    await until(rostrum, leg, (call) => call.answered !== null);
    const answer = await command(rostrum, leg, 'call.switchSupervisorRole', { role: 'whisper' });
    expect(answer.body).toMatchObject({ state: 'accepted' });
    expectGoodRequest(rostrum, 'switch_supervisor_role', { role: 'whisper' });
  });
});
