import { setTimeout as pause } from 'node:timers/promises';
import type { BrowserContext, Page } from 'playwright';
import { launchBrowser, openPage, restMouse } from '@/server/bench/browser/open-page';
import { watchMainThread } from '@/server/bench/browser/main-thread';
import { conferenceIdOf } from '@/server/bench/traffic/names';
import { measureClicks } from './clicks';
import { gatheringsOf, type Measurement, repetitions } from './measurement';

const people = 800;
const perSecond = 50;
// Longer at a stretch, and the server takes connections that wait for their turn for idle ones.
const stretchSeconds = 5;
const stretches = 3;
const settleMs = 3_000;
const lookMs = 250;
const count = perSecond * stretchSeconds;
const gatherings = gatheringsOf(1, people);

/** The desk of a conference of 800 people while 50 things a second happen there, beside an empty page. */
export const measureDesk: Measurement = async ({ stage, root }) => {
  const { privatePem } = stage.key;
  const load = stage.load();
  const rostrum = await stage.rostrum();
  const { port } = rostrum;
  stage.carrier.know(gatherings);
  await load.ask('prepare', { kind: 'arrivals', gatherings, count: 0, privatePem });
  await load.ask('saturate', { port, connections: 8 });
  const { context, close } = await launchBrowser(root);
  try {
    const percent = { ours: [] as number[], bare: [] as number[] };
    const longest = { ours: [] as number[], bare: [] as number[] };
    const moved = { ours: [] as number[], bare: [] as number[] };
    const idle = await context.newPage();
    const desk = await openDesk(context, rostrum);
    const talkOnce = async () => {
      await load.ask('prepare', { kind: 'talk', gatherings, count, privatePem });
      await load.ask('steady', { port, perSecond });
    };
    const talk = async () => {
      for (let stretch = 0; stretch < stretches; stretch += 1) await talkOnce();
    };
    for (let i = 0; i < repetitions; i += 1) {
      const bare = await watchMainThread(idle, () => pause(settleMs));
      const ours = await watchMainThread(desk, talk);
      percent.ours.push(ours.percent);
      percent.bare.push(bare.percent);
      longest.ours.push(ours.longestTask);
      longest.bare.push(bare.longestTask);
      moved.ours.push(await rowsThatMove(desk, talk));
      moved.bare.push(0);
    }
    const busy = `desk, ${people} people, ${perSecond} events/s`;
    const what = `${busy}, beside an idle page`;
    const clicks = await measureClicks({ stage, desk, idle, talk: talkOnce, what: busy });
    return [
      {
        what: `${what}, main thread`,
        unit: '% busy',
        ...percent,
        budget: { kind: 'more-at-most', more: 12 },
      },
      {
        what: `${what}, longest task`,
        unit: 'ms',
        ...longest,
        budget: { kind: 'more-at-most', more: 50 },
      },
      {
        what: `${what}, rows that move`,
        unit: 'rows',
        ...moved,
        budget: { kind: 'more-at-most', more: 0 },
      },
      ...clicks,
    ];
  } finally {
    await close();
  }
};

async function openDesk(
  context: BrowserContext,
  rostrum: { readonly port: number; readonly cookie: string },
): Promise<Page> {
  const page = await openPage(context, rostrum, `/conferences/${conferenceIdOf(0)}`);
  await page
    .locator(`[role=grid][aria-rowcount="${people + 1}"] [data-leg]`)
    .first()
    .waitFor();
  await restMouse(page);
  await pause(settleMs);
  return page;
}

/** How many of the rows in sight stood elsewhere, or were gone, at any look while the work was done. */
async function rowsThatMove(page: Page, work: () => Promise<unknown>): Promise<number> {
  const places = () =>
    page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('[data-leg]')]
        .filter((row) => row.getBoundingClientRect().top < window.innerHeight)
        .map((row) => ({ leg: row.dataset.leg ?? '', top: row.getBoundingClientRect().top })),
    );
  const before = await places();
  const moved = new Set<string>();
  const over = new AbortController();
  const look = async () => {
    while (!over.signal.aborted) {
      const now = new Map((await places()).map(({ leg, top }) => [leg, top]));
      for (const { leg, top } of before) if (now.get(leg) !== top) moved.add(leg);
      await pause(lookMs);
    }
  };
  const looking = look();
  await work();
  over.abort();
  await looking;
  return moved.size;
}
