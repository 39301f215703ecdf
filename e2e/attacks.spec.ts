import { askRaw } from '@/server/testing/ask-raw';
import { expect, test } from './fixtures';
import { firstAccount, password } from './stage/accounts';

const json = { 'content-type': 'application/json' };

test('another name for this machine gets nothing but a sentence', async ({ rostrum }) => {
  const cookie = await rostrum.cookieOf('administrator');
  for (const host of ['evil.test', '127.0.0.1.evil.test', 'localhost@evil.test', '127.0.0.1:x']) {
    for (const path of ['/', '/sign-in', '/api/conferences', '/api/auth/get-session']) {
      const headers = { host, cookie, 'x-forwarded-host': '127.0.0.1' };
      const answer = await askRaw(rostrum.url, { path, headers });
      expect([400, 421], `${host} ${path}`).toContain(answer.status);
      expect(answer.text).not.toContain(firstAccount.ADMIN_EMAIL);
    }
  }
});

test('no spelling of an address leads past the doors', async ({ rostrum }) => {
  const body = JSON.stringify({ name: 'Eve', email: 'eve@evil.test', password });
  for (const path of [
    '/api/auth/sign-up/email',
    '//api/auth/sign-up/email',
    '/api//auth/sign-up/email',
    '/api/auth/./sign-up/email',
    '/api/auth/sign-in/../sign-up/email',
    '/api/auth/sign-in/%2e%2e/sign-up/email',
    '/api/auth/%73ign-up/email',
    '/api/auth/sign-up%2Femail',
    '/API/auth/sign-up/email',
    '/api/auth/sign-up/email/',
    '/_next/../api/auth/sign-up/email',
    '/api/auth/sign-in/rehearsal',
    '/api/people',
    '/api/people/',
    '/api/webhooks/telnyx/../../people',
  ]) {
    const headers = { ...json, 'x-middleware-subrequest': 'middleware', 'x-rostrum-local': 'yes' };
    const answer = await askRaw(rostrum.url, { method: 'POST', path, headers, body });
    expect(answer.status, path).not.toBe(200);
    expect(answer.status, path).toBeLessThan(500);
    expect(answer.headers['set-cookie'], path).toBeUndefined();
    const { location = '' } = answer.headers;
    expect(location === '' || new URL(location, rostrum.url).origin === rostrum.url, path).toBe(
      true,
    );
  }
  const cookie = await rostrum.cookieOf('administrator');
  const people = await askRaw(rostrum.url, { path: '/api/people', headers: { cookie } });
  expect(people.status).toBe(200);
  expect(people.text).not.toContain('evil.test');
});

test('pages hold nothing for whoever is not signed in, and name nobody', async ({
  rostrum,
  opens,
}) => {
  const board = await opens('Board that nobody may know of', ['Ada']);
  const gone = { cookie: 'rostrum.session_token=stolen.stolen' };
  for (const path of [
    '/conferences',
    `/conferences/${board.id}`,
    '/settings/people',
    '/activity',
  ]) {
    const plain = await askRaw(rostrum.url, { path, headers: gone });
    expect(plain.headers.location, path).toMatch(/^\/sign-in/);
    const parts = { ...gone, rsc: '1', 'next-router-prefetch': '1' };
    for (const answer of [plain, await askRaw(rostrum.url, { path, headers: parts })]) {
      expect(answer.text, path).not.toContain('Board that nobody');
      expect(answer.text, path).not.toContain('journeys.test');
    }
  }
});
