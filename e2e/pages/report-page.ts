import { expect, type Page } from '@playwright/test';

/** The report of a conference, as a person reads it. */
export class ReportPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async isOf(name: string): Promise<void> {
    const title = this.page.getByRole('heading', { name: `Report: ${name}`, level: 1 });
    await expect(title).toBeVisible();
  }

  /** What stands beside this word at the top. */
  async fact(word: string): Promise<string> {
    const value = this.page.locator('dt', { hasText: new RegExp(`^${word}$`) }).locator('+ dd');
    return (await value.innerText()).trim();
  }

  /** Who was in: each person's cells by the heads of their columns. */
  attendance(): Promise<Record<string, string>[]> {
    return this.rowsOf(0);
  }

  /** What was done: its cells by the heads of their columns. */
  actions(): Promise<Record<string, string>[]> {
    return this.rowsOf(1);
  }

  private async rowsOf(table: number): Promise<Record<string, string>[]> {
    const found = this.page.getByRole('table').nth(table);
    const heads = await found.getByRole('columnheader').allInnerTexts();
    const rows = await found.locator('tbody tr').all();
    return Promise.all(
      rows.map(async (row) => {
        const cells = await row.getByRole('cell').allInnerTexts();
        return Object.fromEntries(heads.map((head, at) => [head, cells[at] ?? '']));
      }),
    );
  }
}
