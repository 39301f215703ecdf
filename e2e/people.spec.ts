import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { Desk } from './pages/desk';
import { SignInPage } from './pages/sign-in-page';
import { password } from './stage/accounts';
import { isAwake } from './stage/is-awake';

test.use({ role: 'administrator' });

/** What an administrator can do with somebody, on the page of everybody. */
async function asks(page: Page, url: string, person: string, what: string): Promise<void> {
  await page.goto(`${url}/settings/people`);
  await isAwake(page.getByRole('button', { name: `What to do with ${person}` }));
  await page.getByRole('button', { name: `What to do with ${person}` }).click();
  await page.getByRole('menuitem', { name: what }).click();
}

test('somebody who is invited chooses a password by the link, once, and is in', async ({
  page,
  rostrum,
  anotherPage,
}) => {
  await page.goto(`${rostrum.url}/settings/people`);
  await isAwake(page.getByRole('button', { name: 'Invite' }));
  await page.getByRole('button', { name: 'Invite' }).click();
  const dialog = page.getByRole('dialog', { name: 'Invite somebody' });
  await dialog.getByLabel('Name').fill('Ines Invited');
  await dialog.getByLabel('E-mail address').fill('ines@journeys.test');
  await dialog.getByRole('radio', { name: 'Supervisor' }).check();
  await dialog.getByRole('button', { name: 'Make the link' }).click();
  const shown = page.getByRole('dialog', { name: 'The link for Ines Invited' });
  const link = await shown.getByLabel('Link').inputValue();
  expect(new URL(link).origin).toBe(rostrum.url);

  const hers = await anotherPage();
  await hers.goto(link);
  await expect(hers.getByRole('heading', { name: 'Welcome, Ines Invited' })).toBeVisible();
  await hers.getByLabel('New password').fill(password);
  await hers.getByLabel('The same once more').fill('something else entirely');
  const submit = hers.getByRole('button', { name: 'Set the password and sign in' });
  await submit.click();
  await expect(hers.getByText('These two are not the same.')).toBeVisible();
  await hers.getByLabel('The same once more').fill(password);
  await submit.click();
  await new SignInPage(hers, rostrum.url).isIn('Ines Invited', 'Supervisor');

  const later = await anotherPage();
  await later.goto(link);
  await expect(later.getByText('This link is no longer good')).toBeVisible();
});

test('the open page of somebody who is disabled is signed out within seconds', async ({
  page,
  rostrum,
  opens,
  anotherPage,
  complaints,
}) => {
  complaints.expect(/Failed to load resource: .* status of 401/);
  const board = await opens('Board that somebody has to leave', ['Ada', 'Bob']);
  await rostrum.invite({ name: 'Dora', email: 'dora@journeys.test', role: 'moderator' });
  const hers = await anotherPage();
  const signIn = new SignInPage(hers, rostrum.url);
  await signIn.open();
  await signIn.gives('dora@journeys.test');
  const desk = new Desk(hers, rostrum.url);
  await signIn.isIn('Dora', 'Moderator');
  await desk.open(board, 'Ada', 'Bob');

  await asks(page, rostrum.url, 'Dora', 'Disable…');
  const question = page.getByRole('alertdialog', { name: 'Disable Dora?' });
  await question.getByRole('button', { name: 'Disable', exact: true }).click();
  await expect(hers.getByText('You are signed out.')).toBeVisible({ timeout: 5_000 });
  await expect(desk.row('Ada')).toBeHidden();

  await hers.getByRole('link', { name: 'Sign in' }).click();
  await signIn.gives('dora@journeys.test');
  await expect(hers.getByText('The e-mail address or the password is not right.')).toBeVisible();
});

test('a change of role is followed by the page that is open', async ({
  page,
  rostrum,
  opens,
  anotherPage,
}) => {
  const board = await opens('Board of somebody who rises', ['Ada', 'Bob']);
  await rostrum.invite({ name: 'Rita', email: 'rita@journeys.test', role: 'viewer' });
  const hers = await anotherPage();
  const signIn = new SignInPage(hers, rostrum.url);
  await signIn.open();
  await signIn.gives('rita@journeys.test');
  await signIn.isIn('Rita', 'Viewer');
  const desk = new Desk(hers, rostrum.url);
  await desk.open(board);
  // Whoever may only watch has nothing to choose rows for.
  const bob = desk.roster.getByRole('row').filter({ hasText: 'Bob' });
  await expect(bob).toBeVisible();
  await expect(hers.getByRole('button', { name: /^Mute (all|Ada|Bob)/ })).toHaveCount(0);
  await expect(hers.getByRole('button', { name: 'End…' })).toHaveCount(0);
  await expect(bob).not.toContainText('555 1002');
  await hers.evaluate(() => {
    document.body.dataset.mark = 'the same page';
  });

  await asks(page, rostrum.url, 'Rita', 'Change role…');
  const dialog = page.getByRole('dialog', { name: 'The role of Rita' });
  await dialog.getByRole('radio', { name: 'Moderator' }).check();
  await dialog.getByRole('button', { name: 'Change role' }).click();
  await signIn.isIn('Rita', 'Moderator');
  await expect(desk.row('Bob')).toContainText('555 1002');
  await desk.mutes('Bob');
  await desk.tells('Rita muted Bob', 'confirmed');
  expect(await hers.evaluate(() => document.body.dataset.mark)).toBe('the same page');
});
