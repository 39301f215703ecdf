import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { findsNothing } from './stage/look';

const paletteOf = (page: Page) => page.getByRole('dialog', { name: 'Commands' });

test('the palette reaches what can be done, other conferences and pages', async ({
  opens,
  desk,
  page,
}) => {
  const board = await opens('Board by palette', ['Ada', 'Bob']);
  const other = await opens('Other board by palette', ['Cyd']);
  await desk.open(board, 'Ada', 'Bob');
  const palette = paletteOf(page);
  const field = palette.getByRole('combobox');
  await page.keyboard.press('Control+k');
  await expect(field).toBeFocused();
  await field.fill('mute all');
  await expect(palette.getByRole('option').first()).toContainText('Mute all');
  await expect(palette.getByRole('option').first()).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await expect(palette).toBeHidden();
  await expect(desk.filter('Muted')).toHaveText(/2$/);

  // What was run last stands on top; what asks first asks from here too.
  await page.keyboard.press('Control+k');
  await expect(palette.getByRole('option').first()).toContainText('Mute all');
  await field.fill('zebra');
  await expect(palette).toContainText('Nothing fits “zebra”.');
  await field.fill('end…');
  await page.keyboard.press('Enter');
  await expect(desk.question('End this conference?')).toBeVisible();
  await page.keyboard.press('Escape');

  // Of the one in focus and of those selected.
  await desk.selects('Ada', 'Bob');
  await page.keyboard.press('Control+k');
  await field.fill('selected unmute');
  await page.keyboard.press('Enter');
  await expect(desk.filter('Muted')).toHaveText(/0$/);

  await page.keyboard.press('Control+k');
  await field.fill(other.name);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: other.name, level: 1 })).toBeVisible();
  await page.keyboard.press('Control+k');
  await field.fill('appearance');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/settings\/appearance$/);
});

test('shortcuts take other keys, tell of conflicts, and come back', async ({
  opens,
  desk,
  page,
}) => {
  const board = await opens('Board with other keys', ['Ada', 'Bob']);
  await desk.open(board, 'Ada', 'Bob');
  await page.keyboard.press('?');
  const dialog = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  const muteAll = dialog.getByRole('button', { name: /^Change the keys for Mute all,/ });
  await muteAll.click();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('r');
  await expect(dialog.getByRole('alert')).toContainText('R is used for');
  await page.keyboard.press('Control+c');
  await expect(dialog.getByRole('alert')).toContainText('is needed by');
  await page.keyboard.press('x');
  await expect(muteAll).toHaveText('X');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();

  await expect(desk.tools.getByRole('button', { name: 'Mute all', exact: true })).toContainText(
    'X',
  );
  await page.reload();
  await desk.shows('Ada');
  await desk.searches('x');
  await expect(desk.filter('Muted')).toHaveText(/0$/);
  await desk.searches('');
  await page.getByRole('heading', { level: 1 }).click();
  await page.getByRole('searchbox', { name: 'Find a name or number' }).blur();
  await page.keyboard.press('Shift+M');
  await page.keyboard.press('x');
  await expect(desk.filter('Muted')).toHaveText(/2$/);

  await page.keyboard.press('?');
  await dialog.getByRole('button', { name: 'Reset all' }).click();
  await expect(muteAll).toHaveText('⇧M');
});

test('a row has its menu under the right button and the keyboard, and letters find it', async ({
  opens,
  desk,
  page,
}) => {
  const board = await opens('Board with menus', ['Ada', 'Bob', 'Cyd', 'Mia']);
  await desk.open(board, 'Ada', 'Bob', 'Cyd', 'Mia');
  const item = (name: string) => page.getByRole('menuitem', { name, exact: true });
  await desk.row('Bob').click({ button: 'right', position: { x: 120, y: 20 } });
  await item('Mute').click();
  await desk.shows('Bob', 'Muted');

  await desk.row('Ada').focus();
  await page.keyboard.press('c');
  await expect(desk.row('Cyd')).toBeFocused();
  await page.keyboard.press('Shift+F10');
  await expect(item('Hold')).toBeVisible();
  await findsNothing(page, 'the menu of a row');
  await page.keyboard.press('Escape');
  await expect(item('Hold')).toBeHidden();
  await expect(desk.row('Cyd')).toBeFocused();

  // The key that mutes is a letter of a name once somebody is being looked for.
  await page.keyboard.type('fm');
  await expect(desk.row('Mia')).toBeFocused();
  await expect(desk.row('Cyd')).not.toContainText('Muted');
});

test('the ribbon and the timeline go together, by keyboard', async ({ opens, desk, page }) => {
  const board = await opens('Board along the ribbon', ['Ada', 'Bob']);
  await desk.open(board, 'Ada', 'Bob');
  await board.talks('Ada');
  await desk.tells('Ada has the floor');
  await board.talks('Bob');
  await desk.tells('Bob has the floor');
  await desk.mutes('Ada');
  await desk.tells('muted Ada', 'confirmed');
  const ribbon = page.getByRole('slider', { name: 'Who had the floor when' });
  await ribbon.focus();
  await page.keyboard.press('Home');
  await expect(ribbon).toHaveAttribute('aria-valuetext', /^Ada, /);
  const current = desk.timeline.locator('[aria-current="true"]');
  await expect(current).toContainText('Ada has the floor');
  await page.keyboard.press('End');
  await expect(current).toContainText('Bob has the floor');
  await expect(ribbon).toHaveAttribute('aria-valuetext', /^Bob, /);
  const shares = page.getByRole('table', { name: 'Shares of the floor, the greatest first' });
  await expect(shares.getByRole('row')).toHaveCount(3);

  await page.getByRole('button', { name: 'Show only some kinds' }).click();
  await page.getByRole('menuitemcheckbox', { name: 'Floor' }).click();
  await page.keyboard.press('Escape');
  await expect(desk.timeline).not.toContainText('joined');
  await desk.tells('Bob has the floor');
  await page.getByRole('searchbox', { name: 'Who it is about' }).fill('ada');
  await expect(desk.timeline).not.toContainText('Bob');
  await page.getByRole('button', { name: 'Only 1 kind is shown' }).click();
  await page.getByRole('menuitem', { name: 'Show everything' }).click();
  await desk.tells('Bob joined');
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  await expect(page.getByRole('menuitem', { name: 'Export the report' })).toBeVisible();
});

test.describe('without motion', () => {
  // Colours in the middle of a change have no contrast to speak of.
  test.use({ contextOptions: { reducedMotion: 'reduce' } });

  test('axe finds nothing in the palette and the shortcuts', async ({ opens, desk, page }) => {
    const board = await opens('Board of windows', ['Ada', 'Bob']);
    await desk.open(board, 'Ada', 'Bob');
    await page.keyboard.press('Control+k');
    await expect(paletteOf(page)).toBeVisible();
    await findsNothing(page, 'the palette');
    await page.keyboard.press('Escape');
    await page.keyboard.press('?');
    const dialog = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
    await dialog.getByRole('button', { name: /^Change the keys for Mute all,/ }).click();
    await findsNothing(page, 'the shortcuts');
  });
});
