import type { Budget, Figure } from '@/server/bench/figure';
import type { Stage, Subject } from '@/server/bench/process/stage';
import { cpuOf, gatheringsOf, type Measurement, repetitions, turnAbout } from './measurement';

const connections = 32;
const gatherings = gatheringsOf(20, 40);
const deliveries = 12_000;
const nextDeliveries = 2_500;
const budget = { kind: 'at-least', times: 0.7 } as const;

/**
 * Signed, durable ingest, saturated: deliveries a second through the server's own door. Beside a bare
 * server that verifies in line, as the budget was set (REPORT §3), and beside one that uses the thread
 * pool for it, as Rostrum does: the hardest to keep up with.
 */
export const measureIngest: Measurement = async ({ stage }) => {
  const ours = await stage.rostrum();
  const load = stage.load();
  const inLine = { ours, bare: await stage.bare('bare-ingest') };
  const pooled = { ours, bare: await stage.bare('bare-ingest-pooled') };
  return [
    ...(await saturated(stage, load, inLine, { count: deliveries, door: 'server door', budget })),
    ...(await saturated(stage, load, pooled, {
      count: deliveries,
      door: 'server door; bare verifies on the pool',
      budget: null,
    })),
  ];
};

/** The same through the Next route, beside a Next route that only verifies. */
export const measureNextDoor: Measurement = async ({ stage, nextApp }) => {
  const bare = await stage.bare('bare-next', await nextApp());
  const ours = await stage.rostrum({ door: 'next' });
  const what = { count: nextDeliveries, door: 'Next door', budget };
  return saturated(stage, stage.load(), { ours, bare }, what);
};

async function saturated(
  stage: Stage,
  load: ReturnType<Stage['load']>,
  subjects: { readonly ours: Subject; readonly bare: Subject },
  {
    count,
    door,
    budget: promised,
  }: { readonly count: number; readonly door: string; readonly budget: Budget | null },
): Promise<Figure[]> {
  const { privatePem } = stage.key;
  stage.carrier.know(gatherings);
  // What is measured runs for days: the compiler's work of the first seconds is left out, for both.
  for (const kind of ['arrivals', 'life'] as const) {
    await load.ask('prepare', { kind, gatherings, count, privatePem });
    for (const { port } of Object.values(subjects))
      await load.ask('saturate', { port, connections });
  }
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
    { what, unit: 'deliveries/s', ...rates, budget: promised },
    { what: `${what}, processor`, unit: 'µs a delivery', ...cpuMicros, budget: null },
  ];
}
