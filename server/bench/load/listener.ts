import { once } from 'node:events';
import { WebSocket } from 'ws';

/**
 * `hub`: Engine.IO and Socket.IO by hand, which costs less than their client, with this session's cookie.
 * `plain`: bare messages.
 */
export type Framing =
  { readonly kind: 'hub'; readonly cookie: string } | { readonly kind: 'plain' };

/** A browser's socket as the server sees it. */
export interface Listener {
  close(): void;
}

/** What a socket hears. */
export interface Hearing {
  /** Each frame with events or rows, as its bytes. */
  readonly onEvents: (frame: Buffer) => void;
  /** What a topic's watch is answered with, as its bytes. */
  readonly onWatched?: (topic: string, frame: Buffer) => void;
}

/** Opens a socket and watches topics. Rejects when the server refuses one of them. */
export async function openListener(
  port: number,
  framing: Framing,
  topics: readonly string[],
  { onEvents, onWatched }: Hearing,
): Promise<Listener> {
  const path = framing.kind === 'hub' ? '/socket.io/?EIO=4&transport=websocket' : '/';
  const socket = new WebSocket(`ws://127.0.0.1:${port}${path}`, {
    perMessageDeflate: false,
    skipUTF8Validation: true,
    headers: framing.kind === 'hub' ? { cookie: framing.cookie } : {},
  });
  const close = () => {
    socket.terminate();
  };
  socket.on('error', (error) => {
    throw error;
  });
  if (framing.kind === 'plain') {
    socket.on('message', (frame: Buffer) => {
      onEvents(frame);
    });
    await once(socket, 'open');
    return { close };
  }
  let watched = 0;
  await new Promise<void>((resolve, reject) => {
    socket.on('message', (frame: Buffer) => {
      const type = frame.toString('latin1', 0, 2);
      if (type === '42') onEvents(frame);
      else if (type === '2') socket.send('3');
      else if (type.startsWith('0')) socket.send('40');
      else if (type === '40') {
        for (const [i, topic] of topics.entries())
          socket.send(`42${i}${JSON.stringify(['watch', topic, {}])}`);
      } else if (type === '43' && frame.includes('"ok":true')) {
        const topic = topics[Number.parseInt(frame.toString('latin1', 2), 10)];
        if (topic !== undefined) onWatched?.(topic, frame);
        watched += 1;
        if (watched === topics.length) resolve();
      } else if (type === '43') reject(new Error(`Not watched: ${frame.toString()}`));
    });
  });
  return { close };
}
