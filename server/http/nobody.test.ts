import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { peopleIn } from '@/lib/domain/conference/view';
import { askRaw } from '@/server/testing/ask-raw';
import { openTestCore, type TestCore } from '@/server/testing/open-test-core';

const appDir = join(import.meta.dirname, '../../app/api');
const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;
// They say of themselves, in their own tests, whom they answer.
const open = /^(auth\/|first-account$|health\/|metrics$|wallboard$|wallboard\/|webhooks\/)/;

/** Every route of ours for people who are signed in, and how it may be asked. */
function routes(): { readonly path: string; readonly method: string }[] {
  return readdirSync(appDir, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('route.ts') && existsSync(join(appDir, file)))
    .map((file) => file.replace(/\/route\.ts$/, ''))
    .filter((route) => !open.test(route))
    .flatMap((route) => {
      const source = readFileSync(join(appDir, route, 'route.ts'), 'utf8');
      return methods
        .filter((method) => source.includes(`function ${method}(`))
        .map((method) => ({ path: `/api/${route}`, method }));
    });
}

async function answerTo(rostrum: TestCore, method: string, path: string, cookie: string | null) {
  const { status, text, headers } = await askRaw(rostrum.url, {
    ...{ method, path },
    headers: {
      'content-type': 'application/json',
      ...(cookie === null ? {} : { cookie }),
    },
    ...(method.startsWith('P') ? { body: '{}' } : {}),
  });
  const id = String(headers['x-request-id']);
  expect(text.split(id), `${method} ${path}: ${status}`).toHaveLength(2);
  const told = { ...headers, date: '', 'x-request-id': '' };
  return { status, text: text.replace(id, 'id'), headers: told };
}

describe('whoever is not signed in', () => {
  it('hears the same bytes at every door, whatever is behind it and whatever cookie they bring', async () => {
    const rostrum = await openTestCore();
    const { id } = await rostrum.carrier.conference(1);
    await rostrum.until(id, (c) => peopleIn(c) === 1);
    const gone = await rostrum.cookieOf('administrator');
    await rostrum.post('/api/auth/sign-out', {}, { cookie: gone });
    const forged = rostrum.cookie.replace(/=./, '=~');
    const nowhere = methods.map((method) => ({ path: '/api/nowhere/at/all', method }));
    const doors = [...routes(), ...nowhere];
    expect(doors.length).toBeGreaterThan(7);
    const answers = new Set<string>();
    for (const { path, method } of doors)
      for (const name of [id, 'nowhere'])
        for (const cookie of [null, gone, forged, 'x=y']) {
          const asked = path.replace(/\[[^\]]*\]/g, name);
          answers.add(JSON.stringify(await answerTo(rostrum, method, asked, cookie)));
        }
    expect([...answers]).toHaveLength(1);
    expect(JSON.parse([...answers][0] ?? '')).toMatchObject({ status: 401 });
  });
});

describe('ten thousand tries at one account', () => {
  const tries = 10_000;
  const addresses = 200;
  const atOnce = 32;

  it('from many addresses are a hundred passwords looked at, while others sign in', async () => {
    const rostrum = await openTestCore({ env: { TRUST_PROXY: '127.0.0.1' } });
    const { people } = rostrum.signIn.services;
    const password = 'the right password';
    for (const name of ['target', 'other'])
      await people.add({ name, email: `${name}@example.com`, role: 'viewer', password });
    const signIn = async (name: string, tried: string, from: string) => {
      const body = { email: `${name}@example.com`, password: tried };
      const headers = { 'x-forwarded-for': from };
      return (await rostrum.post('/api/auth/sign-in/email', body, headers)).status;
    };
    const counts: Record<number, number> = {};
    let sent = 0;
    const others: Promise<number>[] = [];
    const line = async () => {
      while (sent < tries) {
        sent += 1;
        const status = await signIn('target', `guess ${sent}`, `198.51.100.${sent % addresses}`);
        counts[status] = (counts[status] ?? 0) + 1;
        if (sent > tries / 2 && others.length === 0)
          others.push(signIn('other', password, '203.0.113.7'));
      }
    };
    await Promise.all(Array.from({ length: atOnce }, line));
    expect(await Promise.all(others), 'somebody else').toEqual([200]);
    expect(counts).toEqual({ 401: 100, 429: tries - 100 });
    expect(await signIn('target', password, '203.0.113.8'), 'the right one now').toBe(429);
  }, 300_000);
});
