import { WebSocketServer } from 'ws';
import { serveTasks } from '@/server/bench/process/tasks';
import { openBareDoor } from './bare-door';
import { openBareStore } from './bare-store';
import type { BareTasks } from './bare-tasks';

/** From webhook to browser with nothing in between: verify, insert with group commit, `ws` send to every socket, 200. */
export async function playBareLive(): Promise<void> {
  const store = openBareStore(process.env.BENCH_DIR ?? '.');
  const sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false });
  let seq = 0;
  const { server, port } = await openBareDoor(
    process.env.BENCH_PUBLIC_KEY ?? '',
    'pooled',
    async ({ id, text, data }) => {
      await store.insertGrouped(id, text);
      seq += 1;
      const { event_type: type, payload } = data;
      const message = JSON.stringify({ seq, id, type, receivedAt: Date.now(), data: payload });
      for (const socket of sockets.clients) socket.send(message);
    },
  );
  server.on('upgrade', (request, socket, head) => {
    sockets.handleUpgrade(request, socket, head, () => undefined);
  });
  serveTasks<BareTasks>({ port: () => port });
  process.stdout.write('ready\n');
}
