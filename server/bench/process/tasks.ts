import { setTimeout as pause } from 'node:timers/promises';

/** What a process can be asked to do, by name. */
export type Tasks<T> = {
  readonly [K in keyof T]: (input: never) => unknown;
};

/** What every process of the bench can be asked. */
export interface CommonTasks {
  /** Seconds of processor time this process has used, all threads together. */
  cpuSeconds: () => number;
  /** Megabytes resident once the garbage is collected. */
  residentMegabytes: () => Promise<number>;
  /** Megabytes resident as it is, garbage and all. */
  residentMegabytesNow: () => number;
}

/** A question on its way to a process. */
export interface Question {
  readonly number: number;
  readonly task: string;
  readonly input: unknown;
}

/** The answer on its way back. */
export type Answer =
  | { readonly number: number; readonly result: unknown }
  | { readonly number: number; readonly error: string };

const settleMs = 300;
const collections = 3;

const common: CommonTasks = {
  cpuSeconds: () => {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1_000_000;
  },
  residentMegabytes: async () => {
    for (let i = 0; i < collections; i += 1) {
      global.gc?.();
      await pause(settleMs);
    }
    return residentMegabytesNow();
  },
  residentMegabytesNow,
};

function residentMegabytesNow(): number {
  return process.memoryUsage.rss() / 1024 / 1024;
}

/** Answers the parent's questions, and ends with the parent. */
export function serveTasks<T extends Tasks<T>>(tasks: T): void {
  const all = { ...common, ...tasks } as Readonly<Record<string, (input: unknown) => unknown>>;
  process.on('message', (message) => {
    const { number, task, input } = message as Question;
    new Promise((resolve) => {
      resolve(all[task]?.(input));
    }).then(
      (result) => process.send?.({ number, result } satisfies Answer),
      (error: unknown) => process.send?.({ number, error: String(error) } satisfies Answer),
    );
  });
  process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
}
