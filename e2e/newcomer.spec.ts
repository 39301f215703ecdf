import { expect, test } from './fixtures';
import { ConferencesPage } from './pages/conferences-page';
import { Desk } from './pages/desk';

test('a newcomer starts a rehearsal, sees people come and the floor pass on, and opens the desk', async ({
  page,
  ownRostrum,
}) => {
  const rostrum = await ownRostrum({ SIMULATOR_PORT: '0', SIMULATOR_SCENARIO: 'none' });
  await rostrum.letsIn(page.context(), 'moderator');
  const conferences = new ConferencesPage(page, rostrum.url);
  await conferences.open();
  await expect(page.getByText('No conference is live')).toBeVisible();

  await page.getByRole('button', { name: 'Rehearsal' }).click();
  const rehearsal = page.getByRole('dialog', { name: 'Rehearsal' });
  await expect(rehearsal.getByRole('combobox', { name: 'Scenario' })).toHaveValue('town-hall');
  await rehearsal.getByRole('combobox', { name: 'Speed' }).selectOption('10 ×');
  await rehearsal.getByRole('button', { name: 'Start', exact: true }).click();
  await expect(rehearsal.getByText('Running: Q3 Town hall, seed 1, speed 10 ×')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(rehearsal).toBeHidden();

  await conferences.goesTo('Q3 Town hall');
  const desk = new Desk(page, rostrum.url);
  await expect(desk.filter('All')).toHaveText(/\d{2}/);
  await desk.tells(/ joined$/);
  await expect
    .poll(async () => new Set(await floorLines(desk)).size, { message: 'speakers in the timeline' })
    .toBeGreaterThan(1);
});

function floorLines(desk: Desk): Promise<string[]> {
  return desk.timeline
    .getByRole('listitem')
    .filter({ hasText: 'has the floor' })
    .getByRole('button')
    .allTextContents();
}

test('after the rehearsal’s clock was moved on, a conference counts by the clock that stamps it', async ({
  page,
  ownRostrum,
}) => {
  const rostrum = await ownRostrum({ SIMULATOR_PORT: '0', SIMULATOR_SCENARIO: 'none' });
  await rostrum.letsIn(page.context(), 'moderator');
  const conferences = new ConferencesPage(page, rostrum.url);
  await conferences.open();
  await page.getByRole('button', { name: 'Rehearsal' }).click();
  const rehearsal = page.getByRole('dialog', { name: 'Rehearsal' });
  await rehearsal.getByRole('button', { name: '1 h', exact: true }).click();
  await expect(rehearsal.getByText(/1 h.* ahead\.$/)).toBeVisible();
  await rehearsal.getByRole('combobox', { name: 'Scenario' }).selectOption('Weekly stand-up');
  await rehearsal.getByRole('button', { name: 'Start', exact: true }).click();
  await expect(rehearsal.getByText(/^Running: Weekly stand-up/)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(rehearsal).toBeHidden();

  const row = conferences.live('Weekly stand-up');
  await expect(row).toContainText(/Live 00:00:(?!00)\d\d/);
  await expect(row).toContainText(/3 h 59 m/);
  await conferences.goesTo('Weekly stand-up');
  await expect(page.getByRole('main').getByText(/^Live 00:0[01]:(?!00)\d\d/)).toBeVisible();
});
