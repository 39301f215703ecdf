import { expect, type Locator, type Page } from '@playwright/test';
import { isAwake } from '../stage/is-awake';

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

  /** Opens one that has ended. */
  async goesToEnded(name: string): Promise<void> {
    await this.ended(name).getByRole('link', { name, exact: true }).click();
    await expect(this.page.getByText(/^Ended ·/)).toBeVisible();
  }

  /** Calls somebody and makes a conference when they answer. */
  async creates(asked: { name: string; to: string; from: string }): Promise<void> {
    const dialog = await this.opensForm();
    await dialog.getByLabel('Name', { exact: true }).fill(asked.name);
    await dialog.getByLabel('Call', { exact: true }).fill(asked.to);
    await dialog.getByLabel('Call from', { exact: true }).fill(asked.from);
    await dialog.getByRole('button', { name: 'Call and create' }).click();
    await expect(this.page.getByRole('heading', { name: asked.name, level: 1 })).toBeVisible();
  }

  /** Makes a conference around the call of somebody who is on the line. */
  async createsAround(person: string, name: string): Promise<void> {
    const dialog = await this.opensForm();
    await dialog.getByText('A live call').click();
    await dialog.getByRole('radio', { name: person }).check();
    await dialog.getByLabel('Name', { exact: true }).fill(name);
    await dialog.getByRole('button', { name: 'Create', exact: true }).click();
    await expect(this.page.getByRole('heading', { name, level: 1 })).toBeVisible();
  }

  private async opensForm(): Promise<Locator> {
    const button = this.page.getByRole('button', { name: 'New conference' });
    await isAwake(button);
    await button.click();
    return this.page.getByRole('dialog', { name: 'New conference' });
  }

  private rowIn(section: string, name: string): Locator {
    const link = this.page.getByRole('link', { name, exact: true });
    return this.page.getByRole('table', { name: section }).getByRole('row').filter({ has: link });
  }
}
