import { expect, test } from './fixtures';
import { findsNothing, isNotTooWide } from './stage/look';
import { isAwake } from './stage/is-awake';

test.describe('alerts', () => {
  // Colours in the middle of a change have no contrast to speak of.
  test.use({ contextOptions: { reducedMotion: 'reduce' } });

  test('a queue over its target alerts once, is acknowledged by one of two, and the other sees the name', async ({
    ownHouse,
    page,
    anotherPage,
  }) => {
    const { rostrum, carrier } = await ownHouse();
    await carrier.waitsIn('support', 'Ada');
    await rostrum.letsIn(page.context(), 'supervisor');
    const other = await anotherPage({ colorScheme: 'dark', reducedMotion: 'reduce' });
    await rostrum.letsIn(other.context(), 'administrator');
    await other.goto(`${rostrum.url}/alerts`);
    await expect(other.getByText('Every queue is on target.')).toBeVisible();
    await findsNothing(other, 'no alerts, in dark colours');

    await page.goto(`${rostrum.url}/settings/targets`);
    const row = page.getByRole('row', { name: /support/ });
    await expect(row).toContainText('on target');
    await isAwake(row.getByRole('button'));
    await row.getByRole('button', { name: 'Change the targets of support' }).click();
    const dialog = page.getByRole('dialog', { name: 'Targets of support' });
    const longest = dialog.getByRole('group', { name: 'Longest wait' });
    await longest.getByLabel('Warning from').fill('2');
    await longest.getByLabel('Critical from').fill('2');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect(dialog.getByText('Critical has to come after the warning')).toBeVisible();
    await findsNothing(page, 'the question');
    await longest.getByLabel('Critical from').fill('');
    await dialog.getByRole('button', { name: 'Save' }).click();

    const told = page.getByText(/^support: Longest wait \d+ s$/);
    await expect(told).toBeVisible();
    await expect(row).toContainText('over 2 s');
    await carrier.waitsIn('support', 'Bob');
    const theirs = other.getByRole('listitem').filter({ hasText: 'support' });
    await expect(theirs).toHaveCount(1);
    await expect(theirs).toContainText('Nobody has acknowledged it.');

    await page.getByRole('button', { name: 'Alerts 1 open alert' }).click();
    const panel = page.getByRole('dialog', { name: 'Alerts' });
    await findsNothing(page, 'the open alerts');
    await panel.getByRole('button', { name: 'Acknowledge the alert of support' }).click();
    await expect(panel).toContainText('acknowledged by Sunny Supervisor');
    await expect(theirs).toContainText('acknowledged by Sunny Supervisor');
    await expect(panel.getByRole('listitem')).toHaveCount(1);

    await other.setViewportSize({ width: 390, height: 800 });
    await isNotTooWide(other, 'the alerts on a phone');
    await findsNothing(other, 'an open alert, narrow and in dark colours');
    await other.goto(`${rostrum.url}/settings/targets`);
    await expect(other.getByRole('row', { name: /support/ })).toContainText('over 2 s');
    await expect(other.getByText('Alerts to another program')).toBeVisible();
    await isNotTooWide(other, 'the alerts on a phone');
    await findsNothing(other, 'the targets, narrow and in dark colours');
  });
});
