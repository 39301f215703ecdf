import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import type { WatchAnswer } from '@/lib/contract/hub';
import { peopleIn } from '@/lib/domain/conference/view';
import { askRaw } from '@/server/testing/ask-raw';
import { openTestCore, type TestCore } from '@/server/testing/open-test-core';

const evil = 'https://evil.test';

async function meeting() {
  const rostrum = await openTestCore();
  const { id, legs } = await rostrum.carrier.conference(2);
  await rostrum.until(id, (c) => peopleIn(c) === 2);
  await rostrum.carrier.settled();
  return { rostrum, id, legs, path: `/api/conferences/${id}/commands` };
}

const ending = (commandId: string) => ({
  commandId,
  command: { type: 'conference.end', fields: {} },
});

function expectUntouched(rostrum: TestCore, id: string): void {
  expect(rostrum.carrier.commands(`/conferences/${id}/`)).toHaveLength(0);
}

describe('a cookie that was stolen', () => {
  it('opens no route and no socket once its owner has signed out', async () => {
    const { rostrum, id } = await meeting();
    const cookie = await rostrum.cookieOf('administrator');
    const open = rostrum.socket({ cookie });
    const watched: WatchAnswer = await open.emitWithAck('watch', `conference:${id}`, {});
    expect(watched.ok).toBe(true);
    const cutOff = once(open as never, 'disconnect');
    expect((await rostrum.post('/api/auth/sign-out', {}, { cookie })).status).toBe(200);
    await cutOff;
    for (const path of ['/api/conferences', `/api/conferences/${id}`, '/api/deliveries']) {
      const answer = await rostrum.get(path, { cookie });
      expect(answer, path).toMatchObject({ status: 401, body: { code: 'not-signed-in' } });
    }
    const session = await rostrum.get('/api/auth/get-session', { cookie });
    expect(JSON.stringify(session.body)).not.toContain('rehearsal.invalid');
    const late = rostrum.socket({ cookie });
    const refused = await new Promise((resolve) => late.once('connect_error', resolve));
    expect(String(refused)).toContain('not-signed-in');
  });

  it('is not made by whoever brings a cookie of their own choice to a sign-in', async () => {
    const rostrum = await openTestCore();
    const chosen = await rostrum.cookieOf('viewer');
    const answer = await askRaw(rostrum.url, {
      method: 'POST',
      path: '/api/auth/sign-in/rehearsal',
      headers: { 'content-type': 'application/json', cookie: chosen },
      body: '{"role":"administrator"}',
    });
    expect(answer.status).toBe(200);
    const given = String(answer.headers['set-cookie']);
    expect(given).toContain('session_token=');
    expect(given).toMatch(/HttpOnly/i);
    expect(given).not.toContain(chosen.split('=')[1]?.slice(0, 20));
    expect((await rostrum.get('/api/deliveries', { cookie: chosen })).status).toBe(403);
  });
});

