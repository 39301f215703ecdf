import type { Page } from 'playwright';
import { type Clicked, clickRow, showBareRow } from '@/server/bench/browser/clicks';
import { type Figure, median, percentile } from '@/server/bench/figure';
import type { Stage } from '@/server/bench/process/stage';
import { conferenceIdOf } from '@/server/bench/traffic/names';
import { repetitions } from './measurement';

const rowsInTurn = 10;
const clicksOfEach = 2;
const bareLeg = 'bare';

/** The pages, and how things go on happening on the desk while somebody clicks there. */
export interface ClickParts {
  readonly stage: Stage;
  readonly desk: Page;
  readonly idle: Page;
  /** Lets things happen for a stretch. */
  readonly talk: () => Promise<void>;
  readonly what: string;
}

/** How soon a click on a row's mute button shows, and how soon the carrier has borne it out. */
export async function measureClicks(parts: ClickParts): Promise<readonly Figure[]> {
  const pending = { ours: [] as Sorted[], bare: [] as Sorted[] };
  const confirmed = { ours: [] as Sorted[], bare: [] as Sorted[] };
  await showBareRow(parts.idle, bareLeg);
  for (let i = 0; i < repetitions; i += 1) {
    const { ours, bare, roundTrips } = await whileTalking(parts.talk, () => clickThrough(parts));
    pending.ours.push(sorted(ours.map((click) => click.pending)));
    pending.bare.push(sorted(bare.map((click) => click.pending)));
    confirmed.ours.push(sorted(ours.map((click) => click.confirmed)));
    confirmed.bare.push(sorted(roundTrips));
  }
  const within = { kind: 'more-at-most', more: 100 } as const;
  return [
    figure(`${parts.what}, click to pending, median`, pending, median, null),
    figure(`${parts.what}, click to pending, p95`, pending, p95, within),
    figure(`${parts.what}, click to confirmed, median`, confirmed, median, null),
    figure(`${parts.what}, click to confirmed, p95`, confirmed, p95, null),
  ];
}

type Sorted = readonly number[];

const sorted = (values: readonly number[]): Sorted => values.toSorted((a, b) => a - b);
const p95 = (values: Sorted) => percentile(values, 0.95);

function figure(
  what: string,
  rounds: { readonly ours: readonly Sorted[]; readonly bare: readonly Sorted[] },
  of: (values: Sorted) => number,
  budget: Figure['budget'],
): Figure {
  return { what, unit: 'ms', ours: rounds.ours.map(of), bare: rounds.bare.map(of), budget };
}

/** Mutes each of the rows in sight and unmutes it, a bare click and a bare round trip beside each. */
async function clickThrough({ stage, desk, idle }: ClickParts) {
  const ours: Clicked[] = [];
  const bare: Clicked[] = [];
  const roundTrips: number[] = [];
  for (let click = 0; click < clicksOfEach; click += 1) {
    for (const leg of await legsInSight(desk)) {
      await idle.bringToFront();
      bare.push(await clickRow(idle, bareLeg));
      await idle.locator('[data-phase]').evaluate((mark) => {
        mark.removeAttribute('data-phase');
      });
      await desk.bringToFront();
      ours.push(await clickRow(desk, leg));
      roundTrips.push(await roundTrip(stage.carrier.apiUrl));
    }
  }
  return { ours, bare, roundTrips };
}

async function legsInSight(desk: Page): Promise<readonly string[]> {
  const legs = await desk.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('[data-leg]')]
      .filter((row) => row.getBoundingClientRect().bottom < window.innerHeight - 150)
      .map((row) => row.dataset.leg ?? ''),
  );
  if (legs.length < rowsInTurn) throw new Error(`Only ${legs.length} rows are in sight`);
  return legs.slice(0, rowsInTurn);
}

/** What a mute and one read of the participants take at the carrier, in milliseconds. */
async function roundTrip(apiUrl: string): Promise<number> {
  const path = `${apiUrl}/conferences/${conferenceIdOf(0)}`;
  const headers = { 'content-type': 'application/json' };
  // Nobody of the conference: the desk must not hear of it.
  const body = JSON.stringify({ call_control_ids: ['v3:nobody'] });
  const began = performance.now();
  const muted = await fetch(`${path}/actions/mute`, { method: 'POST', headers, body });
  await muted.json();
  const read = await fetch(`${path}/participants?page[size]=250`);
  await read.json();
  return performance.now() - began;
}

async function whileTalking<T>(talk: () => Promise<void>, work: () => Promise<T>): Promise<T> {
  const over = new AbortController();
  const talking = (async () => {
    while (!over.signal.aborted) await talk();
  })();
  try {
    return await work();
  } finally {
    over.abort();
    await talking;
  }
}
