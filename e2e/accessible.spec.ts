import { expect, test } from './fixtures';
import { findsNothing } from './stage/look';
import { firstAccount } from './stage/accounts';
import { isAwake } from './stage/is-awake';

// Colours in the middle of a change have no contrast to speak of.
test.use({ role: 'administrator', contextOptions: { reducedMotion: 'reduce' } });

test('axe finds nothing on any page', async ({ opens, desk, conferences, page }) => {
  const board = await opens('Board for axe', ['Ada', 'Bob', 'Cyd']);
  const past = await opens('Past board for axe', ['Dee']);
  await conferences.open();
  await expect(conferences.live(board.name)).toBeVisible();
  await expect(conferences.live(past.name)).toBeVisible();
  await past.isEndedElsewhere();
  await expect(conferences.ended(past.name)).toBeVisible();
  await findsNothing(page, 'the list');

  await desk.open(board, 'Ada', 'Bob', 'Cyd');
  await board.talks('Bob');
  await desk.shows('Bob', 'Has the floor');
  await desk.mutes('Ada');
  await desk.tells('Administrator muted Ada', 'confirmed');
  await desk.holds('Cyd');
  await desk.tells('Administrator held Cyd', 'confirmed');
  await desk.selects('Ada', 'Bob');
  await findsNothing(page, 'the desk with a selection');

  await page.getByRole('tab', { name: 'Participant' }).click();
  await page.getByRole('button', { name: 'More for Bob' }).click();
  await expect(page.getByRole('menuitem', { name: 'Remove…' })).toBeVisible();
  await findsNothing(page, 'the participant and a menu');
  await page.keyboard.press('Escape');

  await desk.tools.getByRole('button', { name: 'Record…' }).click();
  await expect(page.getByRole('dialog', { name: 'Start recording' })).toBeVisible();
  await findsNothing(page, 'a dialog');

  await desk.open(past);
  await expect(page.getByText(/^Ended ·/)).toBeVisible();
  await findsNothing(page, 'the desk of an ended conference');

  await page.goto(`${desk.url}/settings/deliveries`);
  await expect(page.getByRole('row').nth(1)).toBeVisible();
  await findsNothing(page, 'the deliveries');

  await page.goto(`${desk.url}/settings/appearance`);
  await expect(page.getByRole('group', { name: 'Theme' })).toBeVisible();
  await findsNothing(page, 'the appearance');
});

test('axe finds nothing on the pages about people', async ({
  page,
  rostrum,
  anotherPage,
  complaints,
}) => {
  complaints.expect(/Failed to load resource: .* status of 401/);
  const nobody = await anotherPage({ reducedMotion: 'reduce' });
  await nobody.goto(`${rostrum.url}/sign-in`);
  await expect(nobody.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible();
  await findsNothing(nobody, 'the page to sign in at');
  await nobody.goto(`${rostrum.url}/welcome?token=used`);
  await expect(nobody.getByText('This link is no longer good')).toBeVisible();
  await findsNothing(nobody, 'the page of a link that was used');

  await page.goto(`${rostrum.url}/settings/people`);
  await isAwake(page.getByRole('button', { name: 'Invite' }));
  await page.getByRole('button', { name: 'Invite' }).click();
  const dialog = page.getByRole('dialog', { name: 'Invite somebody' });
  await dialog.getByLabel('Name').fill('Axel');
  await dialog.getByLabel('E-mail address').fill('axel@journeys.test');
  await findsNothing(page, 'an invitation');
  await dialog.getByRole('button', { name: 'Make the link' }).click();
  const shown = page.getByRole('dialog', { name: /^The link for/ });
  await nobody.goto(await shown.getByLabel('Link').inputValue());
  await findsNothing(page, 'the link');
  await page.getByRole('button', { name: 'Done' }).click();
  await expect(page.getByRole('row').nth(1)).toBeVisible();
  await findsNothing(page, 'the people');
  await expect(nobody.getByLabel('New password')).toBeVisible();
  await findsNothing(nobody, 'the page to choose a password on');

  await page.goto(`${rostrum.url}/settings/account`);
  await expect(page.getByRole('heading', { name: 'Passkeys' })).toBeVisible();
  await findsNothing(page, 'the account');
  await page.getByRole('button', { name: 'Set up an authenticator…' }).click();
  const password = page.getByLabel('Your password');
  await password.fill(firstAccount.ADMIN_PASSWORD);
  await page.getByRole('button', { name: 'Next' }).click();
  await expect(page.getByLabel('Six digits')).toBeVisible();
  await findsNothing(page, 'the picture for an authenticator');

  await page.goto(`${rostrum.url}/activity`);
  await expect(page.getByRole('row').nth(1)).toBeVisible();
  await findsNothing(page, 'activity');

  await rostrum.letsIn(nobody.context(), 'viewer');
  await nobody.goto(`${rostrum.url}/settings/people`);
  await expect(nobody.getByText('which a Viewer does not have')).toBeVisible();
  await findsNothing(nobody, 'a page that may not be opened');
  await nobody.context().clearCookies();
  await nobody.reload();
  await expect(nobody).toHaveURL(/\/sign-in/);
});
