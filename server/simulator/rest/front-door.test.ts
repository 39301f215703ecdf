import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Rehearsal, startRehearsal } from '../testing/rehearsal';

let rehearsal: Rehearsal;
beforeEach(async () => {
  rehearsal = await startRehearsal();
});
afterEach(() => rehearsal.close());

const fault = (kind: string, more: object = {}) =>
  rehearsal.control('POST', '/faults', { kind, rate: 1, ...more });

interface RawRequest {
  readonly method?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string;
}

const raw = (path: string, init: RawRequest = {}) =>
  fetch(`${rehearsal.simulator.url}${path}`, {
    ...init,
    headers: { authorization: 'Bearer KEY-of-the-rehearsal', ...init.headers },
  });

const codeOf = async (response: Response) => {
  const body = (await response.json()) as { errors: { code: string }[] };
  return [response.status, body.errors[0]?.code];
};

describe('the door', () => {
  it('asks for the key at every path, the controls included', async () => {
    const none = { headers: { authorization: 'Bearer wrong' } };
    expect(await codeOf(await raw('/conferences', none))).toEqual([401, '10009']);
    const control = await fetch(`${rehearsal.simulator.controlUrl}/state`);
    expect(await codeOf(control)).toEqual([401, '10009']);
  });

  it('answers unknown paths, other methods and bodies that cannot be read', async () => {
    const json = { 'content-type': 'application/json' };
    expect(await codeOf(await raw('/nothing'))).toEqual([404, '10005']);
    expect(await codeOf(await raw('/conferences', { method: 'DELETE' }))).toEqual([405, '10030']);
    const broken = { method: 'POST', headers: json, body: '{' };
    expect(await codeOf(await raw('/conferences', broken))).toEqual([400, '10023']);
    const text = { method: 'POST', headers: { 'content-type': 'text/plain' }, body: 'x' };
    expect(await codeOf(await raw('/conferences', text))).toEqual([400, '10029']);
    expect(await codeOf(await raw('/conferences/%ZZ'))).toEqual([422, '10015']);
  });

  it('takes an empty body for an empty object, and lets unknown fields be', async () => {
    const leg = await rehearsal.ring();
    const headers = { 'content-type': 'application/json' };
    const answered = await raw(`/calls/${leg}/actions/answer`, { method: 'POST', headers });
    expect(answered.status).toBe(200);
    const body = JSON.stringify({ new_field: 1 });
    const again = await raw(`/calls/${leg}/actions/hangup`, { method: 'POST', headers, body });
    expect(again.status).toBe(200);
  });

  it('tells the rate limit with every answer', async () => {
    const { headers } = await raw('/conferences');
    for (const name of ['limit', 'remaining', 'reset']) {
      expect(headers.get(`x-ratelimit-${name}`)).toMatch(/^\d+$/);
    }
  });

  it('refuses page numbers and sizes out of range', async () => {
    expect(await codeOf(await raw('/conferences?page[size]=251'))).toEqual([422, '10033']);
    expect(await codeOf(await raw('/conferences?page[number]=0'))).toEqual([422, '10033']);
  });
});

describe('a fault', () => {
  it('429 answers before anything is done, with a time to wait, and clears itself', async () => {
    const leg = await rehearsal.ring();
    await fault('429', { count: 1, ms: 3000 });
    const hangup = `/calls/${leg}/actions/hangup`;
    const refused = await raw(hangup, { method: 'POST' });
    expect(await codeOf(refused)).toEqual([429, '10011']);
    expect(refused.headers.get('retry-after')).toBe('3');
    expect((await raw(hangup, { method: 'POST' })).status).toBe(200);
  });

  it('500 strikes before the work, or after it when asked', async () => {
    const leg = await rehearsal.ring();
    const isAlive = async () => (await rehearsal.client.calls.retrieveStatus(leg)).data?.is_alive;
    await fault('500', { method: 'POST' });
    expect((await raw(`/calls/${leg}/actions/hangup`, { method: 'POST' })).status).toBe(500);
    expect(await isAlive()).toBe(true);
    await fault('500', { method: 'POST', afterWork: true });
    expect((await raw(`/calls/${leg}/actions/hangup`, { method: 'POST' })).status).toBe(500);
    expect(await isAlive()).toBe(false);
  });

  it('time-out does the work and never answers', async () => {
    const leg = await rehearsal.ring();
    await fault('time-out', { count: 1 });
    const silent = raw(`/calls/${leg}/actions/hangup`, { method: 'POST' });
    silent.catch(() => undefined);
    await rehearsal.inbox.until((all) => all.some(({ type }) => type === 'call.hangup'));
    await rehearsal.advance(60_000);
    await expect(silent).rejects.toThrow();
  });

  it('slow answers late', async () => {
    await fault('slow', { ms: 5000, count: 1 });
    let answered = false;
    const slow = raw('/conferences').then(() => {
      answered = true;
    });
    await raw('/queues');
    expect(answered).toBe(false);
    await rehearsal.advance(5000);
    await slow;
  });

  it('ignore of some legs accepts mute and changes the others', async () => {
    const { id, host } = await rehearsal.conference();
    const guest = await rehearsal.caller();
    await rehearsal.client.conferences.actions.join(id, { call_control_id: guest });
    await fault('ignore', { legs: [guest] });
    await rehearsal.client.conferences.actions.mute(id, {});
    const { data } = await rehearsal.client.conferences.listParticipants(id);
    const muted = data.filter((participant) => participant.muted);
    expect(muted.map((participant) => participant.call_control_id)).toEqual([host]);
  });

  it('ignore accepts mute and changes nothing', async () => {
    const { id } = await rehearsal.conference();
    await fault('ignore');
    const { data } = await rehearsal.client.conferences.actions.mute(id, {});
    expect(data?.result).toBe('ok');
    const before = await rehearsal.client.conferences.listParticipants(id);
    expect(before.data[0]?.muted).toBe(false);
    await fault('ignore', { rate: 0 });
    await rehearsal.client.conferences.actions.mute(id, {});
    const after = await rehearsal.client.conferences.listParticipants(id);
    expect(after.data[0]?.muted).toBe(true);
  });
});
