import type { Figure } from '@/server/bench/figure';
import { conferenceIdOf } from '@/server/bench/traffic/names';
import { gatheringsOf, hubOf, type Measurement } from './measurement';

const sizes = [10, 100, 800] as const;
const sockets = 10;
const perSecond = 400;
const seconds = 3;
const events = perSecond * seconds;
const rounds = 3;
const topics = [`conference:${conferenceIdOf(0)}`];
const arrivalConnections = 8;

interface Cost {
  readonly cpuMicros: number[];
  readonly bytes: number[];
}

/** What one event costs as a conference grows; the baseline is the conference of ten. */
export const measureGrowth: Measurement = async ({ stage }) => {
  const { privatePem } = stage.key;
  const costs = new Map<number, Cost>();
  for (const people of sizes) costs.set(people, { cpuMicros: [], bytes: [] });
  const rooms = [];
  for (const people of sizes) {
    const gatherings = gatheringsOf(1, people);
    stage.carrier.know(gatherings);
    const [load, rostrum] = [stage.load(), await stage.rostrum()];
    const { child, port } = rostrum;
    await load.ask('prepare', { kind: 'arrivals', gatherings, count: 0, privatePem });
    await load.ask('saturate', { port, connections: arrivalConnections });
    await load.ask('listen', { port, framing: hubOf(rostrum), topics, sockets });
    rooms.push({ people, gatherings, load, child, port });
  }
  // The first round warms up and is not counted.
  for (let round = 0; round <= rounds; round += 1) {
    for (const { people, gatherings, load, child, port } of rooms) {
      await load.ask('prepare', { kind: 'life', gatherings, count: events, privatePem });
      stage.carrier.know(gatherings);
      await load.ask('forget');
      const before = await child.ask('cpuSeconds');
      await load.ask('steady', { port, perSecond });
      const cpuSeconds = (await child.ask('cpuSeconds')) - before;
      const { bytes } = await load.ask('heard');
      if (round === 0) continue;
      costs.get(people)?.cpuMicros.push((cpuSeconds * 1_000_000) / events);
      costs.get(people)?.bytes.push(bytes / sockets / events);
    }
  }
  const [smallest, ...larger] = sizes;
  const bare = costs.get(smallest);
  return larger.flatMap((people): Figure[] => {
    const ours = costs.get(people);
    if (ours === undefined || bare === undefined) return [];
    const what = `cost of an event, ${people} people beside ${smallest}`;
    const budget = { kind: 'at-most', times: 1.3 } as const;
    return [
      {
        what: `${what}, processor`,
        unit: 'µs',
        ours: ours.cpuMicros,
        bare: bare.cpuMicros,
        budget,
      },
      { what: `${what}, to a socket`, unit: 'bytes', ours: ours.bytes, bare: bare.bytes, budget },
    ];
  });
};
