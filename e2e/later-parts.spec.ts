import { expect, test } from './fixtures';

const chunks = '**/_next/static/chunks/**';

test('what a desk opens is there though the network has gone since', async ({
  opens,
  desk,
  page,
  complaints,
}) => {
  complaints.expect(/net::ERR_|WebSocket connection to/);
  const board = await opens('Board before a tunnel', ['Ada', 'Bob']);
  await desk.open(board, 'Ada', 'Bob');
  await page.waitForLoadState('networkidle');
  await page.context().setOffline(true);
  await desk.row('Ada').click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Remove…' }).click();
  await expect(page.getByRole('alertdialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('combobox')).toBeVisible();
});

test('a part that cannot be loaded is told of in one line, and the desk stays', async ({
  opens,
  desk,
  page,
  complaints,
}) => {
  complaints.expect(/net::ERR_|Failed to load/);
  // Nothing comes ahead of its being asked for.
  await page.addInitScript(() => {
    window.requestIdleCallback = () => 0;
  });
  const board = await opens('Board in a tunnel', ['Ada', 'Bob']);
  await desk.open(board, 'Ada', 'Bob');
  await page.waitForLoadState('networkidle');
  await page.route(chunks, (route) => route.abort());
  await desk.row('Ada').click({ button: 'right' });
  await desk.warns(/This part could not be loaded.*Check the connection and try again/);
  await expect(page.getByText('This part could not be loaded')).toHaveCount(1);
  await desk.shows('Bob');
  await page.unroute(chunks);
  await desk.row('Ada').click({ button: 'right' });
  await expect(page.getByRole('menuitem', { name: 'Remove…' })).toBeVisible();
});
