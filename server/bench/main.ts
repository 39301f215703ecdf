import type { Verifying } from './bare/bare-door';

/**
 * `npm run bench [names…]`: every budget beside a bare baseline of the same run. The same file, bundled,
 * is also each of the processes that the measurements need: `BENCH_ROLE` says which.
 */
const roles: Readonly<Record<string, () => Promise<() => void | Promise<void>>>> = {
  probe: async () => (await import('./process/probe')).probe,
  load: async () => (await import('./load/load-role')).playLoad,
  'bare-ingest': () => bareIngest('in-line'),
  'bare-ingest-pooled': () => bareIngest('pooled'),
  'bare-live': async () => (await import('./bare/bare-live')).playBareLive,
  'bare-fan-out': async () => (await import('./bare/bare-fan-out')).playBareFanOut,
  access: async () => (await import('./access/play-access')).playAccess,
  'bare-copy': async () => (await import('./bare/bare-copy')).playBareCopy,
  simulator: async () => (await import('./recording/play-simulator')).playSimulator,
  'recording-pages': async () =>
    (await import('./recording/play-recording-pages')).playRecordingPages,
  'bare-next': async () => (await import('./bare/bare-next')).playBareNext,
};

async function bareIngest(verifying: Verifying): Promise<() => Promise<void>> {
  const { playBareIngest } = await import('./bare/bare-ingest');
  return () => playBareIngest(verifying);
}

const role = process.env.BENCH_ROLE;
if (role === undefined) {
  const { runBench } = await import('./run-bench');
  process.exitCode = await runBench(process.argv.slice(2));
} else {
  const play = await roles[role]?.();
  await play?.();
}
