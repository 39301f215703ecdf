import { type BrowserContext, chromium, type Page } from 'playwright';
import { ensureChromium } from '@/server/launch/chromium.mjs';

const viewport = { width: 1440, height: 900 };

/** Starts Chromium as the measurements use it; `close` ends it. */
export async function launchBrowser(
  root: string,
): Promise<{ readonly context: BrowserContext; readonly close: () => Promise<void> }> {
  const browser = await chromium.launch({
    executablePath: await ensureChromium(root),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
  return { context: await browser.newContext({ viewport }), close: () => browser.close() };
}

/** Opens a page of a Rostrum as somebody who is signed in there. */
export async function openPage(
  context: BrowserContext,
  { port, cookie }: { readonly port: number; readonly cookie: string },
  path: string,
): Promise<Page> {
  const url = `http://127.0.0.1:${port}`;
  const equals = cookie.indexOf('=');
  const [name, value] = [cookie.slice(0, equals), cookie.slice(equals + 1)];
  await context.addCookies([{ name, value, url }]);
  const page = await context.newPage();
  await page.goto(`${url}${path}`);
  return page;
}

/** Lets the mouse rest in the middle: what is drawn there by now knows of it, what comes later would not. */
export async function restMouse(page: Page): Promise<void> {
  await page.mouse.move(viewport.width / 2, viewport.height / 2);
}
