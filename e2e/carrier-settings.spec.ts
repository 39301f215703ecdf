import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { isAwake } from './stage/is-awake';
import { findsNothing, isNotTooWide } from './stage/look';
import type { Rostrum } from './stage/rostrum';

// Colours in the middle of a change have no contrast to speak of.
test.use({ contextOptions: { reducedMotion: 'reduce' }, role: null });

const somebodyCalls = async (page: Page, rostrum: Rostrum) => {
  const data = { action: 'placeCall', from: '+12125550123', to: '+13125550100' };
  expect((await page.request.post(`${rostrum.url}/api/rehearsal`, { data })).status()).toBe(200);
};

const line = (page: Page, title: string) =>
  page.getByRole('list', { name: 'Checks' }).getByRole('listitem').filter({ hasText: title });

test.describe('the settings of the carrier', () => {
  test('show a wrong webhook version, put it right, and a call then proves the key', async ({
    ownRostrum,
    page,
  }) => {
    const rostrum = await ownRostrum({ SIMULATOR_SCENARIO: 'none' });
    await rostrum.letsIn(page.context(), 'administrator');
    await page.goto(`${rostrum.url}/settings/carrier`);
    const version = line(page, 'Webhook API version');
    const key = line(page, 'Signing key');
    await expect(line(page, 'Webhook URL')).toContainText('Webhooks come here');
    await expect(version).toContainText('Version 2, which Rostrum reads.');
    await expect(key).toContainText('No verified webhook yet.');

    await line(page, 'The carrier knows it').getByRole('button', { name: 'Edit' }).click();
    const chosen = page.getByRole('combobox', { name: 'Webhook API version' });
    await chosen.selectOption('1, the old one');
    await findsNothing(page, 'the form');
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(version).toContainText('wrong');
    await expect(version).toContainText('Version 1.');
    await somebodyCalls(page, rostrum);
    await expect(key).toContainText('version 1, which Rostrum cannot read', { timeout: 15_000 });
    await findsNothing(page, 'the checks, one of them wrong');

    await version.getByRole('button', { name: 'Set version 2…' }).click();
    await expect(chosen).toHaveValue('2');
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(version).toContainText('right');
    await somebodyCalls(page, rostrum);
    await expect(key).toContainText('call.initiated, from this application', { timeout: 15_000 });

    await page.setViewportSize({ width: 390, height: 800 });
    await isNotTooWide(page, 'the settings of the carrier, narrow');
    await findsNothing(page, 'the settings of the carrier, narrow');
  });

  test('make an application, say what is wrong in its fields, and delete it but never ours', async ({
    ownRostrum,
    complaints,
    page,
  }) => {
    complaints.expect(/status of 422 .*api\/applications/);
    const rostrum = await ownRostrum({ SIMULATOR_SCENARIO: 'none' });
    await rostrum.letsIn(page.context(), 'administrator');
    await page.goto(`${rostrum.url}/settings/carrier`);
    const rows = page.getByRole('table', { name: 'All applications' }).getByRole('row');
    await expect(rows.filter({ hasText: 'ours' })).toHaveCount(1);
    await expect(page.getByRole('button', { name: /^Delete/ })).toHaveCount(0);

    await isAwake(page.getByRole('button', { name: 'New application' }));
    await page.getByRole('button', { name: 'New application' }).click();
    await page.getByRole('textbox', { name: 'Name' }).fill('Front desk');
    await page.getByRole('button', { name: 'Send webhooks to this Rostrum' }).click();
    const address = `${rostrum.url}/api/webhooks/telnyx`;
    await expect(page.getByRole('textbox', { name: 'Webhook URL' })).toHaveValue(address);
    const failover = page.getByRole('textbox', { name: 'Failover URL' });
    await failover.fill(address);
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(failover).toHaveAccessibleDescription(/is not the first one/);
    await failover.fill('');
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(rows.filter({ hasText: 'Front desk' })).toContainText('version 2');

    await page.getByRole('searchbox', { name: 'Search by name' }).fill('DESK');
    await expect(rows.filter({ hasText: 'ours' })).toHaveCount(0);
    await page.getByRole('button', { name: 'Delete Front desk' }).click();
    await expect(page.getByRole('alertdialog')).toContainText('Its webhooks come to this Rostrum.');
    await page.getByRole('button', { name: 'Delete', exact: true }).click();
    await expect(page.getByText('No application has such a name.')).toBeVisible();
  });
});
