import type { Figure } from '@/server/bench/figure';
import { conferenceIdOf } from '@/server/bench/traffic/names';
import { gatheringsOf, hubOf, type Measurement, repetitions, turnAbout } from './measurement';

const sockets = 50;
const seconds = 4;
const warmUpSeconds = 2;
const rates = [100, 600] as const;
const gatherings = gatheringsOf(1, 120);
const topics = [`conference:${conferenceIdOf(0)}`];
const patienceMs = 10_000;

/** From a webhook's time to be sent to its event in each of fifty browsers' sockets, open loop. */
export const measureLatency: Measurement = async ({ stage }) => {
  const { privatePem } = stage.key;
  const load = stage.load();
  const rostrum = await stage.rostrum();
  const subjects = {
    bare: { ...(await stage.bare('bare-live')), framing: { kind: 'plain' } },
    ours: { ...rostrum, framing: hubOf(rostrum) },
  } as const;
  stage.carrier.know(gatherings);
  await load.ask('prepare', { kind: 'arrivals', gatherings, count: 0, privatePem });
  for (const { port, framing } of Object.values(subjects)) {
    await load.ask('saturate', { port, connections: 4 });
    await load.ask('listen', { port, framing, topics, sockets });
  }
  const run = async (port: number, perSecond: number, times: number) => {
    await load.ask('forget');
    await load.ask('steady', { port, perSecond });
    const events = perSecond * times * sockets;
    return load.ask('hearing', { events, withinMs: patienceMs });
  };
  const figures: Figure[] = [];
  for (const perSecond of rates) {
    const prepare = (times: number) => {
      const count = perSecond * times;
      return load.ask('prepare', { kind: 'talk', gatherings, count, privatePem });
    };
    const heard = { ours: { p50: [], p99: [] }, bare: { p50: [], p99: [] } } as Record<
      keyof typeof subjects,
      Record<'p50' | 'p99', number[]>
    >;
    const measured = (name: keyof typeof subjects) => async () => {
      const { p50, p99 } = await run(subjects[name].port, perSecond, seconds);
      heard[name].p50.push(p50);
      heard[name].p99.push(p99);
    };
    await prepare(warmUpSeconds);
    for (const { port } of Object.values(subjects)) await run(port, perSecond, warmUpSeconds);
    await turnAbout(repetitions, {
      before: () => prepare(seconds),
      pair: [measured('bare'), measured('ours')],
    });
    for (const share of ['p50', 'p99'] as const) {
      figures.push({
        what: `webhook to ${sockets} sockets at ${perSecond}/s, ${share}`,
        unit: 'ms',
        ours: heard.ours[share],
        bare: heard.bare[share],
        budget: share === 'p99' && perSecond === 100 ? { kind: 'at-most', times: 2.5 } : null,
      });
    }
  }
  return figures;
};
