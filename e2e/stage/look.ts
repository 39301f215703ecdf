import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** Axe has nothing against what is on screen, in light colours and in dark. */
export async function findsNothing(page: Page, place = 'the page'): Promise<void> {
  const isDark = await page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches);
  const [now, other] = isDark ? (['dark', 'light'] as const) : (['light', 'dark'] as const);
  expect(await violationsOf(axe(page)), `${place} in ${now} colours`).toEqual([]);
  // Colours in the middle of a change have no contrast to speak of.
  await page.emulateMedia({ colorScheme: other, reducedMotion: 'reduce' });
  const contrast = axe(page).withRules(['color-contrast']);
  // The page takes a moment to draw what has changed.
  await expect
    .poll(() => violationsOf(contrast), { message: `${place} in ${other} colours`, timeout: 5000 })
    .toEqual([]);
  await page.emulateMedia({ colorScheme: now });
}

// Its other way of working opens a page more for each look, for frames of other sites: there are none.
const axe = (page: Page) => new AxeBuilder({ page }).setLegacyMode();

async function violationsOf(builder: AxeBuilder): Promise<string[]> {
  const { violations } = await builder.analyze();
  return violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary ?? ''}`).join()}`,
  );
}

/** Nothing on screen is out of sight to the side. */
export async function isNotTooWide(page: Page, place: string): Promise<void> {
  const wider = () => document.documentElement.scrollWidth - window.innerWidth;
  expect(await page.evaluate(wider), `pixels to scroll sideways on ${place}`).toBeLessThanOrEqual(
    0,
  );
}

/** The words in Latin letters that are read or heard on the page, but for these. */
export async function latinWords(page: Page, but: readonly string[]): Promise<string[]> {
  const texts = await page.evaluate(() => {
    const said = [
      'aria-label',
      'aria-description',
      'aria-valuetext',
      'title',
      'placeholder',
      'alt',
    ];
    const spoken = [...document.body.querySelectorAll('*')].flatMap((element) =>
      said.flatMap((name) => element.getAttribute(name) ?? []),
    );
    return [document.title, document.body.innerText, ...spoken];
  });
  const words = texts.flatMap(
    (text) => text.match(/(?<![\w…-])[A-Za-z][A-Za-z'’]+(?![\w-])/g) ?? [],
  );
  return [...new Set(words)].filter((word) => !but.includes(word)).sort();
}
