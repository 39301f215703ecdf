import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import next from 'next';
import { serveTasks } from '@/server/bench/process/tasks';
import type { BareTasks } from './bare-tasks';

/** Next behind a custom server, as Rostrum has it, with one page and one route that only verifies. */
export async function playBareNext(): Promise<void> {
  const app = next({ dev: false, dir: process.env.BENCH_DIR ?? '.' });
  await app.prepare();
  const handle = app.getRequestHandler();
  const server = createServer((request, response) => {
    void handle(request, response);
  });
  server.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  serveTasks<BareTasks>({ port: () => port });
  process.stdout.write('ready\n');
}
