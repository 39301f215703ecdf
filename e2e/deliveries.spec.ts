import { expect, test } from './fixtures';
import { isAwake } from './stage/is-awake';

test.use({ role: 'administrator' });

test('a forged post stands in the delivery log with its verdict, beside those that were stored', async ({
  opens,
  rostrum,
  page,
}) => {
  await opens('Board with a forger', ['Ada']);
  const forged = await fetch(`${rostrum.url}/api/webhooks/telnyx`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'telnyx-timestamp': String(Math.floor(Date.now() / 1000)),
      'telnyx-signature-ed25519': Buffer.alloc(64, 7).toString('base64'),
    },
    body: JSON.stringify({ data: { id: 'forged', event_type: 'conference.ended' } }),
  });
  expect(forged.status).toBe(401);

  await page.goto(`${rostrum.url}/settings/deliveries`);
  const rows = page.getByRole('table', { name: 'Deliveries' }).getByRole('row');
  const created = rows.filter({ hasText: 'conference.created' }).first();
  await expect(created).toContainText('stored');
  await expect(rows.filter({ hasText: 'bad signature' }).first()).toBeVisible();

  const verdict = page.getByRole('combobox', { name: 'Verdict' });
  await verdict.selectOption('bad signature');
  await expect(created).toBeHidden();
  await expect(rows.filter({ hasText: 'bad signature' }).first()).toBeVisible();
  await page.reload();
  await isAwake(verdict);
  await expect(verdict.getByRole('option', { selected: true })).toHaveText('bad signature');
  await expect(rows.filter({ hasText: 'bad signature' }).first()).toBeVisible();
  await expect(created).toBeHidden();

  await verdict.selectOption('any');
  await page.getByRole('searchbox', { name: 'Event type' }).fill('conference.created');
  await expect(created).toBeVisible();
  await expect(rows.filter({ hasText: 'participant.joined' })).toHaveCount(0);
});
