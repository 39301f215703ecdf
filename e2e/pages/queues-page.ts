import { expect, type Locator, type Page } from '@playwright/test';
import { isAwake } from '../stage/is-awake';

/** The page of all queues, as a supervisor uses it. */
export class QueuesPage {
  readonly page: Page;
  readonly url: string;
  readonly table: Locator;

  constructor(page: Page, url: string) {
    this.page = page;
    this.url = url;
    this.table = page.getByRole('grid', { name: 'Waiting callers' });
  }

  async open(): Promise<void> {
    await this.page.goto(`${this.url}/queues`);
    await expect(this.page.getByRole('heading', { name: 'Queues', level: 1 })).toBeVisible();
    await expect(this.page.getByRole('banner').getByRole('status').first()).toHaveText('Live');
  }

  card(queue: string): Locator {
    return this.page.getByRole('article', { name: queue });
  }

  row(person: string): Locator {
    return this.table.getByRole('row').filter({ hasText: person });
  }

  /** They wait, in a row with these words where some are given. */
  async shows(person: string, words?: string | RegExp): Promise<void> {
    await expect(this.row(person)).toBeVisible();
    if (words !== undefined) await expect(this.row(person)).toContainText(words);
  }

  /** They wait no longer: their row is gone, or says how they went while the pointer is in the table. */
  async hasNo(person: string): Promise<void> {
    const went = /No longer in this queue|Let into a conference|Has hung up/;
    await expect(this.row(person).filter({ hasNotText: went })).toHaveCount(0);
  }

  /** Takes a row by its name and lets it go on this conference, which shows only meanwhile. */
  async drags(person: string, conference: string): Promise<void> {
    const { mouse } = this.page;
    const name = this.row(person).getByText(person, { exact: true });
    await name.hover();
    await mouse.down();
    const from = await boxOf(name);
    await mouse.move(from.x + 30, from.y + 14, { steps: 4 });
    await mouse.move(from.x + 60, from.y + 20, { steps: 4 });
    const target = this.page.locator('[data-conference]').filter({ hasText: conference });
    await expect(target).toBeVisible();
    const to = await boxOf(target);
    await mouse.move(to.x, to.y, { steps: 8 });
    await mouse.move(to.x + 4, to.y + 2, { steps: 2 });
    await mouse.up();
    await expect(target).toBeHidden();
  }

  /** Chooses this from the menu of somebody's row. */
  async chooses(what: string, person: string): Promise<void> {
    await this.row(person)
      .getByRole('button', { name: `More for ${person}` })
      .click();
    await this.page.getByRole('menuitem', { name: what }).click();
  }

  /** Opens the menu of a queue's card. */
  async opensMenuOf(queue: string): Promise<void> {
    const more = this.card(queue).getByRole('button', { name: `More for ${queue}` });
    await isAwake(more);
    await more.click();
  }

  dialog(title: string | RegExp): Locator {
    return this.page.getByRole('dialog', { name: title });
  }

  /** The question before something that cannot be undone. */
  question(title: string): Locator {
    return this.page.getByRole('alertdialog', { name: title });
  }
}

async function boxOf(part: Locator): Promise<{ readonly x: number; readonly y: number }> {
  const box = await part.boundingBox();
  if (box === null) throw new Error('It is not to be seen');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}
