import type { Page } from '@playwright/test';
import { totpOf } from '@/server/auth/testing/totp';
import { expect, test } from './fixtures';
import { SignInPage } from './pages/sign-in-page';
import { password } from './stage/accounts';

test.use({ role: null });

/** Signs in and opens one's own account. */
async function opensAccount(page: Page, url: string, email: string, name: string) {
  const signIn = new SignInPage(page, url);
  await signIn.open();
  await signIn.gives(email);
  await signIn.isIn(name, 'Moderator');
  await page.goto(`${url}/settings/account`);
  await expect(page.getByRole('heading', { name: 'Second factor' })).toBeVisible();
  return signIn;
}

test('an authenticator is set up, and from then on its code is asked for', async ({
  page,
  rostrum,
  complaints,
}) => {
  complaints.expect(/Failed to load resource: .* status of 401/);
  await rostrum.invite({ name: 'Toto', email: 'toto@journeys.test', role: 'moderator' });
  const signIn = await opensAccount(page, rostrum.url, 'toto@journeys.test', 'Toto');
  await page.getByRole('button', { name: 'Set up an authenticator…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Set up an authenticator' });
  await dialog.getByLabel('Your password').fill(password);
  await dialog.getByRole('button', { name: 'Next' }).click();
  const link = dialog.getByRole('link', { name: 'Open in an app on this device' });
  const address = (await link.getAttribute('href')) ?? '';
  await dialog.getByLabel('Six digits').fill(totpOf(address, Date.now()));
  await dialog.getByRole('button', { name: 'Turn on' }).click();
  const codes = page.getByRole('dialog', { name: 'Your backup codes' });
  const backup = (await codes.getByRole('listitem').first().textContent()) ?? '';
  await codes.getByRole('button', { name: 'I have kept them' }).click();
  await expect(page.getByText('On: after your password you are asked for a code.')).toBeVisible();

  await signIn.signsOut('Toto', 'Moderator');
  await signIn.gives('toto@journeys.test');
  await signIn.givesCode('000000');
  await expect(page.getByText('This code is not right.')).toBeVisible();
  await signIn.givesCode(totpOf(address, Date.now()));
  await signIn.isIn('Toto', 'Moderator');

  await signIn.signsOut('Toto', 'Moderator');
  await signIn.gives('toto@journeys.test');
  await signIn.givesCode(backup);
  await signIn.isIn('Toto', 'Moderator');
});

test('a passkey is added and signs in without a password', async ({ page, rostrum }) => {
  // Passkeys belong to names: a browser takes localhost for one, and no address.
  const url = rostrum.url.replace('127.0.0.1', 'localhost');
  const session = await page.context().newCDPSession(page);
  await session.send('WebAuthn.enable');
  await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  await rostrum.invite({ name: 'Pia', email: 'pia@journeys.test', role: 'moderator' });
  const signIn = await opensAccount(page, url, 'pia@journeys.test', 'Pia');
  await page.getByRole('button', { name: 'Add a passkey…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add a passkey' });
  await dialog.getByLabel('What to call it').fill('Key of the journey');
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(page.getByRole('listitem').filter({ hasText: 'Key of the journey' })).toBeVisible();

  await signIn.signsOut('Pia', 'Moderator');
  await page.getByRole('button', { name: 'Use a passkey' }).click();
  await signIn.isIn('Pia', 'Moderator');
});

test('signing out everywhere ends the session of every browser', async ({
  page,
  rostrum,
  anotherPage,
  complaints,
}) => {
  complaints.expect(/Failed to load resource: .* status of 401/);
  await rostrum.invite({ name: 'Eve', email: 'eve@journeys.test', role: 'moderator' });
  const other = await anotherPage();
  const there = new SignInPage(other, rostrum.url);
  await there.open();
  await there.gives('eve@journeys.test');
  await there.isIn('Eve', 'Moderator');
  await opensAccount(page, rostrum.url, 'eve@journeys.test', 'Eve');
  await page.getByRole('button', { name: 'Sign out everywhere…' }).click();
  const question = page.getByRole('alertdialog', { name: 'Sign out everywhere?' });
  await expect(question).toContainText('2 places');
  await question.getByRole('button', { name: 'Sign out everywhere' }).click();
  await expect(page).toHaveURL(/\/sign-in/);
  await expect(other.getByText('You are signed out.')).toBeVisible({ timeout: 5_000 });
  await page.goto(`${rostrum.url}/conferences`);
  await expect(page).toHaveURL(/\/sign-in/);
});
