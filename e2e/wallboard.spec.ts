import { expect, test } from './fixtures';
import { findsNothing } from './stage/look';
import { isAwake } from './stage/is-awake';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

test('a wallboard is made, hangs without anybody signed in, survives its server, and is taken down', async ({
  ownHouse,
  complaints,
  page,
  browser,
}) => {
  complaints.expect(/net::ERR_|WebSocket connection to|status of (503|404)/);
  const { rostrum, carrier } = await ownHouse();
  await carrier.waitsIn('support', 'Ada');
  await rostrum.letsIn(page.context(), 'supervisor');
  await page.goto(`${rostrum.url}/settings/wallboards`);
  const add = page.getByRole('button', { name: 'New wallboard' });
  await isAwake(add);
  await add.click();
  const dialog = page.getByRole('dialog', { name: 'New wallboard' });
  await dialog.getByLabel('Name', { exact: true }).fill('Floor');
  await dialog.getByRole('button', { name: 'Save' }).click();
  const shown = page.getByRole('dialog', { name: 'The link of Floor' });
  const link = await shown.getByLabel('Link').inputValue();
  await shown.getByRole('button', { name: 'Done' }).click();
  await expect(page.getByRole('row', { name: /Floor/ })).toContainText('all queues');

  const wall = await browser.newContext({ reducedMotion: 'reduce' });
  const board = await wall.newPage();
  await board.goto(link);
  const tile = board.getByRole('listitem').filter({ hasText: 'support' });
  await expect(tile).toContainText('1 waiting');
  await expect(board.getByRole('status')).toHaveText('Live');
  await findsNothing(board, 'the wallboard');
  await rostrum.kill();
  await expect(board.getByRole('status')).toHaveText('not up to date', { timeout: 30_000 });
  await carrier.waitsIn('support', 'Bob');
  await rostrum.startAgain();
  await expect(board.getByRole('status')).toHaveText('Live', { timeout: 30_000 });
  await expect(tile).toContainText('2 waiting');

  await page.goto(`${rostrum.url}/queues`);
  await page.getByRole('link', { name: 'Wallboard', exact: true }).click();
  await expect(page.getByRole('listitem').filter({ hasText: 'support' })).toContainText(
    '2 waiting',
  );
  await findsNothing(page, 'the wallboard of somebody who is signed in');
  await page.getByRole('link', { name: 'Back to the queues' }).click();
  await expect(page.getByRole('heading', { name: 'Queues', level: 1 })).toBeVisible();

  await page.goto(`${rostrum.url}/settings/wallboards`);
  const remove = page.getByRole('button', { name: 'Remove Floor' });
  await isAwake(remove);
  await remove.click();
  await page.getByRole('button', { name: 'Remove', exact: true }).click();
  const gone = 'This link opens no wallboard, or none any more.';
  await expect(board.getByRole('heading', { name: gone })).toBeVisible();
  await wall.close();
});
