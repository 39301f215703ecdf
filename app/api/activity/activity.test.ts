import { describe, expect, it } from 'vitest';
import type { ActivityRow } from '@/lib/contract/activity';
import { peopleIn } from '@/lib/domain/conference/view';
import { may, roles } from '@/lib/domain/permission';
import { openTestCore, type TestCore } from '@/server/testing/open-test-core';

const number = '+4930123456721';

async function meeting() {
  const rostrum = await openTestCore();
  const { id, legs } = await rostrum.carrier.conference(2);
  await rostrum.until(id, (c) => peopleIn(c) === 2);
  await rostrum.carrier.settled();
  return { rostrum, id, legs };
}

/** Asks the door as a browser at 192.0.2.9 would. */
function door({ core, url }: TestCore, path: string, body: object): Promise<Response> {
  const headers = {
    'content-type': 'application/json',
    host: new URL(url).host,
    'x-rostrum-address': '192.0.2.9',
  };
  const init = { method: 'POST', headers, body: JSON.stringify(body) };
  return core.services.signIn.door(new Request(`${url}/api/auth${path}`, init));
}

async function told(rostrum: TestCore, query = ''): Promise<ActivityRow[]> {
  const { body } = await rostrum.get(`/api/activity${query}`);
  return body.items as ActivityRow[];
}

