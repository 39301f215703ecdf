import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** Axe has nothing against what is on screen. */
export async function findsNothing(page: Page, place: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const found = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join()}`,
  );
  expect(found, place).toEqual([]);
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
