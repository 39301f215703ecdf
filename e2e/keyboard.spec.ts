import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';

test('a moderator needs nothing but the keyboard', async ({ opens, desk, page }) => {
  const board = await opens('Board by keyboard', ['Ada', 'Bob', 'Cyd']);
  await desk.open(board, 'Ada', 'Bob', 'Cyd');
  const search = page.getByRole('searchbox', { name: 'Find a name or number' });
  const press = (...keys: string[]) => pressAll(keys);
  const pressAll = async (keys: readonly string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };

  await press('/');
  await expect(search).toBeFocused();
  await page.keyboard.type('bob');
  await expect(desk.row('Ada')).toBeHidden();
  await press('Escape');
  await expect(search).toHaveValue('');
  await desk.shows('Ada');

  // One stop of the Tab key leads into the list; arrows go on from there.
  await desk.roster.getByRole('checkbox', { name: 'Select everybody in the list' }).focus();
  await press('Tab');
  const rows = desk.roster.getByRole('row');
  await expect(rows.nth(1)).toBeFocused();
  await press('ArrowDown', 'ArrowDown');
  await expect(rows.nth(3)).toBeFocused();
  await press('Home');
  await expect(rows.nth(1)).toBeFocused();

  await press('Space', 'Shift+ArrowDown');
  await expect(page.getByRole('toolbar', { name: 'Actions on the selection' })).toContainText(
    '2 selected',
  );
  await press('Escape');
  await expect(rows.nth(1)).toHaveAttribute('aria-selected', 'false');

  await press('End', 'm');
  await expect(rows.nth(3)).toContainText('Muted');
  await press('h');
  await expect(rows.nth(3)).toContainText('On hold');
  await press('h', 'm');
  await expect(rows.nth(3)).toContainText(/Open|Has the floor/);
  await press('Shift+M');
  await expect(desk.filter('Muted')).toHaveText(/3$/);

  await press('?');
  const shortcuts = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await expect(shortcuts).toBeVisible();
  await expect(shortcuts.getByRole('button', { name: 'Close' })).not.toBeFocused();
  await press('Escape');
  await expect(shortcuts).toBeHidden();
  await expect(rows.nth(3)).toBeFocused();
  await press('Enter');
  await expect(page.getByRole('tab', { name: 'Participant', selected: true })).toBeVisible();
});

test('the palette, an invitation and undoing need nothing but the keyboard', async ({
  opens,
  desk,
  page,
}) => {
  const board = await opens('Board called together by keyboard', ['Ada', 'Bob']);
  await desk.open(board, 'Ada', 'Bob');
  const { keyboard } = page;
  const command = desk.dialog('Commands').getByRole('combobox');
  await keyboard.press('Control+k');
  await expect(command).toBeFocused();
  await keyboard.type('invite');
  await keyboard.press('Enter');
  const dialog = desk.dialog('Invite people');
  await expect(dialog.getByLabel('Numbers')).toBeFocused();
  await keyboard.type('+12125550163 Cyd');
  await keyboard.press('Tab');
  await expect(dialog.getByLabel('Caller id')).toBeFocused();
  await keyboard.type('+13125550100');
  await keyboard.press('Enter');
  await expect(desk.invited('Cyd')).toContainText('Joined');
  await keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await desk.shows('Cyd', 'Open');

  await keyboard.press('Control+k');
  await expect(command).toBeFocused();
  await keyboard.type('all but hosts');
  await keyboard.press('Enter');
  const preview = desk.dialog('Mute all but hosts?');
  await expect(preview).toContainText('Mutes 2, skips 1 host.');
  await reaches(page, 'Mute 2 people');
  await keyboard.press('Enter');
  await expect(desk.filter('Muted')).toHaveText(/2$/);
  await desk.tells('Momo Moderator muted 2 participants', 'confirmed');

  await reaches(page, 'Undo');
  await keyboard.press('Enter');
  await expect(desk.filter('Muted')).toHaveText(/0$/);
  await desk.tells('Momo Moderator unmuted 2 participants', 'confirmed');
});

/** Goes on with the Tab key until a button of this name has the focus. */
async function reaches(page: Page, name: string): Promise<void> {
  const most = 80;
  const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '');
  for (let steps = 0; (await focused()) !== name; steps += 1) {
    if (steps === most) throw new Error(`${most} stops lead to no “${name}”`);
    await page.keyboard.press('Tab');
  }
}
