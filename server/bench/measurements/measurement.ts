import { setTimeout as pause } from 'node:timers/promises';
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

/** Runs something that takes so long in laps of one length: each is looked at when it ends, the last when all is over. */
export async function inLaps(
  { seconds, laps }: { readonly seconds: number; readonly laps: number },
  run: () => Promise<unknown>,
  onLap: () => Promise<void>,
): Promise<void> {
  const early = async () => {
    for (let lap = 1; lap < laps; lap += 1) {
      await pause((seconds * 1_000) / laps);
      await onLap();
    }
  };
  await Promise.all([run(), early()]);
  await onLap();
}

/** How busy a process was since it was last asked, in percent of a core. */
export async function shareOf(child: {
  ask(task: 'cpuSeconds'): Promise<number>;
}): Promise<() => Promise<number>> {
  let before = await child.ask('cpuSeconds');
  let beganAt = performance.now();
  return async () => {
    const seconds = await child.ask('cpuSeconds');
    const now = performance.now();
    const share = ((seconds - before) / (now - beganAt)) * 1_000 * 100;
    before = seconds;
    beganAt = now;
    return share;
  };
}
