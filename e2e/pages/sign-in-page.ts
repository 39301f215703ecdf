import { expect, type Locator, type Page } from '@playwright/test';
import { password } from '../stage/accounts';

/** The page to sign in at, as a person uses it. */
export class SignInPage {
  readonly page: Page;
  readonly url: string;

  constructor(page: Page, url: string) {
    this.page = page;
    this.url = url;
  }

  async open(): Promise<void> {
    await this.page.goto(`${this.url}/sign-in`);
    await expect(this.page.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible();
  }

  async gives(email: string, secret: string = password): Promise<void> {
    await this.page.getByLabel('E-mail address').fill(email);
    await this.page.getByLabel('Password', { exact: true }).fill(secret);
    await this.page.getByRole('button', { name: 'Sign in', exact: true }).click();
  }

  async givesCode(code: string): Promise<void> {
    await this.page.getByLabel('Code from your authenticator').fill(code);
    await this.page.getByRole('button', { name: 'Sign in', exact: true }).click();
  }

  /** Who is signed in, as the foot of the rail says. */
  person(name: string, role: string): Locator {
    return this.page.getByRole('button', { name: `Signed in as ${name}, ${role}`, exact: true });
  }

  async isIn(name: string, role: string): Promise<void> {
    await expect(this.person(name, role)).toBeVisible();
  }

  async signsOut(name: string, role: string): Promise<void> {
    await this.person(name, role).click();
    await this.page.getByRole('menuitem', { name: 'Sign out' }).click();
    await expect(this.page).toHaveURL(/\/sign-in/);
  }
}
