import { conferenceIdOf } from '@/server/bench/traffic/names';
import { cpuOf, gatheringsOf, type Measurement, turnAbout } from './measurement';

const gatherings = gatheringsOf(1, 100);
const times = 5;
const sequential = 300;
const concurrent = 600;
const connections = 16;
// Nobody may give 600 commands a minute: they are as many people as it takes.
const moderators = 20;
const doors = { ours: 'api', bare: 'open' } as const;

/** What asking who asks costs a command: its route beside the same route without, in the same process. */
export const measureAccess: Measurement = async ({ stage }) => {
  const { privatePem } = stage.key;
  const load = stage.load();
  const { child, port } = await stage.access();
  stage.carrier.know(gatherings);
  await load.ask('prepare', { kind: 'arrivals', gatherings, count: 0, privatePem });
  await load.ask('saturate', { port, connections });
  const cookies = await child.ask('cookies', moderators);
  const micros = { ours: [] as number[], bare: [] as number[] };
  const cpuMicros = { ours: [] as number[], bare: [] as number[] };
  const run = async (name: keyof typeof doors) => {
    const path = `/${doors[name]}/conferences/${conferenceIdOf(0)}/commands`;
    await load.ask('command', { path, cookies, count: sequential });
    const seconds = await load.ask('saturate', { port, connections: 1 });
    await load.ask('command', { path, cookies, count: concurrent });
    const cpu = await cpuOf(child, () => load.ask('saturate', { port, connections }));
    return { micros: (seconds * 1e6) / sequential, cpuMicros: (cpu * 1e6) / concurrent };
  };
  const measured = (name: keyof typeof doors) => async () => {
    const took = await run(name);
    micros[name].push(took.micros);
    cpuMicros[name].push(took.cpuMicros);
  };
  for (const name of ['ours', 'bare'] as const) await run(name);
  await turnAbout(times, {
    before: () => Promise.resolve(),
    pair: [measured('bare'), measured('ours')],
  });
  const what = 'a command with sessions and permissions checked, beside without';
  const budget = { kind: 'at-most', times: 1.15 } as const;
  return [
    { what, unit: 'µs', ...micros, budget },
    { what: `${what}, processor, ${connections} at once`, unit: 'µs', ...cpuMicros, budget: null },
  ];
};
