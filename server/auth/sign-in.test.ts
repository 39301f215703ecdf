import { expect, test } from 'vitest';
import { getMigrations } from 'better-auth/db/migration';
import { optionsOf } from './library/open-library';
import { createManagePeople } from './manage-people';
import { keepRehearsalAccounts, rehearsalEmail } from './rehearsal-accounts';
import {
  goodPassword,
  libraryParts,
  openEngine,
  openSignIn,
  TestBrowser,
} from './testing/open-sign-in';

test('our tables are those the library asks for', async () => {
  const engine = await openEngine();
  const plan = await getMigrations(optionsOf(libraryParts(engine)));
  expect(plan.toBeCreated).toEqual([]);
  expect(plan.toBeAdded).toEqual([]);
  expect(plan.toBeAddedIndexes).toEqual([]);
});

test('whoever has the password is signed in, and signed out again', async () => {
  const rostrum = await openSignIn();
  await rostrum.add('supervisor');
  const browser = new TestBrowser(rostrum);
  const answer = await browser.signIn('supervisor@example.com');
  expect(answer.status).toBe(200);
  expect(await answer.text()).not.toContain('token');
  expect(await rostrum.sessions.current(browser.cookie)).toMatchObject({
    role: 'supervisor',
    email: 'supervisor@example.com',
  });
  const stolen = browser.cookie;
  expect((await browser.post('/sign-out', {})).status).toBe(200);
  expect(await rostrum.sessions.current(stolen)).toBeNull();
});

test('our reading of a session says what the library says', async () => {
  const rostrum = await openSignIn();
  await rostrum.add();
  const browser = new TestBrowser(rostrum);
  await browser.signIn('moderator@example.com');
  const library = await rostrum.holder
    .current()
    .api.getSession({ headers: new Headers({ cookie: browser.cookie }) });
  const ours = await rostrum.sessions.current(browser.cookie);
  expect(ours).toEqual({
    sessionId: library!.session.id,
    userId: library!.user.id,
    name: library!.user.name,
    email: library!.user.email,
    role: library!.user.role,
    expiresAt: library!.session.expiresAt.getTime() * 1000,
  });
  expect(await rostrum.sessions.open([ours!.sessionId, 'another'])).toEqual(
    new Map([[ours!.sessionId, ours]]),
  );
});

test.each([
  ['no cookie', () => ''],
  ['a token without its signature', (cookie: string) => cookie.replace(/\..*$/, '')],
  ['a signature of another token', (cookie: string) => cookie.replace(/token=./, 'token=~')],
  ['what is no text at all', () => 'rostrum.session_token=%E0%A4%A'],
])('%s is nobody', async (_name, forge) => {
  const rostrum = await openSignIn();
  await rostrum.add();
  const browser = new TestBrowser(rostrum);
  await browser.signIn('moderator@example.com');
  expect(await rostrum.sessions.current(browser.cookie)).not.toBeNull();
  expect(await rostrum.sessions.current(forge(browser.cookie))).toBeNull();
});

test('unknown, wrong and disabled get the same answer', async () => {
  const rostrum = await openSignIn();
  await rostrum.add('viewer');
  const disabled = await rostrum.add('manager');
  await rostrum.people.change(disabled.id, { isDisabled: true });
  const answers = [];
  for (const [email, password] of [
    ['nobody@example.com', goodPassword],
    ['viewer@example.com', 'a wrong password'],
    ['manager@example.com', goodPassword],
    ['manager@example.com', 'a wrong password'],
  ] as const) {
    const browser = new TestBrowser(rostrum);
    const answer = await browser.signIn(email, password);
    const body = (await answer.json()) as Record<string, unknown>;
    delete body.requestId;
    answers.push({ status: answer.status, body, cookie: browser.cookie });
  }
  expect(answers[0]).toMatchObject({ status: 401, body: { code: 'not-signed-in' }, cookie: '' });
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
});

test('nobody signs themselves up, and the rest of the library is closed', async () => {
  const rostrum = await openSignIn();
  const browser = new TestBrowser(rostrum);
  const person = { name: 'Eve', email: 'eve@example.com', password: goodPassword };
  expect((await browser.post('/sign-up/email', person)).status).toBe(404);
  expect((await browser.post('/admin/create-user', person)).status).toBe(404);
  expect((await browser.post('/update-user', { role: 'administrator' })).status).toBe(404);
  expect((await browser.get('/list-sessions')).status).toBe(404);
  expect(await rostrum.people.list()).toEqual([]);
});

test('the library itself refuses to sign anybody up', async () => {
  const rostrum = await openSignIn();
  const asked = rostrum.holder.current().api.signUpEmail({
    body: { name: 'Eve', email: 'eve@example.com', password: goodPassword },
  });
  await expect(asked).rejects.toThrow(/not enabled|disabled/i);
});

test('another site can neither sign in nor out', async () => {
  const rostrum = await openSignIn();
  await rostrum.add();
  const evil = new TestBrowser(rostrum, { origin: 'https://evil.example' });
  expect((await evil.signIn('moderator@example.com')).status).toBe(403);
  const crossSite = new TestBrowser(rostrum, { 'sec-fetch-site': 'cross-site' });
  expect((await crossSite.signIn('moderator@example.com')).status).toBe(403);
});

