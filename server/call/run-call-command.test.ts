import { describe, expect, it, vi } from 'vitest';
import type { Call } from '@/lib/domain/call/call';
import type { CallControlId } from '@/lib/domain/ids';
import { loadCarrierContract } from '@/server/simulator/testing/carrier-contract';
import { openTestCore, type TestCore } from '@/server/testing/open-test-core';

const pathOf = (leg: string) => `/api/calls/${encodeURIComponent(leg)}`;

function command(
  rostrum: TestCore,
  leg: string,
  type: string,
  fields = {},
  commandId = 'the-command',
) {
  return rostrum.post(`${pathOf(leg)}/commands`, { commandId, command: { type, fields } });
}

async function until(rostrum: TestCore, leg: string, condition: (call: Call) => boolean) {
  return vi.waitFor(async () => {
    const view = await rostrum.core.services.calls.read(leg as CallControlId);
    expect(view !== null && condition(view.state)).toBe(true);
    return view?.state;
  }, 5000);
}

async function ringing() {
  const rostrum = await openTestCore();
  const leg = await rostrum.carrier.ring('+12125550177', 'Ada Whitfield');
  await until(rostrum, leg, (call) => call.initiated !== null);
  return { rostrum, leg };
}

const isConfirmed = (call: Call) => call.commands[0]?.phase === 'confirmed';
const contract = loadCarrierContract();

function expectOneGoodRequest(rostrum: TestCore, action: string): void {
  const sent = rostrum.carrier.commands();
  expect(sent.map(({ path }) => path.split('/').at(-1))).toEqual([action]);
  const problems = sent.flatMap((r) => contract?.validateRequest(r.method, r.path, r.body) ?? []);
  expect(problems).toEqual([]);
}

describe('the calls that are up and stand nowhere', () => {
  it('are those that were answered and joined nothing, until they hang up', async () => {
    const { rostrum, leg } = await ringing();
    const listed = async () => {
      const { body } = await rostrum.get('/api/calls?which=free');
      return (body as { items: readonly { id: string; name: string }[] }).items;
    };
    expect(await listed()).toEqual([]);
    await command(rostrum, leg, 'call.answer');
    await until(rostrum, leg, (call) => call.answered !== null);
    expect(await listed()).toMatchObject([{ id: leg, name: 'Ada Whitfield' }]);
    await command(rostrum, leg, 'call.hangUp', {}, 'the-end-of-it');
    await until(rostrum, leg, (call) => call.hungUp !== null);
    expect(await listed()).toEqual([]);
  });
});

describe('a command to a call leg', () => {
  it('answers it, and its webhook confirms that', async () => {
    const { rostrum, leg } = await ringing();
    const answer = await command(rostrum, leg, 'call.answer');
    expect(answer.body).toMatchObject({ commandId: 'the-command', state: 'accepted' });
    await until(rostrum, leg, (call) => call.answered !== null && isConfirmed(call));
    expectOneGoodRequest(rostrum, 'answer');
  });

  it.each(['CALL_REJECTED', 'USER_BUSY'])('rejects it, as %s', async (cause) => {
    const { rostrum, leg } = await ringing();
    expect((await command(rostrum, leg, 'call.reject', { cause })).status).toBe(200);
    await until(rostrum, leg, (call) => call.hungUp !== null && isConfirmed(call));
    expectOneGoodRequest(rostrum, 'reject');
    expect(rostrum.carrier.commands()[0]?.body).toMatchObject({ cause });
  });

  it('hangs it up', async () => {
    const { rostrum, leg } = await ringing();
    await command(rostrum, leg, 'call.answer', {}, 'the-answer');
    expect((await command(rostrum, leg, 'call.hangUp', {}, 'the-hang-up')).status).toBe(200);
    await until(rostrum, leg, (call) => call.hungUp !== null);
    const { data } = await rostrum.carrier.client.calls.retrieveStatus(leg);
    expect(data?.is_alive).toBe(false);
  });

  it('is 404 for a leg nobody has heard of, and 409 for one that has ended', async () => {
    const { rostrum, leg } = await ringing();
    expect((await command(rostrum, 'v3:nobody', 'call.answer')).status).toBe(404);
    await rostrum.carrier.control('POST', `/calls/${leg}/hangup`);
    await until(rostrum, leg, (call) => call.hungUp !== null);
    const late = await command(rostrum, leg, 'call.answer', {}, 'too-late-now');
    expect([late.status, late.body.code]).toEqual([409, 'call-ended']);
    expect(rostrum.carrier.commands()).toEqual([]);
  });

  it('is 422 with a cause that the carrier does not know', async () => {
    const { rostrum, leg } = await ringing();
    const answer = await command(rostrum, leg, 'call.reject', { cause: 'WRONG' });
    expect([answer.status, answer.body.code]).toEqual([422, 'bad-request']);
  });

  it('is given once however often it is asked', async () => {
    const { rostrum, leg } = await ringing();
    await command(rostrum, leg, 'call.answer');
    expect((await command(rostrum, leg, 'call.answer')).status).toBe(200);
    expect((await command(rostrum, leg, 'call.hangUp')).body.code).toBe('command-id-reused');
    expectOneGoodRequest(rostrum, 'answer');
  });

  it('of an unknown outcome is settled by the webhook', async () => {
    const { rostrum, leg } = await ringing();
    const setting = { kind: '500', rate: 1, method: 'POST', count: 1, afterWork: true };
    await rostrum.carrier.fault(setting);
    expect((await command(rostrum, leg, 'call.answer')).status).toBe(504);
    await until(rostrum, leg, isConfirmed);
  });
});

it('a call leg is read by its id, and is 404 where there is none', async () => {
  const { rostrum, leg } = await ringing();
  const answer = await rostrum.get(pathOf(leg));
  expect(answer.body).toMatchObject({ state: { id: leg, party: { from: '+12125550177' } } });
  for (const path of [pathOf('v3:nobody'), '/api/calls/%zz'])
    expect((await rostrum.get(path)).body.code).toBe('not-found');
});
