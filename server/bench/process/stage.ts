import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { AccessTasks } from '@/server/bench/access/access-tasks';
import type { BareTasks } from '@/server/bench/bare/bare-tasks';
import type { LoadTasks } from '@/server/bench/load/load-tasks';
import type { SimulatorAddresses, SimulatorTasks } from '@/server/bench/recording/recording-tasks';
import type { CarrierKey } from '@/server/bench/traffic/carrier-key';
import type { CarrierStub } from './carrier-stub';
import { type Child, startChild } from './child';
import { administrator, signIn } from './sign-in';
import type { CommonTasks, Tasks } from './tasks';

/** The key to whatever carrier the bench brings. */
export const apiKey = 'KEY_OF_THE_BENCH';

/** A process under measurement that listens on a port. */
export interface Subject<T = object> {
  readonly child: Child<T & CommonTasks>;
  readonly port: number;
  /** From spawned to ready, in seconds. */
  readonly startSeconds: number;
}

/** What the stage is built of. */
export interface StageParts {
  readonly root: string;
  /** The bench itself, bundled: the program of all its processes. */
  readonly bundle: string;
  readonly key: CarrierKey;
  readonly carrier: CarrierStub;
  /** Where processor profiles of the server go; null for none, which is what is to be compared. */
  readonly profileDir: string | null;
}

/** Starts what one measurement needs, and ends it all afterwards. */
export interface Stage {
  readonly carrier: CarrierStub;
  readonly key: CarrierKey;
  load(): Child<LoadTasks & CommonTasks>;
  /** A server that has a command's route twice: with and without checks of who asks. */
  access(): Promise<Subject<AccessTasks>>;
  /** The production server, in a folder of its own; give `folder` to start again on the same data. */
  rostrum(options?: {
    door?: 'server' | 'next';
    folder?: string;
    /** A free one where none is given. */
    port?: number;
    /** What differs from the stage's own, as another carrier. */
    env?: Readonly<Record<string, string>>;
  }): Promise<Subject & { readonly folder: string; readonly cookie: string }>;
  bare<T extends Tasks<T> = BareTasks>(role: string, folder?: string): Promise<Subject<T>>;
  /** A carrier that has recordings; its webhooks go there, where an address is given. */
  simulator(webhookUrl: string | null): Promise<SimulatorAddresses>;
  end(): Promise<void>;
}

/** Sets up an empty stage. */
export function createStage({ root, bundle, key, carrier, profileDir }: StageParts): Stage {
  const stops: (() => Promise<void>)[] = [];
  const emptyFolder = async () => {
    const home = join(root, '.build/bench');
    await mkdir(home, { recursive: true });
    const folder = await mkdtemp(join(home, 'run-'));
    stops.unshift(() => rm(folder, { recursive: true, force: true }));
    return folder;
  };
  const common = { NEXT_TELEMETRY_DISABLED: '1' };
  const profiling = profileDir === null ? [] : ['--cpu-prof', '--cpu-prof-dir', profileDir];
  return {
    carrier,
    key,
    load: () => {
      const child = startChild<LoadTasks>([bundle], { ...common, BENCH_ROLE: 'load' });
      stops.push(child.stop);
      return child;
    },
    rostrum: async ({ door = 'server', folder, port: given = 0, env = {} } = {}) => {
      const dataDir = folder ?? (await emptyFolder());
      const began = performance.now();
      const child = startChild<object>(
        [...profiling, '--expose-gc', '--import', bundle, join(root, '.build/server.mjs')],
        {
          ...common,
          BENCH_ROLE: 'probe',
          PORT: String(given),
          DATA_DIR: dataDir,
          TELNYX_API_KEY: apiKey,
          TELNYX_API_URL: carrier.apiUrl,
          TELNYX_PUBLIC_KEY: key.publicKey,
          WEBHOOK_DOOR: door,
          LOG_LEVEL: 'error',
          ...administrator,
          ...env,
        },
      );
      stops.push(child.stop);
      const port = Number(await child.said(/ready at http:\/\/127\.0\.0\.1:(\d+)/));
      const startSeconds = (performance.now() - began) / 1000;
      return { child, port, startSeconds, folder: dataDir, cookie: await signIn(port) };
    },
    access: async () => {
      const child = startChild<AccessTasks>([bundle], {
        ...common,
        BENCH_ROLE: 'access',
        DATA_DIR: await emptyFolder(),
        TELNYX_API_KEY: apiKey,
        TELNYX_API_URL: carrier.apiUrl,
        TELNYX_PUBLIC_KEY: key.publicKey,
      });
      stops.push(child.stop);
      await child.said(/(ready)/);
      return { child, port: await child.ask('port'), startSeconds: 0 };
    },
    bare: async <T extends Tasks<T> = BareTasks>(role: string, folder?: string) => {
      const began = performance.now();
      const child = startChild<T>(['--expose-gc', bundle], {
        ...common,
        BENCH_ROLE: role,
        BENCH_DIR: folder ?? (await emptyFolder()),
        BENCH_PUBLIC_KEY: key.publicKey,
      });
      stops.push(child.stop);
      await child.said(/(ready)/);
      const startSeconds = (performance.now() - began) / 1000;
      const port = await (child as unknown as Child<BareTasks>).ask('port');
      return { child, port, startSeconds };
    },
    simulator: async (webhookUrl) => {
      const child = startChild<SimulatorTasks>([bundle], {
        ...common,
        BENCH_ROLE: 'simulator',
        TELNYX_API_KEY: apiKey,
        // Where nobody is to hear of anything, nobody listens.
        WEBHOOK_URL: webhookUrl ?? 'http://127.0.0.1:9/',
      });
      stops.push(child.stop);
      await child.said(/(ready)/);
      return child.ask('addresses');
    },
    end: async () => {
      for (const stop of stops.reverse()) await stop();
    },
  };
}
