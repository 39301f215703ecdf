import type { Figure } from '@/server/bench/figure';
import type { Stage, Subject } from '@/server/bench/process/stage';
import { cpuOf, gatheringsOf, type Measurement, repetitions, turnAbout } from './measurement';

const connections = 32;
const gatherings = gatheringsOf(20, 40);
const deliveries = 12_000;
const nextDeliveries = 2_500;
const budget = { kind: 'at-least', times: 0.7 } as const;

/** Signed, durable ingest, saturated: deliveries a second through the server's own door. */
export const measureIngest: Measurement = async ({ stage }) => {
  const bare = await stage.bare('bare-ingest');
  const ours = await stage.rostrum();
  return saturated(stage, { ours, bare }, deliveries, 'server door');
};

/** The same through the Next route, beside a Next route that only verifies. */
export const measureNextDoor: Measurement = async ({ stage, nextApp }) => {
  const bare = await stage.bare('bare-next', await nextApp());
  const ours = await stage.rostrum({ door: 'next' });
  return saturated(stage, { ours, bare }, nextDeliveries, 'Next door');
};

async function saturated(
  stage: Stage,
  subjects: { readonly ours: Subject; readonly bare: Subject },
  count: number,
  door: string,
): Promise<Figure[]> {
  const { privatePem } = stage.key;
  const load = stage.load();
  stage.carrier.know(gatherings);
  await load.ask('prepare', { kind: 'arrivals', gatherings, count: 0, privatePem });
  for (const { port } of Object.values(subjects)) await load.ask('saturate', { port, connections });
  const rates = { ours: [] as number[], bare: [] as number[] };
  const cpuMicros = { ours: [] as number[], bare: [] as number[] };
  const deliver = (name: keyof typeof subjects) => async () => {
    const { port, child } = subjects[name];
    let seconds = 0;
    const cpuSeconds = await cpuOf(child, async () => {
      seconds = await load.ask('saturate', { port, connections });
    });
    rates[name].push(count / seconds);
    cpuMicros[name].push((cpuSeconds * 1_000_000) / count);
  };
  await turnAbout(repetitions, {
    // Nobody has seen these yet, so both may have them.
    before: () => load.ask('prepare', { kind: 'life', gatherings, count, privatePem }),
    pair: [deliver('bare'), deliver('ours')],
  });
  const what = `ingest, saturated, ${door}`;
  return [
    { what, unit: 'deliveries/s', ...rates, budget },
    { what: `${what}, processor`, unit: 'µs a delivery', ...cpuMicros, budget: null },
  ];
}
