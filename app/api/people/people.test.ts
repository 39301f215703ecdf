import { describe, expect, it } from 'vitest';
import type { Account } from '@/lib/contract/account';
import type { PersonAnswer, PersonRow } from '@/lib/contract/people';
import { may, roles } from '@/lib/domain/permission';
import { openTestCore, type TestCore } from '@/server/testing/open-test-core';

const ines = { name: 'Ines', email: 'Ines@example.com', role: 'manager' } as const;

async function invited(rostrum: TestCore) {
  const answer = await rostrum.post('/api/people', ines);
  expect(answer.status).toBe(200);
  return answer.body as unknown as PersonAnswer;
}

async function peopleOf(rostrum: TestCore) {
  const answer = await rostrum.get('/api/people');
  return answer.body as unknown as readonly PersonRow[];
}

async function cookieAfter(rostrum: TestCore, path: string, body: object) {
  const answer = await rostrum.post(`/api/auth${path}`, body, { cookie: '' });
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  return answer.headers
    .getSetCookie()
    .map((line) => line.split(';')[0] ?? '')
    .join('; ');
}

/** Chooses a password by a link and signs in with it. */
async function comesIn(rostrum: TestCore, link: string | null) {
  const token = new URL(link ?? '', rostrum.url).searchParams.get('token');
  const newPassword = 'correct horse battery';
  const chosen = await rostrum.post('/api/auth/reset-password', { token, newPassword });
  expect(chosen.status).toBe(200);
  const again = await rostrum.post('/api/auth/reset-password', { token, newPassword });
  expect(again).toMatchObject({ status: 410, body: { code: 'link-used' } });
  const credentials = { email: 'ines@example.com', password: newPassword };
  return cookieAfter(rostrum, '/sign-in/email', credentials);
}

describe('an administrator', () => {
  it('invites somebody, who chooses a password by the link and is in', async () => {
    const rostrum = await openTestCore();
    const { person, link } = await invited(rostrum);
    expect(person).toMatchObject({ email: 'ines@example.com', role: 'manager', sessions: 0 });
    const cookie = await comesIn(rostrum, link);
    expect((await rostrum.get('/api/me', { cookie })).body).toMatchObject({
      ...{ userId: person.id, name: 'Ines', role: 'manager' },
    });
    const row = (await peopleOf(rostrum)).find(({ id }) => id === person.id);
    expect(row).toMatchObject({ sessions: 1, isDisabled: false, isRehearsal: false });
    expect(row?.lastSeenAt).toBeGreaterThan(0);
  });

  it('changes a role, disables, enables, signs out and resets', async () => {
    const rostrum = await openTestCore();
    const { person, link } = await invited(rostrum);
    const cookie = await comesIn(rostrum, link);
    const path = `/api/people/${person.id}`;
    await rostrum.post(path, { change: 'role', role: 'supervisor' });
    expect((await rostrum.get('/api/me', { cookie })).body).toMatchObject({ role: 'supervisor' });
    await rostrum.post(path, { change: 'signOut' });
    expect((await rostrum.get('/api/me', { cookie })).status).toBe(401);
    const disabled = await rostrum.post(path, { change: 'disable' });
    expect(disabled.body).toMatchObject({ person: { isDisabled: true }, link: null });
    const enabled = await rostrum.post(path, { change: 'enable' });
    expect(enabled.body).toMatchObject({ person: { isDisabled: false } });
    const reset = await rostrum.post(path, { change: 'reset' });
    await comesIn(rostrum, (reset.body as unknown as PersonAnswer).link);
  });

  it('is told why a change is refused', async () => {
    const rostrum = await openTestCore();
    await invited(rostrum);
    const taken = await rostrum.post('/api/people', { ...ines, email: 'INES@example.com' });
    expect(taken).toMatchObject({ status: 409, body: { code: 'email-taken' } });
    const me = (await rostrum.get('/api/me')).body;
    for (const change of [{ change: 'disable' }, { change: 'reset' }] as const) {
      const oneself = await rostrum.post(`/api/people/${String(me.userId)}`, change);
      expect(oneself).toMatchObject({ status: 409, body: { code: 'oneself' } });
    }
    const nobody = await rostrum.post('/api/people/nobody', { change: 'reset' });
    expect(nobody).toMatchObject({ status: 404, body: { code: 'not-found' } });
    const odd = await rostrum.post('/api/people', { ...ines, isDisabled: false });
    expect(odd).toMatchObject({ status: 422, body: { code: 'bad-request' } });
  });
});

