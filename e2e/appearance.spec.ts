import { expect, test } from './fixtures';
import { isAwake } from './stage/is-awake';

test.use({ colorScheme: 'light' });

test('theme and row height stay as chosen when the page is loaded again', async ({
  opens,
  desk,
  page,
}) => {
  const board = await opens('Board in the dark theme', ['Ada']);
  const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const rowHeight = async () => (await desk.row('Ada').boundingBox())?.height;
  await desk.open(board, 'Ada');
  const light = await background();
  const comfortable = (await rowHeight()) ?? 0;

  await page.goto(`${desk.url}/settings/appearance`);
  await isAwake(page.getByRole('radio', { name: 'Dark' }));
  await page.getByText('Dark', { exact: true }).click();
  await page.getByText('Dense', { exact: true }).click();
  await page.reload();
  await expect(page.getByRole('radio', { name: 'Dark' })).toBeChecked();
  await expect(page.getByRole('radio', { name: 'Dense' })).toBeChecked();
  expect(await background()).not.toBe(light);

  await desk.open(board, 'Ada');
  expect(await rowHeight()).toBeLessThan(comfortable);
});
