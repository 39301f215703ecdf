import { stat } from 'node:fs/promises';
import { expect, type Locator, type Page } from '@playwright/test';
import { isAwake } from '../stage/is-awake';

/** The list of recordings and its player, as a manager uses them. */
export class RecordingsPage {
  readonly page: Page;
  readonly url: string;
  readonly list: Locator;
  readonly player: Locator;

  constructor(page: Page, url: string) {
    this.page = page;
    this.url = url;
    this.list = page.getByRole('grid', { name: 'Recordings' });
    this.player = page.getByRole('region', { name: 'Player' });
  }

  async open(query = ''): Promise<void> {
    await this.page.goto(`${this.url}/recordings${query}`);
    await expect(this.page.getByRole('heading', { name: 'Recordings', level: 1 })).toBeVisible();
    await isAwake(this.page.getByRole('searchbox'));
  }

  row(name: string): Locator {
    const box = this.page.getByRole('checkbox', { name: `Select ${name}`, exact: true });
    return this.list.getByRole('row').filter({ has: box });
  }

  /** It is in the list, in this state. */
  async shows(name: string, state: string | RegExp, patience = 15_000): Promise<void> {
    await expect(this.row(name)).toContainText(state, { timeout: patience });
  }

  async plays(name: string): Promise<void> {
    await this.row(name)
      .getByRole('button', { name: `Play ${name}` })
      .click();
    await expect(this.player).toContainText(name);
    await expect(this.player.getByRole('button', { name: 'Pause' })).toBeVisible();
  }

  /** Chooses something to do with it. */
  async chooses(name: string, action: string): Promise<void> {
    await this.row(name)
      .getByRole('button', { name: `More to do with ${name}` })
      .click();
    await this.page.getByRole('menuitem', { name: action }).click();
  }

  dialog(name: string | RegExp): Locator {
    return this.page.getByRole('dialog', { name });
  }

  /** Writes down why, and does it. */
  async says(dialog: Locator, reason: string, button: string): Promise<void> {
    await dialog.getByRole('textbox', { name: 'Reason' }).fill(reason);
    await dialog.getByRole('button', { name: button, exact: true }).click();
    await expect(dialog).toBeHidden();
  }

  /** The file that a click brings; its path. */
  async downloads(click: () => Promise<void>): Promise<{ path: string; name: string }> {
    const coming = this.page.waitForEvent('download');
    await click();
    const download = await coming;
    const path = await download.path();
    // Without it the browser shows no progress.
    const head = await this.page.request.head(download.url());
    expect(head.headers()['content-length']).toBe(String((await stat(path)).size));
    return { path, name: download.suggestedFilename() };
  }
}
