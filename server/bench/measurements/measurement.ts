import type { Figure } from '@/server/bench/figure';
import type { Framing } from '@/server/bench/load/listener';
import type { Stage } from '@/server/bench/process/stage';
import type { Gathering } from '@/server/bench/traffic/names';

/** What a measurement is given. */
export interface MeasurementParts {
  readonly stage: Stage;
  /** The project's folder. */
  readonly root: string;
  /** Folder of the bare Next app, built. */
  readonly nextApp: () => Promise<string>;
}

/** Measures something of Rostrum and of its bare baseline, turn about. */
export type Measurement = (parts: MeasurementParts) => Promise<readonly Figure[]>;

/** Repetitions of every pair: the median of three forgives one that was disturbed. */
export const repetitions = 3;

/** That many conferences of that many people. */
export function gatheringsOf(conferences: number, people: number): Gathering[] {
  return Array.from({ length: conferences }, (_, index) => ({ index, people }));
}

/** How sockets speak to a Rostrum's hub: as somebody who is signed in there. */
export function hubOf({ cookie }: { readonly cookie: string }): Framing {
  return { kind: 'hub', cookie };
}

/** Runs a pair of things as often as asked, now one first and now the other. */
export async function turnAbout(
  times: number,
  {
    before,
    pair: [one, other],
  }: {
    readonly before: () => Promise<unknown>;
    readonly pair: readonly [() => Promise<void>, () => Promise<void>];
  },
): Promise<void> {
  for (let turn = 0; turn < times; turn += 1) {
    await before();
    for (const run of turn % 2 === 0 ? [one, other] : [other, one]) await run();
  }
}

/** Seconds of processor time that a process took while the work was done. */
export async function cpuOf(
  child: { ask(task: 'cpuSeconds'): Promise<number> },
  work: () => Promise<unknown>,
): Promise<number> {
  const before = await child.ask('cpuSeconds');
  await work();
  return (await child.ask('cpuSeconds')) - before;
}
