import { cpus } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { buildNextApp } from './bare/next-app';
import { type Figure, judge } from './figure';
import { measureAccess } from './measurements/access';
import { measureArchive } from './measurements/archive';
import { measureDesk } from './measurements/desk';
import { measureFanOut } from './measurements/fan-out';
import { measureGrowth } from './measurements/growth';
import { measureIngest, measureNextDoor } from './measurements/ingest';
import { measureLatency } from './measurements/latency';
import type { Measurement } from './measurements/measurement';
import { measureMemory } from './measurements/memory';
import { measureQueues } from './measurements/queues';
import { measureRecordingsList } from './measurements/recordings-list';
import { measureStart } from './measurements/start';
import { measureZip } from './measurements/zip';
import { startCarrierStub } from './process/carrier-stub';
import { createStage } from './process/stage';
import { tableOf } from './table';
import { makeCarrierKey } from './traffic/carrier-key';

const root = fileURLToPath(new URL('../..', import.meta.url));
const built = join(root, '.build/bench');

const measurements: Readonly<Record<string, Measurement>> = {
  ingest: measureIngest,
  'next-door': measureNextDoor,
  latency: measureLatency,
  'fan-out': measureFanOut,
  growth: measureGrowth,
  memory: measureMemory,
  access: measureAccess,
  desk: measureDesk,
  queues: measureQueues,
  archive: measureArchive,
  zip: measureZip,
  'recordings-list': measureRecordingsList,
  start: measureStart,
};

/** Runs the measurements of these names, or all, and prints a table. Answers the exit code: 1 when a budget is missed. */
export async function runBench(names: readonly string[]): Promise<number> {
  const wanted = names.length === 0 ? Object.keys(measurements) : names;
  const unknown = wanted.filter((name) => !Object.hasOwn(measurements, name));
  if (unknown.length > 0) {
    const known = Object.keys(measurements).join(', ');
    console.error(`There is no measurement called ${unknown.join(', ')}; there are ${known}`);
    return 2;
  }
  const began = performance.now();
  console.log(machineLine());
  const figures: Figure[] = [];
  for (const name of wanted) {
    const measured = await measureAlone(measurements[name] ?? measureIngest);
    console.log(`\n${name}\n${tableOf(measured)}`);
    figures.push(...measured);
  }
  const minutes = (performance.now() - began) / 60_000;
  console.log(`\nAll, in ${minutes.toFixed(1)} minutes; value is ours by the baseline's:`);
  console.log(tableOf(figures));
  console.log(machineLine());
  return figures.some((figure) => judge(figure).isWithin === false) ? 1 : 0;
}

async function measureAlone(measure: Measurement): Promise<readonly Figure[]> {
  const carrier = await startCarrierStub();
  const bundle = await bundleOfBench();
  const profileDir = process.env.BENCH_PROFILE ?? null;
  const key = makeCarrierKey();
  const stage = createStage({ root, bundle, key, carrier, profileDir });
  try {
    return await measure({ stage, root, nextApp: builtNextApp });
  } finally {
    await stage.end();
    carrier.close();
  }
}

/** Without a compiler at work in them, bare servers start and run as the production server does. */
async function bundleOfBench(): Promise<string> {
  await build({
    absWorkingDir: root,
    entryPoints: { bench: './server/bench/main.ts' },
    outdir: built,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    logLevel: 'warning',
  });
  return join(built, 'bench.mjs');
}

async function builtNextApp(): Promise<string> {
  const folder = join(built, 'next-app');
  await buildNextApp(root, folder);
  return folder;
}

function machineLine(): string {
  const [cpu] = cpus();
  const cores = `${cpus().length} cores of ${cpu?.model.trim() ?? 'an unknown processor'}`;
  return `${cores}, Node ${process.version}, ${process.platform}; load from this machine only`;
}
