import { expect, test } from './fixtures';
import { Desk } from './pages/desk';

const people = Array.from({ length: 800 }, (_, at) => `Guest ${String(at + 1).padStart(3, '0')}`);

test('eight hundred people are in reach, and only those in sight are drawn', async ({
  ownHouse,
  page,
}) => {
  const { carrier, rostrum } = await ownHouse();
  await rostrum.letsIn(page.context(), 'moderator');
  const board = await carrier.opens('Full house', people);
  const desk = new Desk(page, rostrum.url);
  await desk.open(board);
  await expect(desk.filter('All')).toHaveText(/800$/, { timeout: 30_000 });
  await expect(desk.roster).toHaveAttribute('aria-rowcount', '801');
  const rows = desk.roster.getByRole('row');
  await expect(rows.nth(1)).toBeVisible();
  expect(await rows.count()).toBeLessThan(60);

  await page.getByRole('button', { name: 'Sort' }).click();
  await page.getByRole('menuitemradio', { name: 'name' }).click();
  await expect(desk.row('Guest 001')).toBeVisible();
  await desk.row('Guest 001').hover();
  await page.mouse.wheel(0, 800 * 46);
  await expect(desk.row('Guest 800')).toBeInViewport();
  expect(await rows.count()).toBeLessThan(60);

  await desk.searches('guest 799');
  await desk.shows('Guest 799');
  await expect(rows).toHaveCount(2);
  await desk.mutes('Guest 799');
  await desk.tells('Momo Moderator muted Guest 799', 'confirmed');
});
