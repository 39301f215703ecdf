import { expect, test } from './fixtures';
import { Desk } from './pages/desk';
import { QueuesPage } from './pages/queues-page';
import { findsNothing, isNotTooWide } from './stage/look';

const never = { warning: null, critical: null };
/** The longest wait is watched and nothing else, in seconds. */
const watched = (longestWait: { readonly warning: number; readonly critical: number | null }) => ({
  service: { percent: 80, withinSeconds: 600 },
  thresholds: { depth: never, averageWait: never, abandonment: never, longestWait },
});

test('a caller waits, turns amber and then red, and is admitted by drag; another by keyboard', async ({
  ownHouse,
  page,
}) => {
  // Nobody else's callers may stand in the table.
  const { rostrum, carrier } = await ownHouse();
  await rostrum.letsIn(page.context(), 'supervisor');
  const heldAgainst = async (longestWait: { warning: number; critical: number | null }) => {
    const saved = await page.request.put(`${rostrum.url}/api/targets/support`, {
      headers: { origin: rostrum.url },
      data: watched(longestWait),
    });
    expect(saved.status()).toBe(200);
  };
  await heldAgainst({ warning: 600, critical: 900 });
  const board = await carrier.opens('Board with callers', ['Ada', 'Bob']);
  const queues = new QueuesPage(page, rostrum.url);
  await queues.open();
  await carrier.waitsIn('support', 'Dee');
  await queues.shows('Dee', 'support');
  await carrier.waitsIn('support', 'Eve');
  await queues.shows('Eve');
  const card = queues.card('support');
  const level = (name: string) => expect(card).toHaveAttribute('data-level', name);
  const wait = queues.row('Dee').locator('[data-tone]');
  await level('ok');
  await expect(wait).toHaveAttribute('data-tone', 'neutral');
  const link = page.getByRole('navigation').getByRole('link', { name: /Queues/ });
  await expect(link).toContainText('2 wait');

  await heldAgainst({ warning: 2, critical: null });
  await level('warning');
  await expect(card).toContainText('over 2 s');
  await expect(wait).toHaveAttribute('data-tone', 'warn');
  await heldAgainst({ warning: 2, critical: 4 });
  await level('critical');
  await expect(wait).toHaveAttribute('data-tone', 'bad');
  await expect(link).toContainText('2 wait, Critical');

  await queues.drags('Dee', board.name);
  await queues.hasNo('Dee');
  await queues.row('Eve').click();
  await expect(queues.row('Eve')).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Shift+A');
  const dialog = queues.dialog('Admit Eve');
  await expect(dialog.getByRole('radio', { name: board.name })).toBeChecked();
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await queues.hasNo('Eve');
  await expect(page.getByText('answered in time today')).toBeVisible();

  const desk = new Desk(page, rostrum.url);
  await desk.open(board);
  await desk.shows('Dee', /waited (\d+ m )?\d+ s/);
  await desk.shows('Eve', /waited (\d+ m )?\d+ s/);
});

