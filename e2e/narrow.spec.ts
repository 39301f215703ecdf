import { expect, test } from './fixtures';
import { isNotTooWide } from './stage/look';

test.use({ viewport: { width: 390, height: 844 } });

test('a moderator with a phone has the list, the tools and the timeline at hand', async ({
  opens,
  desk,
  page,
}) => {
  const board = await opens('Board on a phone', ['Ada', 'Bob', 'Cyd']);
  await desk.open(board, 'Ada', 'Bob', 'Cyd');
  await expect(desk.timeline).toBeHidden();
  for (const place of [desk.row('Ada'), desk.tools, page.getByRole('button', { name: 'End…' })]) {
    await expect(place).toBeInViewport({ ratio: 1 });
  }
  await isNotTooWide(page, 'the desk');

  await desk.mutes('Bob');
  await desk.shows('Bob', 'Muted');
  await page.getByRole('button', { name: 'Timeline' }).click();
  await desk.tells('Momo Moderator muted Bob', 'confirmed');
  await page.getByRole('button', { name: 'Back to the participants' }).click();
  await expect(desk.timeline).toBeHidden();

  await desk.mutesAll();
  await expect(desk.filter('Muted')).toHaveText(/3$/);
  await desk.selects('Ada');
  await desk.doesToSelected('Unmute');
  await desk.shows('Ada', /Open|Has the floor/);
});

test('a moderator with a phone invites, mutes all but the hosts and undoes it', async ({
  opens,
  desk,
  page,
}) => {
  const board = await opens('Board called together on a phone', ['Ada', 'Bob']);
  await desk.open(board, 'Ada', 'Bob');
  await desk.invites(['+12125550163 Cyd'], '+13125550100');
  await expect(desk.invited('Cyd')).toContainText('Joined');
  await isNotTooWide(page, 'an invitation');
  await desk.closesDialog('Invite people');
  await desk.shows('Cyd', 'Open');

  await desk.mutesAllButHosts('Mutes 2, skips 1 host.');
  await expect(desk.filter('Muted')).toHaveText(/2$/);
  const toast = desk.toast('Muting 2 people');
  await expect(toast).toBeInViewport({ ratio: 1 });
  await toast.getByRole('button', { name: 'Undo' }).click();
  await expect(desk.filter('Muted')).toHaveText(/0$/);
  await isNotTooWide(page, 'the desk');

  await desk.tools.getByRole('button', { name: 'Commands' }).click();
  const palette = desk.dialog('Commands');
  await palette.getByRole('combobox').fill('mute all');
  await isNotTooWide(page, 'the palette');
  await palette.getByRole('option').first().click();
  await expect(desk.filter('Muted')).toHaveText(/3$/);
});

test.describe('an administrator', () => {
  test.use({ role: 'administrator' });

  test('a delivery shows all of its event type and how long it took on a phone', async ({
    opens,
    rostrum,
    page,
  }) => {
    await opens('Board whose deliveries are looked at on a phone', ['Ada', 'Bob']);
    await page.goto(`${rostrum.url}/settings/deliveries`);
    const rows = page.getByRole('table', { name: 'Deliveries' }).getByRole('row');
    const joined = rows.filter({ hasText: 'conference.participant.joined' }).first();
    const type = joined.getByRole('cell', { name: 'conference.participant.joined' });
    await expect(type).toBeVisible();
    const cut = (cell: HTMLElement) => cell.scrollWidth - cell.clientWidth;
    expect(await type.evaluate(cut), 'pixels cut off').toBeLessThanOrEqual(0);
    await expect(joined.getByRole('cell', { name: / ms$/ })).toBeInViewport({ ratio: 1 });
    await isNotTooWide(page, 'the deliveries');
  });
});
