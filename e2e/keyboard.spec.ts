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
