import type { Figure } from '@/server/bench/figure';
import type { Stage, Subject } from '@/server/bench/process/stage';
import { gatheringsOf, type Measurement, repetitions, turnAbout } from './measurement';

const connections = 32;
const gatherings = gatheringsOf(20, 40);
const deliveries = 12_000;
const nextDeliveries = 2_500;
const budget = { kind: 'at-least', times: 0.7 } as const;

/** Signed, durable ingest, saturated: deliveries a second through the server's own door. */
export const measureIngest: Measurement = async ({ stage }) => {
  const bare = await stage.bare('bare-ingest');
  const ours = await stage.rostrum();
  const figure = await saturated(stage, ours, bare, deliveries);
  return [{ what: 'ingest, saturated, server door', ...figure }];
};

/** The same through the Next route, beside a Next route that only verifies. */
export const measureNextDoor: Measurement = async ({ stage, nextApp }) => {
  const bare = await stage.bare('bare-next', await nextApp());
  const ours = await stage.rostrum({ door: 'next' });
  const figure = await saturated(stage, ours, bare, nextDeliveries);
  return [{ what: 'ingest, saturated, Next door', ...figure }];
};

async function saturated(
  stage: Stage,
  ours: Pick<Subject, 'port'>,
  bare: Pick<Subject, 'port'>,
  count: number,
): Promise<Omit<Figure, 'what'>> {
  const { privatePem } = stage.key;
  const load = stage.load();
  stage.carrier.know(gatherings);
  await load.ask('prepare', { kind: 'arrivals', gatherings, count: 0, privatePem });
  for (const { port } of [bare, ours]) await load.ask('saturate', { port, connections });
  const rates = { ours: [] as number[], bare: [] as number[] };
  const deliver = (port: number, into: number[]) => async () => {
    into.push(count / (await load.ask('saturate', { port, connections })));
  };
  await turnAbout(repetitions, {
    // Nobody has seen these yet, so both may have them.
    before: () => load.ask('prepare', { kind: 'life', gatherings, count, privatePem }),
    pair: [deliver(bare.port, rates.bare), deliver(ours.port, rates.ours)],
  });
  return { unit: 'deliveries/s', ...rates, budget };
}