test('a body of a megabyte is refused unread', async () => {
  const rostrum = await openSignIn();
  const answer = await new TestBrowser(rostrum).signIn('a@example.com', 'x'.repeat(1_000_000));
  expect(answer.status).toBe(413);
});

test('the eleventh try at an account from one address waits, whether or not there is one', async () => {
  const time = Date.now();
  const rostrum = await openSignIn({ now: () => time });
  await rostrum.add('viewer');
  for (const email of ['viewer@example.com', 'nobody@example.com']) {
    const here = { 'x-rostrum-address': '198.51.100.1' };
    for (let i = 0; i < 10; i += 1)
      expect((await new TestBrowser(rostrum, here).signIn(email, 'wrong password')).status).toBe(
        401,
      );
    const late = await new TestBrowser(rostrum, here).signIn(email);
    expect(late.status).toBe(429);
    expect(Number(late.headers.get('retry-after'))).toBeGreaterThan(0);
  }
  // A stranger's tries shut nobody out.
  expect((await new TestBrowser(rostrum).signIn('viewer@example.com')).status).toBe(200);
});

test('the hundred and first try at an account waits, wherever it comes from', async () => {
  let time = Date.now();
  const rostrum = await openSignIn({ now: () => time });
  await rostrum.add('viewer');
  const from = (i: number) => new TestBrowser(rostrum, { 'x-rostrum-address': `198.51.100.${i}` });
  for (let i = 0; i < 100; i += 1)
    expect((await from(i).signIn('viewer@example.com', 'wrong password')).status).toBe(401);
  expect((await from(100).signIn('viewer@example.com')).status).toBe(429);
  time += 16 * 60_000;
  expect((await from(100).signIn('viewer@example.com')).status).toBe(200);
}, 120_000);

test('an address is told to wait, another is not', async () => {
  const time = Date.now();
  const rostrum = await openSignIn({ now: () => time });
  await rostrum.add('viewer');
  for (let i = 0; i < 30; i += 1)
    await new TestBrowser(rostrum).signIn(`nobody-${i}@example.com`, 'a wrong password');
  expect((await new TestBrowser(rostrum).signIn('viewer@example.com')).status).toBe(429);
  const elsewhere = new TestBrowser(rostrum, { 'x-rostrum-address': '198.51.100.9' });
  expect((await elsewhere.signIn('viewer@example.com')).status).toBe(200);
});

test('cookies are marked secure where the public address is https', async () => {
  const rostrum = await openSignIn({ url: 'https://rostrum.example' });
  await rostrum.add();
  const browser = new TestBrowser(rostrum);
  const answer = await browser.signIn('moderator@example.com');
  const [line] = answer.headers.getSetCookie();
  expect(line).toMatch(/^__Secure-rostrum\.session_token=.*; HttpOnly; Secure; SameSite=Lax/i);
  expect(await rostrum.sessions.current(browser.cookie)).not.toBeNull();
});

test('an invited person chooses a password by the link, once', async () => {
  const rostrum = await openSignIn();
  const manage = createManagePeople(rostrum.people);
  const { linkToken } = await manage.invite({
    name: 'Ines',
    email: 'Ines@Example.com',
    role: 'manager',
  });
  const browser = new TestBrowser(rostrum);
  const choose = (token: string, newPassword = goodPassword) =>
    browser.post('/reset-password', { token, newPassword });
  expect((await choose(linkToken, 'short')).status).toBe(422);
  expect((await choose('a guess')).status).toBe(410);
  expect((await choose(linkToken)).status).toBe(200);
  expect((await choose(linkToken)).status).toBe(410);
  expect((await browser.signIn('ines@example.com')).status).toBe(200);
  expect(await rostrum.sessions.current(browser.cookie)).toMatchObject({ role: 'manager' });
});

test('a reset takes password, second factors and sessions away', async () => {
  const rostrum = await openSignIn();
  const person = await rostrum.add();
  const browser = new TestBrowser(rostrum);
  await browser.signIn(person.email);
  const { linkToken } = await createManagePeople(rostrum.people).reset('somebody', person.id);
  expect(await rostrum.sessions.current(browser.cookie)).toBeNull();
  expect((await new TestBrowser(rostrum).signIn(person.email)).status).toBe(401);
  await browser.post('/reset-password', { token: linkToken, newPassword: 'another good password' });
  const again = new TestBrowser(rostrum);
  expect((await again.signIn(person.email, 'another good password')).status).toBe(200);
});

test('a change of role is in force with the next request, and is told', async () => {
  const rostrum = await openSignIn();
  const person = await rostrum.add('administrator');
  const other = await rostrum.add('viewer');
  const browser = new TestBrowser(rostrum);
  await browser.signIn(other.email);
  const told: (string | null)[] = [];
  rostrum.news.follow((userId) => told.push(userId));
  await createManagePeople(rostrum.people).changeRole(person.id, other.id, 'supervisor');
  expect(await rostrum.sessions.current(browser.cookie)).toMatchObject({ role: 'supervisor' });
  expect(told).toEqual([other.id]);
});

