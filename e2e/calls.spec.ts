import { expect, test } from './fixtures';
import { CallsPage } from './pages/calls-page';
import { findsNothing, isNotTooWide } from './stage/look';

// Colours in the middle of a change have no contrast to speak of.
test.use({ contextOptions: { reducedMotion: 'reduce' } });

test('calls are answered, connected, put in a queue and ended, by keys and by menu', async ({
  ownHouse,
  page,
}) => {
  const { rostrum, carrier } = await ownHouse();
  await rostrum.letsIn(page.context(), 'moderator');
  const calls = new CallsPage(page, rostrum.url);
  await calls.open();
  await expect(page.getByText('No call is active')).toBeVisible();

  await carrier.rings('Eve', '+13125550100');
  await expect(calls.call('Eve')).toContainText('Ringing');
  await calls.call('Eve').focus();
  await page.keyboard.press('Shift+Y');
  await expect(calls.call('Eve')).toContainText('Up');

  await page.keyboard.press('Shift+D');
  const dial = calls.dialog('Call somebody');
  await expect(dial.getByLabel('Call', { exact: true })).toBeFocused();
  await page.keyboard.type('5550177');
  await dial.getByLabel('Call from').fill('+13125550100');
  await dial.getByRole('button', { name: 'Call', exact: true }).click();
  await expect(dial.getByText(/^Give a number as \+/)).toBeVisible();
  await dial.getByLabel('Call', { exact: true }).fill('+1 212 555 0177');
  await dial.getByRole('button', { name: 'Call', exact: true }).click();
  await expect(dial).toBeHidden();
  await expect(calls.call('+1 212 555 0177')).toContainText('Up');
  await expect(page.getByText('2 active calls')).toBeVisible();

  await calls.chooses('Connect with…', 'Eve');
  const bridge = calls.dialog('Connect two calls');
  await bridge.getByRole('button', { name: 'Connect' }).click();
  await expect(bridge.getByText('Choose at least one.')).toBeVisible();
  await bridge.getByRole('radio', { name: /0177/ }).check();
  await bridge.getByRole('button', { name: 'Connect' }).click();
  await expect(bridge).toBeHidden();
  await expect(calls.call('Eve').getByRole('link', { name: '+1 212 555 0177' })).toBeVisible();

  await carrier.isOnTheLine('Gus');
  await calls.chooses('Put in a queue…', 'Gus');
  const enqueue = calls.dialog('Put in a queue');
  await enqueue.getByLabel('Queue', { exact: true }).selectOption('Another queue…');
  await enqueue.getByLabel('Name of the queue').fill('support');
  await enqueue.getByRole('button', { name: 'Put in' }).click();
  await expect(calls.call('Gus')).toContainText('support');
  await page.getByRole('button', { name: /^In a queue/ }).click();
  await expect(calls.call('Eve')).toBeHidden();
  await findsNothing(page, 'the waiting calls');

  await calls.call('Gus').focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Gus', level: 1 })).toBeVisible();
  await expect(page.getByText('Momo Moderator: Into a queue → support')).toBeVisible();
  await expect(page.getByText('Into a queue: confirmed')).toBeVisible();
  await findsNothing(page, 'one call');
  await page.getByRole('button', { name: 'Hang up…' }).click();
  const sure = page.getByRole('alertdialog', { name: 'Hang up on Gus?' });
  await expect(sure.getByRole('button', { name: 'Cancel' })).toBeFocused();
  await sure.getByRole('button', { name: 'Hang up' }).click();
  await expect(page.getByText(/^Hung up: /)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Hang up…' })).toBeHidden();
});

test('calls are transferred and brought into a conference on a small dark screen', async ({
  ownHouse,
  anotherPage,
}) => {
  const { rostrum, carrier } = await ownHouse();
  const page = await anotherPage({
    ...{ viewport: { width: 390, height: 844 }, colorScheme: 'dark', reducedMotion: 'reduce' },
  });
  await rostrum.letsIn(page.context(), 'moderator');
  const calls = new CallsPage(page, rostrum.url);
  await carrier.opens('Board', ['Ada']);
  await carrier.isOnTheLine('Dora');
  await carrier.isOnTheLine('Finn');
  await calls.open();

  await calls.chooses('Bring into a conference…', 'Dora');
  const join = calls.dialog('Bring into a conference');
  await findsNothing(page, 'a form on a small screen');
  await join.getByRole('button', { name: 'Bring in' }).click();
  await expect(calls.call('Dora').getByRole('link', { name: 'Board' })).toBeVisible();

  await calls.chooses('Transfer…', 'Finn');
  const transfer = calls.dialog('Transfer the call');
  await transfer.getByLabel('Transfer to').fill('sip:grace@example.com');
  await transfer.getByRole('button', { name: 'Transfer' }).click();
  await expect(transfer).toBeHidden();
  await expect(calls.call('Finn').getByRole('link', { name: /grace/ })).toBeVisible();
  await isNotTooWide(page, 'the list of calls');
  await findsNothing(page, 'the list of calls on a small screen');
});

test('whoever may only look sees calls without numbers, and nothing to do', async ({
  ownHouse,
  page,
}) => {
  const { rostrum, carrier } = await ownHouse();
  await rostrum.letsIn(page.context(), 'viewer');
  const calls = new CallsPage(page, rostrum.url);
  await carrier.isOnTheLine('Dora');
  await calls.open();
  await expect(calls.call('Dora')).toContainText('•••');
  await expect(page.getByRole('button', { name: 'Call somebody' })).toBeHidden();
  await expect(page.locator('main')).not.toContainText('555 0190');
});
