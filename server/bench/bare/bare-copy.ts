import { once } from 'node:events';
import { createReadStream, createWriteStream } from 'node:fs';
import { open, rm } from 'node:fs/promises';
import { createServer, get, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { serveTasks } from '@/server/bench/process/tasks';
import type { BareCopyTasks } from '@/server/bench/recording/recording-tasks';

/** Files from HTTP to the disk and back with nothing in between: no checksum, no second look. */
export async function playBareCopy(): Promise<void> {
  const folder = process.env.BENCH_DIR ?? '.';
  const copied: string[] = [];
  const server = createServer((_, response) => {
    void pipeline(allOf(copied), response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  serveTasks<BareCopyTasks>({
    port: () => port,
    copy: async ({ links, atOnce }) => {
      const waiting = links.map((link, i) => ({ link, path: join(folder, `${i}.wav`) }));
      const began = performance.now();
      const line = async () => {
        for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
          copied.push(next.path);
          await copy(next.link, next.path);
        }
      };
      await Promise.all(Array.from({ length: atOnce }, line));
      return (performance.now() - began) / 1000;
    },
    forget: async () => {
      for (const path of copied.splice(0)) await rm(path);
    },
  });
  process.stdout.write('ready\n');
}

async function* allOf(paths: readonly string[]): AsyncIterable<unknown> {
  for (const path of paths) yield* createReadStream(path) as AsyncIterable<unknown>;
}

async function copy(link: string, path: string): Promise<void> {
  const [response] = (await once(get(link), 'response')) as [IncomingMessage];
  if (response.statusCode !== 200)
    throw new Error(`A copy was answered with ${response.statusCode}`);
  await pipeline(response, createWriteStream(path));
  const file = await open(path, 'r');
  await file.sync();
  await file.close();
}
