import { expect, type Locator } from '@playwright/test';

/** Waits until the page listens to this part: what is done to it before is lost, and nobody is so quick. */
export async function isAwake(part: Locator): Promise<void> {
  await expect
    .poll(() =>
      part.evaluate((node) => Object.keys(node).some((key) => key.startsWith('__reactProps$'))),
    )
    .toBe(true);
}
