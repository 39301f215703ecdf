import { expect, type Locator, type Page } from '@playwright/test';

/** The list of conferences, as a person uses it. */
export class ConferencesPage {
  readonly page: Page;
  readonly url: string;

  constructor(page: Page, url: string) {
    this.page = page;
    this.url = url;
  }

  async open(): Promise<void> {
    await this.page.goto(this.url);
    await expect(
      this.page.getByRole('heading', { name: 'Conferences', level: 1, exact: true }),
    ).toBeVisible();
  }

  live(name: string): Locator {
    return this.rowIn('Live', name);
  }

  ended(name: string): Locator {
    return this.rowIn('Ended', name);
  }

  async goesTo(name: string): Promise<void> {
    await this.page.getByRole('link', { name, exact: true }).click();
    await expect(this.page.getByRole('grid', { name: 'Participants' })).toBeVisible();
  }

  private rowIn(section: string, name: string): Locator {
    const link = this.page.getByRole('link', { name, exact: true });
    return this.page.getByRole('table', { name: section }).getByRole('row').filter({ has: link });
  }
}