it.each(roles)('a %s reads and changes people only if they may manage settings', async (role) => {
  const rostrum = await openTestCore();
  const cookie = await rostrum.cookieOf(role);
  const [person] = await peopleOf(rostrum);
  const answers = [
    await rostrum.get('/api/people', { cookie }),
    await rostrum.post('/api/people', ines, { cookie }),
    await rostrum.post(`/api/people/${person?.id ?? ''}`, { change: 'signOut' }, { cookie }),
  ];
  const expected = may(role, 'settings.manage') ? 200 : 403;
  expect(answers.map(({ status }) => status)).toEqual([expected, expected, expected]);
});

describe('anybody', () => {
  it('sees their own account and sessions, renames themselves, and ends a session of their own', async () => {
    const rostrum = await openTestCore();
    const cookie = await rostrum.cookieOf('viewer');
    const other = await rostrum.cookieOf('viewer');
    const before = (await rostrum.get('/api/account', { cookie })).body as unknown as Account;
    expect(before).toMatchObject({ role: 'viewer', hasPassword: false, hasSecondFactor: false });
    expect(before.sessions.map(({ isThis }) => isThis)).toEqual([true, false]);
    const renamed = { change: 'rename', name: ' Vera ' };
    expect((await rostrum.post('/api/account', renamed, { cookie })).status).toBe(200);
    expect((await rostrum.get('/api/me', { cookie })).body).toMatchObject({ name: 'Vera' });
    const sessionId = before.sessions[1]?.id;
    const ended = await rostrum.post(
      '/api/account',
      { change: 'endSession', sessionId },
      { cookie },
    );
    expect(ended.status).toBe(200);
    expect((await rostrum.get('/api/me', { cookie: other })).status).toBe(401);
    await rostrum.post('/api/account', { change: 'signOutEverywhere' }, { cookie });
    expect((await rostrum.get('/api/me', { cookie })).status).toBe(401);
  });

  it('cannot end the session of somebody else, nor give themselves a role', async () => {
    const rostrum = await openTestCore();
    const cookie = await rostrum.cookieOf('viewer');
    const admin = (await rostrum.get('/api/account')).body as unknown as Account;
    const sessionId = admin.sessions[0]?.id;
    const ended = await rostrum.post(
      '/api/account',
      { change: 'endSession', sessionId },
      { cookie },
    );
    expect(ended.status).toBe(404);
    expect((await rostrum.get('/api/me')).status).toBe(200);
    const body = { change: 'rename', name: 'Vera', role: 'administrator' };
    expect((await rostrum.post('/api/account', body, { cookie })).status).toBe(422);
  });

  it('is told that a password is not theirs', async () => {
    const rostrum = await openTestCore();
    const cookie = await comesIn(rostrum, (await invited(rostrum)).link);
    const body = { currentPassword: 'a wrong password', newPassword: 'another good one' };
    const answer = await rostrum.post('/api/auth/change-password', body, { cookie });
    expect(answer).toMatchObject({ status: 400, body: { code: 'wrong-password' } });
  });

  it('is told that an address of the API leads nowhere', async () => {
    const rostrum = await openTestCore();
    expect(await rostrum.get('/api/no/such/thing')).toMatchObject({
      ...{ status: 404, body: { code: 'not-found' } },
    });
    expect(await rostrum.get('/api/no/such/thing', { cookie: '' })).toMatchObject({
      ...{ status: 401, body: { code: 'not-signed-in' } },
    });
  });
});
