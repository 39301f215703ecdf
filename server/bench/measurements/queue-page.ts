import { setTimeout as pause } from 'node:timers/promises';
import type { BrowserContext, Page } from 'playwright';
import { watchMainThread } from '@/server/bench/browser/main-thread';
import { launchBrowser, openPage, restMouse } from '@/server/bench/browser/open-page';
import type { Figure } from '@/server/bench/figure';
import { type MeasurementParts, repetitions } from './measurement';
import type { QueueTraffic, QueueTrafficSize } from './queue-traffic';

const stretchSeconds = 10;
const settleMs = 3_000;

/** The page of all queues while callers come and leave there, beside an empty page. */
export async function measureQueuePage(
  { root }: Pick<MeasurementParts, 'root'>,
  rostrum: { readonly port: number; readonly cookie: string },
  traffic: QueueTraffic,
  size: QueueTrafficSize,
): Promise<Figure[]> {
  const { context, close } = await launchBrowser(root);
  try {
    const percent = { ours: [] as number[], bare: [] as number[] };
    const longest = { ours: [] as number[], bare: [] as number[] };
    const idle = await context.newPage();
    const page = await openQueues(context, rostrum, size.callers);
    for (let i = 0; i < repetitions; i += 1) {
      await traffic.prepareTurns(stretchSeconds);
      const ours = await watchMainThread(page, () => traffic.deliver(rostrum.port));
      // As many wait as before, and the page says so too.
      await rowOfMany(page, size.callers).waitFor();
      const bare = await watchMainThread(idle, () => pause(settleMs));
      percent.ours.push(ours.percent);
      percent.bare.push(bare.percent);
      longest.ours.push(ours.longestTask);
      longest.bare.push(bare.longestTask);
    }
    const what = `queue page, ${size.callers} callers, ${size.turnsPerSecond} arrivals/s, beside an idle page`;
    return [
      { what: `${what}, main thread`, unit: '% busy', ...percent, budget: null },
      {
        what: `${what}, longest task`,
        unit: 'ms',
        ...longest,
        budget: { kind: 'more-at-most', more: 50 },
      },
    ];
  } finally {
    await close();
  }
}

async function openQueues(
  context: BrowserContext,
  rostrum: { readonly port: number; readonly cookie: string },
  callers: number,
): Promise<Page> {
  const page = await openPage(context, rostrum, '/queues');
  await rowOfMany(page, callers).waitFor();
  await restMouse(page);
  await pause(settleMs);
  return page;
}

/** A row of the table that says it has so many callers. */
function rowOfMany(page: Page, callers: number) {
  return page.locator(`[role=grid][aria-rowcount="${callers + 1}"] [data-leg]`).first();
}