describe('activity', () => {
  it('tells of each command once: who, on whom, its outcome, how long it took, and from where', async () => {
    const { rostrum, id, legs } = await meeting();
    const done = await rostrum.command(
      id,
      'participants.mute',
      { legs: legs.slice(0, 1) },
      'command-a',
    );
    await rostrum.command(id, 'participants.mute', { legs: legs.slice(0, 1) }, 'command-a');
    await rostrum.command(id, 'participants.hold', { legs: ['nobody'] });
    const [held, muted, ...rest] = await told(rostrum, `?conference=${id}`);
    expect(rest).toEqual([]);
    expect(muted).toMatchObject({
      actor: { name: 'Ada Administrator' },
      role: 'administrator',
      action: 'participants.mute',
      conference: { id },
      target: { kind: 'call', id: legs[0] },
      outcome: 'done',
      why: null,
      address: '127.0.0.1',
      requestId: done.headers.get('x-request-id'),
      detail: { commandId: 'command-a' },
    });
    expect(muted?.roundTripMs).toBeGreaterThan(0);
    expect(held).toMatchObject({ outcome: 'refused', why: 'not-in-conference' });
  });

  it('tells that the carrier could not do it, and that nobody knows whether it was done', async () => {
    const { rostrum, id, legs } = await meeting();
    await rostrum.carrier.fault({ kind: '500', rate: 1, method: 'POST', count: 1 });
    await rostrum.command(id, 'participants.mute', { legs });
    await rostrum.carrier.fault({ kind: '429', rate: 1, method: 'POST' });
    await rostrum.command(id, 'participants.hold', { legs });
    expect(await told(rostrum, `?conference=${id}`)).toMatchObject([
      { action: 'participants.hold', outcome: 'failed', why: 'carrier-busy' },
      { outcome: 'unknown', target: { kind: 'participants' }, detail: { people: 2 } },
    ]);
  });

  it('tells what a role was refused, and the conference’s own log does not', async () => {
    const { rostrum, id } = await meeting();
    const cookie = await rostrum.cookieOf('viewer');
    const body = { commandId: 'command-x', command: { type: 'conference.end', fields: {} } };
    await rostrum.post(`/api/conferences/${id}/commands`, body, { cookie });
    await rostrum.get('/api/deliveries', { cookie });
    expect(await told(rostrum, '?who=vera')).toMatchObject([
      { action: 'request', target: { id: '/api/deliveries' }, outcome: 'refused' },
      { action: 'conference.end', conference: { id }, role: 'viewer', why: 'not-allowed' },
    ]);
    const { body: log } = await rostrum.get(`/api/conferences/${id}/events`);
    expect(JSON.stringify(log)).not.toContain('command.');
  });

  it('tells on whom a refused command was to be, by name, as it tells of one that runs', async () => {
    const { rostrum, id, legs } = await meeting();
    await rostrum.command(id, 'participants.mute', { legs });
    await rostrum.command(id, 'participants.mute', { legs: legs.slice(0, 1) });
    const cookie = await rostrum.cookieOf('viewer');
    for (const chosen of [legs, legs.slice(0, 1)]) {
      const command = { type: 'participants.mute', fields: { legs: chosen } };
      const body = { commandId: `command-of-${chosen.length}`, command };
      await rostrum.post(`/api/conferences/${id}/commands`, body, { cookie });
    }
    await rostrum.post(
      `/api/calls/${encodeURIComponent(legs[0] ?? '')}/commands`,
      { commandId: 'command-y', command: { type: 'call.hangUp', fields: {} } },
      { cookie },
    );
    const [call, one, both, oneDone, bothDone] = await told(rostrum);
    expect(call).toMatchObject({ outcome: 'refused', target: oneDone?.target });
    expect(oneDone?.target?.name).toBeTruthy();
    expect(oneDone?.conference?.name).toBeTruthy();
    for (const [refused, done] of [
      [one, oneDone],
      [both, bothDone],
    ]) {
      expect(refused).toMatchObject({ outcome: 'refused', why: 'not-allowed' });
      expect(refused?.conference).toEqual(done?.conference);
      expect(refused?.target).toEqual(done?.target);
      expect(refused?.detail.names).toEqual(done?.detail.names);
    }
  });

  it('tells of a page of another site that used somebody’s session, and of no other', async () => {
    const { rostrum, id } = await meeting();
    const path = `/api/conferences/${id}/commands`;
    const foreign = { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' };
    for (const headers of [foreign, { ...foreign, cookie: 'rostrum.session_token=forged' }])
      expect((await rostrum.post(path, {}, headers)).status).toBe(403);
    expect(await told(rostrum)).toMatchObject([
      {
        ...{ actor: { name: 'Ada Administrator' }, action: 'request', target: { id: path } },
        ...{ outcome: 'refused', why: 'cross-origin', address: '127.0.0.1' },
      },
    ]);
    const { core, url, cookie } = rostrum;
    const init = { method: 'POST', headers: { ...foreign, cookie, host: new URL(url).host } };
    await core.services.signIn.door(new Request(`${url}/api/auth/sign-out`, init));
    expect((await told(rostrum))[0]).toMatchObject({
      ...{ actor: { name: 'Ada Administrator' }, action: 'session.signOut', why: 'cross-origin' },
    });
  });

  it('writes five refusals of somebody a minute, and then how many more there were', async () => {
    const { rostrum } = await meeting();
    const cookie = await rostrum.cookieOf('viewer');
    for (let i = 0; i < 12; i += 1) await rostrum.get('/api/deliveries', { cookie });
    expect(await told(rostrum, '?who=vera')).toHaveLength(5);
    rostrum.clock.advance(61_000);
    await rostrum.core.services.activity.sweep(false);
    expect(await told(rostrum, '?who=vera')).toMatchObject([
      {
        action: 'request',
        target: { id: '/api/deliveries' },
        address: '127.0.0.1',
        detail: { repeats: 7 },
      },
      ...Array.from({ length: 5 }, () => ({ target: { id: '/api/deliveries' } })),
    ]);
  });

  it('tells who signed in and out, and which address was refused at which account', async () => {
    const rostrum = await openTestCore();
    const email = { email: 'nobody@example.com', password: 'not the password' };
    await door(rostrum, '/sign-in/email', email);
    const cookie = await rostrum.cookieOf('moderator');
    await rostrum.post('/api/auth/sign-out', {}, { cookie });
    const [out, refused, ...rest] = await told(rostrum);
    expect(rest).toEqual([]);
    expect(out).toMatchObject({
      actor: { name: 'Momo Moderator' },
      action: 'session.signOut',
      outcome: 'done',
    });
    expect(refused).toMatchObject({
      actor: null,
      action: 'session.signIn',
      outcome: 'refused',
      why: 'not-accepted',
      target: { kind: 'person', name: email.email },
      address: '192.0.2.9',
    });
    expect(JSON.stringify(refused)).not.toContain(email.password);
  });

  it.each(roles)(
    'is read by a %s as the permissions say, as a list and as a file',
    async (role) => {
      const rostrum = await openTestCore();
      const cookie = await rostrum.cookieOf(role);
      for (const path of ['/api/activity', '/api/activity.csv']) {
        const answer = await rostrum.get(path, { cookie });
        expect(answer.status).toBe(may(role, 'activity.read') ? 200 : 403);
      }
    },
  );

  it('is a file with the same lines, whose making is told too', async () => {
    const { rostrum, id } = await meeting();
    await rostrum.post('/api/rehearsal', { action: 'placeCall', from: number, to: number });
    await rostrum.command(id, 'conference.end');
    const { headers, body } = await rostrum.get('/api/activity.csv?action=rehearsal.steer');
    expect(headers.get('content-type')).toContain('text/csv');
    expect(headers.get('content-disposition')).toMatch(/filename="rostrum-activity-.*\.csv"/);
    const lines = String(body.text).split('\r\n');
    expect(lines[0]).toMatch(/^at,person,/);
    expect(lines[1]).toContain('Ada Administrator');
    expect(lines[1]).toContain(number);
    expect(lines.slice(2)).toEqual(['']);
    expect(await told(rostrum, '?action=activity.export')).toMatchObject([
      { detail: { action: 'rehearsal.steer' } },
    ]);
  });

  it('turns its pages and says what is wrong with a question', async () => {
    const { rostrum, legs, id } = await meeting();
    for (const type of ['participants.mute', 'participants.unmute', 'participants.mute'])
      await rostrum.command(id, type, { legs });
    const first = await rostrum.get('/api/activity?limit=2');
    expect(first.body.items).toHaveLength(2);
    const cursor = encodeURIComponent(String(first.body.nextCursor));
    const second = await rostrum.get(`/api/activity?limit=2&cursor=${cursor}`);
    expect(second.body).toMatchObject({
      items: [{ action: 'participants.mute' }],
      nextCursor: null,
    });
    for (const query of ['action=dance', 'from=yesterday', 'cursor=x', 'limit=0', 'other=1'])
      expect((await rostrum.get(`/api/activity?${query}`)).status, query).toBe(422);
  });
});
