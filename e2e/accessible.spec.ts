import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme} colours`, () => {
    // Colours in the middle of a change have no contrast to speak of.
    test.use({ role: 'administrator', colorScheme, contextOptions: { reducedMotion: 'reduce' } });

    test('axe finds nothing on any page', async ({ opens, desk, conferences, page }) => {
      const board = await opens(`Board for axe in ${colorScheme}`, ['Ada', 'Bob', 'Cyd']);
      const past = await opens(`Past board for axe in ${colorScheme}`, ['Dee']);
      await conferences.open();
      await expect(conferences.live(board.name)).toBeVisible();
      await expect(conferences.live(past.name)).toBeVisible();
      await past.isEndedElsewhere();
      await expect(conferences.ended(past.name)).toBeVisible();
      await findsNothing(page, 'the list');

      await desk.open(board, 'Ada', 'Bob', 'Cyd');
      await board.talks('Bob');
      await desk.shows('Bob', 'Has the floor');
      await desk.mutes('Ada');
      await desk.tells('Administrator muted Ada', 'confirmed');
      await desk.holds('Cyd');
      await desk.tells('Administrator held Cyd', 'confirmed');
      await desk.selects('Ada', 'Bob');
      await findsNothing(page, 'the desk with a selection');

      await page.getByRole('tab', { name: 'Participant' }).click();
      await page.getByRole('button', { name: 'More for Bob' }).click();
      await expect(page.getByRole('menuitem', { name: 'Remove…' })).toBeVisible();
      await findsNothing(page, 'the participant and a menu');
      await page.keyboard.press('Escape');

      await desk.tools.getByRole('button', { name: 'Record…' }).click();
      await expect(page.getByRole('dialog', { name: 'Start recording' })).toBeVisible();
      await findsNothing(page, 'a dialog');

      await desk.open(past);
      await expect(page.getByText(/^Ended ·/)).toBeVisible();
      await findsNothing(page, 'the desk of an ended conference');

      await page.goto(`${desk.url}/settings/deliveries`);
      await expect(page.getByRole('row').nth(1)).toBeVisible();
      await findsNothing(page, 'the deliveries');

      await page.goto(`${desk.url}/settings/appearance`);
      await expect(page.getByRole('group', { name: 'Theme' })).toBeVisible();
      await findsNothing(page, 'the appearance');
    });
  });
}

async function findsNothing(page: Page, place: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const found = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join()}`,
  );
  expect(found, place).toEqual([]);
}
