import { serveTasks } from '@/server/bench/process/tasks';
import { openBareDoor, type Verifying } from './bare-door';
import { openBareStore } from './bare-store';
import type { BareTasks } from './bare-tasks';

/** Signed, durable ingest and nothing else: verify, one table with group commit, 200. */
export async function playBareIngest(verifying: Verifying): Promise<void> {
  const store = openBareStore(process.env.BENCH_DIR ?? '.');
  const { port } = await openBareDoor(
    process.env.BENCH_PUBLIC_KEY ?? '',
    verifying,
    ({ id, text }) => store.insertGrouped(id, text),
  );
  serveTasks<BareTasks>({ port: () => port });
  process.stdout.write('ready\n');
}