describe('a page of another site', () => {
  const forms = ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data', ''];

  it.each<Record<string, string>>([
    { origin: evil },
    { origin: 'null' },
    { 'sec-fetch-site': 'cross-site' },
  ])('changes nothing: %o', async (from) => {
    const { rostrum, id, path } = await meeting();
    for (const [door, body] of [
      [path, ending('from-elsewhere')],
      ['/api/rehearsal', { action: 'stopScenario' }],
      ['/api/auth/sign-in/rehearsal', { role: 'viewer' }],
      ['/api/auth/sign-out', {}],
      ['/api/first-account', {}],
    ] as const) {
      const answer = await rostrum.post(door, body, from);
      expect(answer, door).toMatchObject({ status: 403, body: { code: 'cross-origin' } });
    }
    expectUntouched(rostrum, id);
    expect((await rostrum.get('/api/deliveries')).status).toBe(200);
  });

  it.each(forms)('gets nowhere with a body of the type %j, which forms may send', async (type) => {
    const { rostrum, id, path } = await meeting();
    const answer = await askRaw(rostrum.url, {
      method: 'POST',
      path,
      headers: { cookie: rostrum.cookie, ...(type === '' ? {} : { 'content-type': type }) },
      body: JSON.stringify(ending('from-a-form')),
    });
    expect(answer.status).toBe(400);
    expect(answer.text).toContain('bad-json');
    expectUntouched(rostrum, id);
  });

  it('opens no socket, with or without a cookie', async () => {
    const { rostrum } = await meeting();
    for (const origin of [evil, 'null', `${rostrum.url}.evil.test`]) {
      const socket = rostrum.socket({ origin });
      const error = await new Promise<Error>((resolve) => socket.once('connect_error', resolve));
      expect(error.message, origin).toBe('websocket error');
    }
  });

  it('is not where single sign-on or a password sign-in leads', async () => {
    const rostrum = await openTestCore();
    for (const callbackURL of [evil, '//evil.test/x', '/\\evil.test', 'javascript:alert(1)']) {
      const body = { email: 'nobody@example.com', password: 'a long password', callbackURL };
      const answer = await rostrum.post('/api/auth/sign-in/email', body);
      expect(answer.status, callbackURL).toBeGreaterThanOrEqual(400);
      expect(answer.headers.get('location')).toBeNull();
      const social = { provider: 'oidc', callbackURL, errorCallbackURL: callbackURL };
      expect((await rostrum.post('/api/auth/sign-in/social', social)).status).toBe(404);
      const back = `/api/auth/callback/oidc?error=x&state=${encodeURIComponent(callbackURL)}`;
      const { headers } = await askRaw(rostrum.url, { path: back });
      expect(headers.location ?? '').not.toContain('evil.test');
    }
  });
});

describe('the doors of the sign-in library', () => {
  it.each([
    '/api/auth/admin/list-users',
    '/api/auth/sign-in/../admin/list-users',
    '/api/auth/sign-in/%2e%2e/admin/list-users',
    '/api/auth//sign-up/email',
    '/api/auth/sign-up/email',
    '/api/auth/SIGN-UP/email',
    '/api/auth/%73ign-up/email',
    '/api/auth/sign-in/email/',
    '/api/auth/sign-in%2Femail',
    '/api/auth/sign-in/email;/../../sign-up/email',
    '/api/auth/sign-in\\..\\sign-up\\email',
    '/api/auth/get-session/%2e%2e/list-sessions',
    '/api/auth/get-session%00',
    '/api/auth/update-user',
    '/api/auth/delete-user',
    '/api/auth/two-factor/get-totp-uri',
  ])('are closed at %s, to whoever asks', async (path) => {
    const rostrum = await openTestCore();
    const people = await rostrum.signIn.services.people.list();
    const body = JSON.stringify({
      ...{ name: 'Eve', email: 'eve@example.com', password: 'a long password' },
      ...{ role: 'administrator', userId: people[0]?.id },
    });
    for (const method of ['GET', 'POST', 'PUT', 'DELETE', 'PATCH']) {
      const headers = { 'content-type': 'application/json', cookie: rostrum.cookie };
      const plain = { method, path, headers };
      const answer = await askRaw(rostrum.url, method === 'GET' ? plain : { ...plain, body });
      expect([404, 405], `${method} ${path}: ${answer.text}`).toContain(answer.status);
    }
    expect(await rostrum.signIn.services.people.list()).toEqual(people);
  });

  it('do not let anybody in by one click through a proxy, or under another name', async () => {
    const rostrum = await openTestCore();
    const { port } = new URL(rostrum.url);
    const click = (headers: Record<string, string>) =>
      askRaw(rostrum.url, {
        ...{ method: 'POST', path: '/api/auth/sign-in/rehearsal', body: '{"role":"viewer"}' },
        headers: { 'content-type': 'application/json', ...headers },
      });
    for (const headers of [
      { 'x-forwarded-for': '127.0.0.1' },
      { 'X-Forwarded-Host': 'localhost' },
      { forwarded: 'for=127.0.0.1' },
      { via: '1.1 proxy' },
      { 'x-real-ip': '127.0.0.1', 'x-rostrum-local': 'yes' },
      { host: `evil.test:${port}`, 'x-rostrum-local': 'yes' },
      { host: `127.0.0.1.evil.test:${port}` },
    ] as Record<string, string>[]) {
      const answer = await click(headers);
      expect([403, 404], JSON.stringify(headers)).toContain(answer.status);
      expect(answer.headers['set-cookie']).toBeUndefined();
    }
    expect((await click({})).status).toBe(200);
  });
});
