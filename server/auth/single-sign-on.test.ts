import { expect, test, vi } from 'vitest';
import { openSignIn, TestBrowser } from './testing/open-sign-in';
import { type OidcPerson, startOidcProvider } from './testing/start-oidc-provider';

const url = 'http://localhost:3000';
const callback = `${url}/api/auth/callback/oidc`;
const ida: OidcPerson = {
  sub: 'ida-at-the-provider',
  email: 'ida@example.com',
  email_verified: true,
  name: 'Ida',
};

async function withProvider(person: OidcPerson, trustsEmail = false) {
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  vi.spyOn(console, 'info').mockImplementation(() => undefined);
  const provider = await startOidcProvider(person, callback);
  const rostrum = await openSignIn({ url, oidc: { ...provider.oidc, trustsEmail } });
  const browser = new TestBrowser(rostrum);
  const signIn = async () => {
    const asked = await browser.post('/sign-in/social', { provider: 'oidc', callbackURL: '/' });
    const { url: away } = (await asked.json()) as { url: string };
    return browser.get(await provider.signIn(away));
  };
  return { rostrum, browser, signIn };
}

test('an invited person comes in through the provider', async () => {
  const { rostrum, browser, signIn } = await withProvider(ida);
  const person = await rostrum.people.add({
    name: 'Ida',
    email: ida.email,
    role: 'supervisor',
    password: null,
  });
  const back = await signIn();
  expect([back.status, back.headers.get('location')]).toEqual([302, '/']);
  expect(await rostrum.sessions.current(browser.cookie)).toMatchObject({
    userId: person.id,
    role: 'supervisor',
  });
});

test('whoever was not invited stays outside, however well the provider knows them', async () => {
  const { rostrum, browser, signIn } = await withProvider(ida);
  const back = await signIn();
  expect(back.headers.get('location')).toMatch(/\/sign-in\?error=/);
  expect(await rostrum.sessions.current(browser.cookie)).toBeNull();
  expect(await rostrum.people.list()).toEqual([]);
});

test('an address the provider has not verified opens nobody’s account', async () => {
  const { rostrum, browser, signIn } = await withProvider({ ...ida, email_verified: false });
  await rostrum.add('administrator', ida.email);
  expect((await signIn()).headers.get('location')).toMatch(/\/sign-in\?error=/);
  expect(await rostrum.sessions.current(browser.cookie)).toBeNull();
});

test('a disabled person stays outside', async () => {
  const { rostrum, browser, signIn } = await withProvider(ida);
  const person = await rostrum.add('viewer', ida.email);
  expect((await signIn()).headers.get('location')).toBe('/');
  await rostrum.people.change(person.id, { isDisabled: true });
  const back = await signIn();
  expect(back.headers.get('location')).toMatch(/\/sign-in\?error=/);
  expect(await rostrum.sessions.current(browser.cookie)).toBeNull();
});

test('an answer of the provider that we did not ask for signs nobody in', async () => {
  const { rostrum, browser } = await withProvider(ida);
  await rostrum.add('viewer', ida.email);
  const back = await browser.get(`${callback}?code=stolen&state=guessed`);
  expect(back.headers.get('location')).toMatch(/\/sign-in\?error=/);
  expect(await rostrum.sessions.current(browser.cookie)).toBeNull();
});

test('an unverified address opens the account where the provider’s word is trusted', async () => {
  const { rostrum, browser, signIn } = await withProvider({ ...ida, email_verified: false }, true);
  await rostrum.add('supervisor', ida.email);
  expect((await signIn()).headers.get('location')).toBe('/');
  expect(await rostrum.sessions.current(browser.cookie)).toMatchObject({ role: 'supervisor' });
});

test('a provider that is down keeps nobody from signing in with a password', async () => {
  const client = { clientId: 'a', clientSecret: 'b', name: 'Down', trustsEmail: false };
  const oidc = { issuer: 'http://127.0.0.1:9', ...client };
  const rostrum = await openSignIn({ url, oidc });
  await rostrum.add();
  const browser = new TestBrowser(rostrum);
  expect((await browser.post('/sign-in/social', { provider: 'oidc' })).status).toBe(404);
  expect((await browser.signIn('moderator@example.com')).status).toBe(200);
});
