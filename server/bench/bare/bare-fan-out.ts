import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { Server } from 'socket.io';
import { serveTasks } from '@/server/bench/process/tasks';
import type { BareFanOutTasks } from './bare-tasks';

/** Socket.IO and nothing else: sockets join a room, and batches are sent to it. */
export async function playBareFanOut(): Promise<void> {
  const server = createServer();
  const io = new Server(server, {
    serveClient: false,
    transports: ['websocket'],
    perMessageDeflate: false,
  });
  io.on('connection', (socket) => {
    socket.on('watch', (topic: string, _options: unknown, answer: (reply: unknown) => void) => {
      void socket.join(topic);
      answer({ ok: true });
    });
  });
  server.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  serveTasks<BareFanOutTasks>({
    port: () => port,
    replay: async ({ frames }) => {
      const messages = frames.map(({ atMs, text }) => ({
        atMs,
        message: JSON.parse(text.slice(2)) as [string, string, unknown],
      }));
      const began = performance.now();
      for (const { atMs, message } of messages) {
        const waitMs = atMs - (performance.now() - began);
        if (waitMs > 0) await pause(waitMs);
        const [name, topic, events] = message;
        io.to(topic).emit(name, topic, events);
      }
      return (performance.now() - began) / 1000;
    },
  });
  process.stdout.write('ready\n');
}
