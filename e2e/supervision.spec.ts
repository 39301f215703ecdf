import { expect, test } from './fixtures';
import { findsNothing, isNotTooWide } from './stage/look';

const phone = '+13125550177';

// Colours in the middle of a change have no contrast to speak of.
test.use({ role: 'supervisor', contextOptions: { reducedMotion: 'reduce' } });

test('a supervisor listens, whispers, barges in and leaves, and only those who may know who it is', async ({
  opens,
  desk,
  page,
  anotherDesk,
}) => {
  const board = await opens('Supervised board', ['Ada', 'Bob']);
  await desk.open(board, 'Ada', 'Bob');
  const moderator = await anotherDesk({}, 'moderator');
  await moderator.open(board, 'Ada', 'Bob');

  await desk.chooses('Supervise…', 'Ada');
  const dialog = desk.dialog('Supervise Ada');
  await expect(dialog.getByText('You hear everybody; nobody hears you.')).toBeVisible();
  await dialog.getByLabel('Your phone').fill('12');
  await dialog.getByRole('button', { name: 'Call me' }).click();
  await expect(dialog).toContainText('Give a number as +13125550100');
  await dialog.getByLabel('Your phone').fill(phone);
  await findsNothing(page, 'the question how to supervise');
  await dialog.getByRole('button', { name: 'Call me' }).click();
  await expect(dialog).toBeHidden();

  const strip = page.getByRole('region', { name: 'Your supervision' });
  await expect(strip).toContainText('Listening to Ada');
  const own = desk.row('Sunny Supervisor');
  await expect(own).toContainText('monitor');
  await findsNothing(page, 'the desk and the strip');

  // By a key, then on another page, by a button.
  await desk.roster.getByRole('row').first().click();
  await page.keyboard.press('Shift+W');
  await expect(strip).toContainText('Whispering in the call of Ada');
  await expect(own).toContainText('whispers');
  await page.getByRole('link', { name: 'Activity' }).click();
  await expect(strip).toContainText('Whispering in the call of Ada');
  await strip.getByRole('button', { name: 'Whisper to…' }).click();
  const hearers = page.getByRole('dialog', { name: 'Whisper to' });
  await hearers.getByRole('checkbox', { name: 'Bob' }).check();
  await hearers.getByRole('button', { name: 'Whisper', exact: true }).click();
  await strip.getByRole('button', { name: 'Barge in' }).click();
  await expect(strip).toContainText('Barging in on Ada');
  await page.setViewportSize({ width: 390, height: 844 });
  await isNotTooWide(page, 'a narrow page with the strip');
  await page.setViewportSize({ width: 1280, height: 800 });

  // Who may not supervise sees that a supervisor is there, and neither who, nor whom, nor how.
  await moderator.tells('A supervisor is called');
  await expect(moderator.roster).toContainText('supervisor');
  await expect(moderator.roster).not.toContainText('Sunny');
  await expect(moderator.page.locator('body')).not.toContainText(/whispers|555 ?-?0177/);

  await strip.getByRole('button', { name: 'Stop' }).click();
  await expect(strip).toContainText('You stopped supervising Ada.');
  await strip.getByRole('button', { name: 'Close' }).click();
  await expect(strip).toBeHidden();
  await page.reload();
  const line = page.getByRole('row').filter({ hasText: 'Session of supervision' });
  await expect(line.first()).toContainText('listening → whispering');

  // The phone was kept, and stands in the account.
  await page.goto(`${desk.url}/settings/account`);
  await expect(page.getByLabel('Number or address')).toHaveValue(phone);
  await page.getByLabel('Number or address').fill('');
  await page.getByRole('button', { name: 'Save phone' }).click();
  await expect(page.getByText('Forgotten.')).toBeVisible();
});
