import type { BareFanOutTasks } from '@/server/bench/bare/bare-tasks';
import type { Figure } from '@/server/bench/figure';
import type { HeardFrame, Lap } from '@/server/bench/load/load-tasks';
import type { Stage } from '@/server/bench/process/stage';
import { queueNameOf } from '@/server/bench/traffic/names';
import { awaitRightBoard } from './await-right-board';
import { hubOf, inLaps, type Measurement, shareOf } from './measurement';
import { measureQueuePage } from './queue-page';
import { createQueueTraffic, type QueueTraffic } from './queue-traffic';

const size = { queues: 100, callers: 2_000, turnsPerSecond: 200 } as const;
const time = { seconds: 60, laps: 3 } as const;
const warmUpSeconds = 5;
const supervisors = 20;
const queuesOfSupervisor = 10;
// As many as watch one queue on average: the bare server sends everything to everybody.
const bareSockets = 3;
const sockets = topicsOfSupervisors();

/**
 * A hundred queues in which 2,000 wait, 200 come and as many leave each second for a minute, and twenty
 * supervisors watch: the board at the end must be the carrier's. How soon an event and a row are seen
 * stands beside the bare server that sends every webhook on at once; what the server takes, beside the bare
 * door that takes in the same deliveries at the same pace and the bare sender of the same frames, added up.
 */
export const measureQueues: Measurement = async (parts) => {
  const { stage } = parts;
  const load = stage.load();
  const ours = await stage.rostrum();
  const idle = await ours.child.ask('residentMegabytes');
  const traffic = createQueueTraffic(stage, load, size);
  await traffic.fill(ours.port);
  // What is measured runs for days: the compiler's work of the first seconds is left out.
  await traffic.prepareTurns(warmUpSeconds);
  await traffic.deliver(ours.port);
  // Nobody listened yet: what was told until now is in no row that is timed.
  await load.ask('forget');
  const watchOurs = () =>
    load.ask('listenToMany', { port: ours.port, framing: hubOf(ours), sockets });
  await watchOurs();
  const filled = await ours.child.ask('residentMegabytes');

  const mine = { laps: [] as Lap[], cpu: [] as number[] };
  await traffic.prepareTurns(time.seconds);
  const share = await shareOf(ours.child);
  const deliver = () => traffic.deliver(ours.port);
  await inLaps(time, deliver, async () => {
    mine.cpu.push(await share());
    mine.laps.push(await load.ask('lap'));
  });
  await awaitRightBoard(traffic.lineUp, ours, load);
  const after = await ours.child.ask('residentMegabytes');
  const frames = await load.ask('frames');
  await load.ask('hangUp');
  await load.ask('forget');
  const theirs = await measureBare(stage, load, traffic, frames);
  await watchOurs();
  const page = await measureQueuePage(parts, ours, traffic, size);
  await awaitRightBoard(traffic.lineUp, ours, load);

  const what = `${size.queues} queues, ${size.callers} waiting, ${size.turnsPerSecond} arrivals/s`;
  const latency = (of: (lap: Lap) => number, beside: (lap: Lap) => number = of) => ({
    unit: 'ms',
    ours: mine.laps.map(of),
    bare: theirs.laps.map(beside),
  });
  const eventP99 = ({ event }: Lap) => event.p99;
  return [
    { what: `${what}, event, p50`, ...latency(({ event }) => event.p50), budget: null },
    { what: `${what}, event, p99`, ...latency(eventP99), budget: null },
    {
      // Rows are told four times a second at most.
      what: `${what}, row of the board, p99`,
      ...latency(({ row }) => row.p99, eventP99),
      budget: { kind: 'more-at-most', more: 300 },
    },
    {
      what: `${what}, processor with ingest`,
      unit: '% of a core',
      ours: mine.cpu,
      bare: theirs.cpu,
      budget: null,
    },
    {
      what: `${what}, memory beside bare`,
      unit: 'MB resident',
      ours: [after],
      bare: [theirs.megabytes],
      budget: null,
    },
    {
      what: `${what}, memory beside idle`,
      unit: 'MB resident',
      ours: [filled, after],
      bare: [idle, idle],
      budget: { kind: 'more-at-most', more: 150 },
    },
    ...page,
  ] satisfies Figure[];
};

interface Bare {
  readonly laps: readonly Lap[];
  readonly cpu: readonly number[];
  readonly megabytes: number;
}

/** Gives the bare servers the deliveries that are prepared, and the frames to send. */
async function measureBare(
  stage: Stage,
  load: ReturnType<Stage['load']>,
  traffic: QueueTraffic,
  frames: readonly HeardFrame[],
): Promise<Bare> {
  const live = await stage.bare('bare-live');
  const framing = { kind: 'plain' } as const;
  await load.ask('listen', { port: live.port, framing, topics: [''], sockets: bareSockets });
  const laps: Lap[] = [];
  const deliverLive = () => traffic.deliver(live.port);
  await inLaps(time, deliverLive, async () => {
    laps.push(await load.ask('lap'));
  });
  await load.ask('hangUp');
  await load.ask('forget');
  const door = await stage.bare('bare-ingest');
  const doorCpu: number[] = [];
  const doorShare = await shareOf(door.child);
  const deliverToDoor = () => traffic.deliver(door.port);
  await inLaps(time, deliverToDoor, async () => {
    doorCpu.push(await doorShare());
  });
  const sender = await stage.bare<BareFanOutTasks>('bare-fan-out');
  const hub = { kind: 'hub', cookie: '' } as const;
  await load.ask('listenToMany', { port: sender.port, framing: hub, sockets });
  const megabytes =
    (await door.child.ask('residentMegabytes')) + (await sender.child.ask('residentMegabytes'));
  const senderCpu: number[] = [];
  const senderShare = await shareOf(sender.child);
  const replay = () => sender.child.ask('replay', { frames });
  await inLaps(time, replay, async () => {
    senderCpu.push(await senderShare());
  });
  await load.ask('hangUp');
  await load.ask('forget');
  return { laps, megabytes, cpu: doorCpu.map((each, i) => each + (senderCpu[i] ?? NaN)) };
}

/** What each socket watches: the first everything, as the page of all queues does, the others some. */
function topicsOfSupervisors(): string[][] {
  const streams = Array.from({ length: size.queues }, (_, i) => `queue:${queueNameOf(i)}`);
  return Array.from({ length: supervisors }, (_, supervisor) => {
    if (supervisor === 0) return ['overview', ...streams];
    const some = Array.from(
      { length: queuesOfSupervisor },
      (_unused, i) => streams[(supervisor * queuesOfSupervisor + i) % streams.length] ?? '',
    );
    return ['overview', ...some];
  });
}
