import { expect, test } from './fixtures';
import { carrierKey } from './stage/ask-carrier';
import { isAwake } from './stage/is-awake';
import { findsNothing } from './stage/look';

const number = '+13125550177';

test.describe('calls that come in', () => {
  // Colours in the middle of a change have no contrast to speak of.
  test.use({ contextOptions: { reducedMotion: 'reduce' } });

  test('are answered by a rule and wait in its queue', async ({ ownHouse, page }) => {
    const { rostrum, carrier } = await ownHouse(carrierKey);
    await rostrum.letsIn(page.context(), 'administrator');
    await page.goto(`${rostrum.url}/settings/inbound`);
    await expect(page.getByText('There are no rules yet.')).toBeVisible();
    const add = page.getByRole('button', { name: 'New rule' });
    await isAwake(add);
    await add.click();
    await page.getByRole('textbox', { name: 'Name' }).fill('Support line');
    await page.getByRole('textbox', { name: 'Number' }).fill('3125550177');
    await page.getByRole('combobox', { name: 'Queue' }).fill('support');
    await expect(page.getByText('The carrier makes a queue of this name')).toBeVisible();
    await page.getByRole('button', { name: 'Save rule' }).click();
    await expect(page.getByText('Give a number as +, country code and digits')).toBeVisible();
    await findsNothing(page, 'the question');
    await page.getByRole('textbox', { name: 'Number' }).fill('+1 (312) 555-0177');
    await page.getByRole('button', { name: 'Save rule' }).click();
    const rule = page.getByRole('row', { name: /Support line/ });
    await expect(rule).toContainText('Into the queue support');
    await expect(rule).toContainText('no call yet');

    await carrier.rings('Ada Whitfield', number);
    await expect(rule).toContainText('1 call');
    expect(await carrier.waiting('support')).toBe(1);
    await findsNothing(page, 'the rules');

    await add.click();
    await page.getByRole('textbox', { name: 'Name' }).fill('Another');
    await page.getByRole('textbox', { name: 'Number' }).fill(number);
    await page.getByRole('combobox', { name: 'Queue' }).fill('support');
    await page.getByRole('button', { name: 'Save rule' }).click();
    await expect(
      page.getByText('There is a rule for this number already: Support line.'),
    ).toBeVisible();
    await page.getByRole('button', { name: 'Cancel' }).click();

    await page.goto(`${rostrum.url}/activity`);
    await expect(page.getByRole('row', { name: /Support line/ }).first()).toBeVisible();
  });
});
