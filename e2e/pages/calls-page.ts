import { expect, type Locator, type Page } from '@playwright/test';
import { isAwake } from '../stage/is-awake';

/** The list of calls, as a person uses it. */
export class CallsPage {
  readonly page: Page;
  readonly url: string;

  constructor(page: Page, url: string) {
    this.page = page;
    this.url = url;
  }

  async open(): Promise<void> {
    await this.page.goto(`${this.url}/calls`);
    await expect(this.page.getByRole('heading', { name: 'Calls', level: 1 })).toBeVisible();
    await isAwake(this.page.getByRole('searchbox'));
  }

  call(name: string): Locator {
    return this.page.getByRole('row').filter({ hasText: name });
  }

  dialog(title: string): Locator {
    return this.page.getByRole('dialog', { name: title });
  }

  /** Chooses from everything that can be done with one. */
  async chooses(action: string, name: string): Promise<void> {
    await this.call(name)
      .getByRole('button', { name: /^Everything that can be done/ })
      .click();
    await this.page.getByRole('menuitem', { name: action, exact: true }).click();
  }
}
