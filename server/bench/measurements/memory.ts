import { conferenceIdOf } from '@/server/bench/traffic/names';
import { gatheringsOf, hubOf, type Measurement } from './measurement';

const gatherings = gatheringsOf(100, 100);
const sockets = 500;
const soaks = 3;
const eventsPerSoak = 8_000;
const connections = 16;

/**
 * What a hundred conferences of a hundred people take beside the idle server, and whether it stays so:
 * an accelerated soak, its three thirds being what an hour brings when each conference has an event
 * every fifteen seconds.
 */
export const measureMemory: Measurement = async ({ stage }) => {
  const { privatePem } = stage.key;
  const load = stage.load();
  stage.carrier.know([]);
  const rostrum = await stage.rostrum();
  const { child, port } = rostrum;
  const idle = await child.ask('residentMegabytes');
  stage.carrier.know(gatherings);
  await load.ask('prepare', { kind: 'arrivals', gatherings, count: 0, privatePem });
  await load.ask('saturate', { port, connections });
  const topics = gatherings.map(({ index }) => `conference:${conferenceIdOf(index)}`);
  await load.ask('listen', { port, framing: hubOf(rostrum), topics, sockets });
  const filled = [await child.ask('residentMegabytes')];
  for (let i = 0; i < soaks; i += 1) {
    await load.ask('prepare', { kind: 'life', gatherings, count: eventsPerSoak, privatePem });
    await load.ask('saturate', { port, connections });
    filled.push(await child.ask('residentMegabytes'));
  }
  return [
    {
      what: '100 × 100 people, 500 sockets, beside idle; an hour accelerated',
      unit: 'MB resident',
      ours: filled,
      bare: filled.map(() => idle),
      budget: { kind: 'more-at-most', more: 150 },
    },
    {
      what: 'the same, after the hour beside before it',
      unit: 'MB resident',
      ours: filled.slice(-1),
      bare: filled.slice(0, 1),
      budget: null,
    },
  ];
};
