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

/** Opens a page of a Rostrum as somebody who is signed in there, the mouse resting in its middle. */
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
  await page.mouse.move(viewport.width / 2, viewport.height / 2);
  return page;
}
