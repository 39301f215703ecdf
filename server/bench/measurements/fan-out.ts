import type { BareFanOutTasks } from '@/server/bench/bare/bare-tasks';
import type { HeardFrame } from '@/server/bench/load/load-tasks';
import { conferenceIdOf, type Gathering } from '@/server/bench/traffic/names';
import { cpuOf, gatheringsOf, hubOf, type Measurement, repetitions } from './measurement';

const sockets = 1_000;
const perSecond = 500;
const seconds = 4;
const events = perSecond * seconds;
// The second conference is watched by nobody: what it costs is ingest alone.
const gatherings = gatheringsOf(2, 120);
const topics = [`conference:${conferenceIdOf(0)}`];
const patienceMs = 20_000;

/**
 * A thousand sockets on one conference, beside bare Socket.IO that sends the very same batches. Our
 * server takes in what it sends: beside that whole stands the bare door that takes in the same
 * deliveries at the same pace, and the bare sender, added up.
 */
export const measureFanOut: Measurement = async ({ stage }) => {
  const { privatePem } = stage.key;
  const load = stage.load();
  const bare = await stage.bare<BareFanOutTasks>('bare-fan-out');
  const bareDoor = await stage.bare('bare-ingest');
  const ours = await stage.rostrum();
  stage.carrier.know(gatherings);
  const prepare = (kind: 'arrivals' | 'talk', of: readonly Gathering[]) =>
    load.ask('prepare', { kind, gatherings: of, count: events, privatePem });
  const deliverTo = (port: number) => () => load.ask('steady', { port, perSecond });
  const deliver = deliverTo(ours.port);
  await prepare('arrivals', gatherings);
  await deliver();
  // What is measured runs for days: the compiler's work of the first seconds is left out.
  await prepare('talk', gatherings.slice(1));
  for (const { port } of [ours, bareDoor]) await deliverTo(port)();
  for (const { port } of [ours, bare]) {
    await load.ask('listen', { port, framing: hubOf(ours), topics, sockets });
  }
  let frames: readonly HeardFrame[] = [];
  const heardAll = async (send: () => Promise<unknown>) => {
    const began = performance.now();
    await send();
    await load.ask('hearing', { events: events * sockets, withinMs: patienceMs });
    return (events * sockets) / ((performance.now() - began) / 1000);
  };
  const rates = { ours: [] as number[], bare: [] as number[] };
  const cpu = {
    ours: [] as number[],
    bare: [] as number[],
    fanOut: [] as number[],
    bareFanOut: [] as number[],
  };
  for (let i = 0; i < repetitions; i += 1) {
    await prepare('talk', gatherings.slice(1));
    const alone = await cpuOf(ours.child, deliver);
    const bareAlone = await cpuOf(bareDoor.child, deliverTo(bareDoor.port));
    await prepare('talk', gatherings.slice(0, 1));
    await load.ask('forget');
    const mine = await cpuOf(ours.child, async () => {
      rates.ours.push(await heardAll(deliver));
    });
    frames = await load.ask('frames');
    await load.ask('forget');
    const theirs = await cpuOf(bare.child, async () => {
      rates.bare.push(await heardAll(() => bare.child.ask('replay', { frames })));
    });
    cpu.ours.push((mine / seconds) * 100);
    cpu.fanOut.push(((mine - alone) / seconds) * 100);
    cpu.bareFanOut.push((theirs / seconds) * 100);
    cpu.bare.push(((theirs + bareAlone) / seconds) * 100);
  }
  const what = `fan-out, ${sockets} sockets, ${perSecond} events/s`;
  return [
    {
      what: `${what}, delivered`,
      unit: 'deliveries/s',
      ...rates,
      budget: { kind: 'at-least', times: 0.9 },
    },
    {
      what: `${what}, processor less ingest`,
      unit: '% of a core',
      ours: cpu.fanOut,
      bare: cpu.bareFanOut,
      budget: { kind: 'at-most', times: 1.3 },
    },
    {
      what: `${what}, processor with ingest`,
      unit: '% of a core',
      ours: cpu.ours,
      bare: cpu.bare,
      budget: { kind: 'at-most', times: 1.3 },
    },
  ];
};