test.describe('a supervisor', () => {
  test.use({ role: 'supervisor' });

  test('makes a queue, resizes it, and deletes it only when nobody waits', async ({
    carrier,
    rostrum,
    page,
  }) => {
    const queues = new QueuesPage(page, rostrum.url);
    await carrier.waitsIn('journey-old', 'Fay');
    await queues.open();
    await page.getByRole('button', { name: 'New queue' }).first().click();
    const making = queues.dialog('New queue');
    await making.getByRole('button', { name: 'Make it' }).click();
    await expect(making).toContainText('Fill this in.');
    await making.getByLabel('Name').fill('journey-new');
    await making.getByLabel('Most callers').fill('7');
    await making.getByRole('button', { name: 'Make it' }).click();
    await expect(making).toBeHidden();
    await expect(queues.card('journey-new')).toContainText('of 7');

    await queues.opensMenuOf('journey-new');
    await page.getByRole('menuitem', { name: 'Change the size…' }).click();
    const sizing = queues.dialog('Change the size of journey-new');
    await sizing.getByLabel('Most callers').fill('9');
    await sizing.getByRole('button', { name: 'Change' }).click();
    await expect(queues.card('journey-new')).toContainText('of 9');

    await queues.opensMenuOf('journey-old');
    const deleting = page.getByRole('menuitem', { name: 'Delete…' });
    await expect(deleting).toContainText('Somebody waits in it. Only an empty queue');
    await expect(deleting).toHaveAttribute('aria-disabled', 'true');
    await page.keyboard.press('Escape');
    await queues.opensMenuOf('journey-new');
    await page.getByRole('menuitem', { name: 'Delete…' }).click();
    const question = queues.question('Delete journey-new?');
    await question.getByRole('button', { name: 'Delete' }).click();
    await expect(queues.card('journey-new')).toHaveCount(0);
    await carrier.leaves('Fay');
  });

  test('moves, keeps, removes and hangs up on callers, several at once', async ({
    carrier,
    rostrum,
    page,
  }) => {
    const queues = new QueuesPage(page, rostrum.url);
    for (const person of ['Gil', 'Hal', 'Ida', 'Jan'])
      await carrier.waitsIn('journey-from', person);
    await carrier.waitsIn('journey-to', 'Kim');
    await queues.open();
    await queues.shows('Jan', 'journey-from');

    await queues.chooses('Move to another queue…', 'Gil');
    const moving = queues.dialog('Move Gil to another queue');
    await moving.getByLabel('Move to').selectOption('journey-to');
    await moving.getByRole('button', { name: 'Move', exact: true }).click();
    await queues.shows('Gil', 'from journey-from');

    await queues.chooses('Keep after hang-up', 'Hal');
    await queues.shows('Hal', 'Kept');
    await carrier.leaves('Hal');
    await queues.shows('Hal', 'Hung up, kept');
    await expect(queues.card('journey-from')).toContainText('1 kept');
    await expect(queues.row('Hal').getByRole('button', { name: /^Admit/ })).toBeDisabled();
    await page.getByRole('button', { name: 'Hung up 1' }).click();
    await queues.hasNo('Ida');
    await queues.chooses('Remove from the queue…', 'Hal');
    await queues.question('Remove Hal?').getByRole('button', { name: 'Remove' }).click();
    await queues.hasNo('Hal');
    await page.getByRole('button', { name: 'All queues' }).click();

    await queues.row('Ida').click();
    await queues.row('Jan').click({ modifiers: ['Shift'] });
    const bar = page.getByRole('toolbar', { name: 'For the selected' });
    await expect(bar).toContainText('2 callers');
    await bar.getByRole('button', { name: 'More for the selected' }).click();
    await page.getByRole('menuitem', { name: 'Hang up…' }).click();
    const question = queues.question('Hang up on 2 callers?');
    await expect(question).toContainText('2 calls end.');
    await question.getByRole('button', { name: 'Hang up 2' }).click();
    await queues.hasNo('Ida');
    await queues.hasNo('Jan');
    await carrier.leaves('Gil', 'Kim');
  });
});

test.describe('a viewer', () => {
  test.use({ role: 'viewer' });

  test('sees who waits, no buttons and no numbers, and is refused by the server', async ({
    carrier,
    rostrum,
    page,
  }) => {
    await carrier.waitsIn('journey-watched', 'Leo');
    const queues = new QueuesPage(page, rostrum.url);
    await queues.open();
    await queues.shows('Leo', 'journey-watched');
    await expect(queues.row('Leo')).not.toContainText('212 555 0191');
    await expect(queues.row('Leo').getByRole('button')).toHaveCount(1);
    await expect(page.getByRole('button', { name: 'New queue' })).toHaveCount(0);
    const refused = await page.request.post(`${rostrum.url}/api/queues/journey-watched/commands`, {
      headers: { origin: rostrum.url },
      data: {
        commandId: 'a-viewer-may-not',
        command: { type: 'queueCalls.remove', fields: { legs: ['v3:leo'] } },
      },
    });
    expect(refused.status()).toBe(403);
    await carrier.leaves('Leo');
  });
});

test.describe('without motion', () => {
  // Colours in the middle of a change have no contrast to speak of.
  test.use({ role: 'supervisor', contextOptions: { reducedMotion: 'reduce' } });

  test('axe finds nothing on the queues, and they fit on a phone', async ({
    carrier,
    rostrum,
    page,
  }) => {
    await carrier.waitsIn('journey-seen', 'Mia');
    const queues = new QueuesPage(page, rostrum.url);
    await queues.open();
    await queues.row('Mia').click();
    await expect(page.getByRole('toolbar', { name: 'For the selected' })).toBeVisible();
    await findsNothing(page, 'the queues with a selection');
    await queues.opensMenuOf('journey-seen');
    await expect(page.getByRole('menuitem', { name: 'Delete…' })).toBeVisible();
    await findsNothing(page, 'the menu of a queue');
    await page.keyboard.press('Escape');
    await page.setViewportSize({ width: 390, height: 844 });
    await isNotTooWide(page, 'the queues');
    await queues.shows('Mia', /\d\d:\d\d/);
    await findsNothing(page, 'the queues on a phone');
    await carrier.leaves('Mia');
  });
});