test('disabling ends the sessions, is told, and can be taken back', async () => {
  const rostrum = await openSignIn();
  const admin = await rostrum.add('administrator');
  const other = await rostrum.add('viewer');
  const browser = new TestBrowser(rostrum);
  await browser.signIn(other.email);
  const told = new Set<string | null>();
  rostrum.news.follow((userId) => told.add(userId));
  const manage = createManagePeople(rostrum.people);
  await manage.setDisabled(admin.id, other.id, true);
  expect(await rostrum.sessions.current(browser.cookie)).toBeNull();
  expect(told).toEqual(new Set([other.id]));
  expect(await rostrum.people.sessionsOf(other.id)).toEqual([]);
  await manage.setDisabled(admin.id, other.id, false);
  expect((await browser.signIn(other.email)).status).toBe(200);
});

test('an account for rehearsing is no last administrator, and stays as it is', async () => {
  const { people, add } = await openSignIn();
  const admin = await add('administrator');
  await keepRehearsalAccounts(people, true);
  const rehearsing = (await people.findByEmail(rehearsalEmail('administrator')))!;
  const manage = createManagePeople(people);
  await expect(manage.setDisabled(rehearsing.id, admin.id, true)).rejects.toMatchObject({
    code: 'last-administrator',
  });
  await expect(manage.changeRole(admin.id, rehearsing.id, 'viewer')).rejects.toMatchObject({
    code: 'rehearsal',
  });
});

test('the last administrator stays, and nobody unseats themselves', async () => {
  const { people, add } = await openSignIn();
  const admin = await add('administrator');
  const manage = createManagePeople(people);
  await expect(manage.changeRole('somebody', admin.id, 'viewer')).rejects.toMatchObject({
    code: 'last-administrator',
  });
  await expect(manage.setDisabled('somebody', admin.id, true)).rejects.toMatchObject({
    code: 'last-administrator',
  });
  await add('administrator', 'second@example.com');
  await expect(manage.setDisabled(admin.id, admin.id, true)).rejects.toMatchObject({
    code: 'oneself',
  });
  await manage.changeRole('somebody', admin.id, 'viewer');
});

test('of two administrators who unseat each other at once, one stays', async () => {
  const { people, add } = await openSignIn();
  const one = await add('administrator', 'one@example.com');
  const other = await add('administrator', 'other@example.com');
  const manage = createManagePeople(people);
  const tries = await Promise.allSettled([
    manage.changeRole(one.id, other.id, 'viewer'),
    manage.setDisabled(other.id, one.id, true),
  ]);
  expect(tries.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
  expect((await people.find(one.id))?.isDisabled).toBe(false);
});

test('one session of several is ended by its id, and only by its owner', async () => {
  const rostrum = await openSignIn();
  const person = await rostrum.add();
  const other = await rostrum.add('viewer');
  const [here, there] = [new TestBrowser(rostrum), new TestBrowser(rostrum)];
  await here.signIn(person.email);
  await there.signIn(person.email);
  const session = await rostrum.sessions.current(there.cookie);
  expect(await rostrum.people.sessionsOf(person.id)).toHaveLength(2);
  expect(await rostrum.people.endSession(other.id, session!.sessionId)).toBe(false);
  expect(await rostrum.people.endSession(person.id, session!.sessionId)).toBe(true);
  expect(await rostrum.sessions.current(there.cookie)).toBeNull();
  expect(await rostrum.sessions.current(here.cookie)).not.toBeNull();
});

test('an address is an account once', async () => {
  const { add } = await openSignIn();
  await add('viewer', 'one@example.com');
  await expect(add('manager', 'ONE@example.com')).rejects.toMatchObject({ code: 'email-taken' });
});

test('one click signs in to rehearse, at this machine and with the simulator only', async () => {
  const rostrum = await openSignIn();
  await keepRehearsalAccounts(rostrum.people, true);
  expect(await rostrum.people.list()).toHaveLength(5);
  const browser = new TestBrowser(rostrum);
  expect((await browser.post('/sign-in/rehearsal', { role: 'manager' })).status).toBe(200);
  expect(await rostrum.sessions.current(browser.cookie)).toMatchObject({ role: 'manager' });
  const remote = new TestBrowser(rostrum, { 'x-rostrum-local': '' });
  expect((await remote.post('/sign-in/rehearsal', { role: 'manager' })).status).toBe(404);
  expect((await browser.signIn('manager@rehearsal.invalid')).status).toBe(401);
  await keepRehearsalAccounts(rostrum.people, false);
  expect(await rostrum.sessions.current(browser.cookie)).toBeNull();
});

test('with a real carrier nobody signs in by one click', async () => {
  const rostrum = await openSignIn({ isSimulator: false });
  await keepRehearsalAccounts(rostrum.people, true);
  const answer = await new TestBrowser(rostrum).post('/sign-in/rehearsal', { role: 'viewer' });
  expect(answer.status).toBe(404);
});
