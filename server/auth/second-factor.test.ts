import { expect, test } from 'vitest';
import { createManagePeople } from './manage-people';
import { goodPassword, openSignIn, TestBrowser } from './testing/open-sign-in';
import { totpOf } from './testing/totp';

async function withAuthenticator() {
  const rostrum = await openSignIn();
  const person = await rostrum.add();
  const browser = new TestBrowser(rostrum);
  await browser.signIn(person.email);
  const enabled = await browser.post('/two-factor/enable', { password: goodPassword });
  const { totpURI, backupCodes } = (await enabled.json()) as {
    totpURI: string;
    backupCodes: string[];
  };
  const confirmed = await browser.post('/two-factor/verify-totp', {
    code: totpOf(totpURI, Date.now()),
  });
  expect(confirmed.status).toBe(200);
  return { rostrum, person, totpURI, backupCodes };
}

test('a password alone is not enough once there is an authenticator', async () => {
  const { rostrum, person, totpURI } = await withAuthenticator();
  const browser = new TestBrowser(rostrum);
  const first = await browser.signIn(person.email);
  expect(await first.json()).toEqual({ twoFactorRedirect: true, twoFactorMethods: ['totp'] });
  expect(await rostrum.sessions.current(browser.cookie)).toBeNull();
  const wrong = await browser.post('/two-factor/verify-totp', { code: '000000' });
  expect(wrong.status).toBe(401);
  expect(await wrong.json()).toMatchObject({ code: 'wrong-code' });
  const right = await browser.post('/two-factor/verify-totp', {
    code: totpOf(totpURI, Date.now()),
  });
  expect(right.status).toBe(200);
  expect(await right.text()).not.toContain('token');
  expect(await rostrum.sessions.current(browser.cookie)).toMatchObject({ userId: person.id });
});

test('a backup code stands in for the authenticator, once', async () => {
  const { rostrum, person, backupCodes } = await withAuthenticator();
  for (const expected of [200, 401]) {
    const browser = new TestBrowser(rostrum);
    await browser.signIn(person.email);
    const answer = await browser.post('/two-factor/verify-backup-code', { code: backupCodes[0] });
    expect(answer.status).toBe(expected);
  }
});

test('a reset forgets the authenticator', async () => {
  const { rostrum, person } = await withAuthenticator();
  const { linkToken } = await createManagePeople(rostrum.people).reset('somebody', person.id);
  const browser = new TestBrowser(rostrum);
  await browser.post('/reset-password', { token: linkToken, newPassword: goodPassword });
  await browser.signIn(person.email);
  expect(await rostrum.sessions.current(browser.cookie)).toMatchObject({ userId: person.id });
});
