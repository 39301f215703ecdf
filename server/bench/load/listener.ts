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

/**
 * Opens a socket and watches a topic; `onEvents` hears each frame with events, as its bytes. Rejects when
 * the server refuses the topic.
 */
export async function openListener(
  port: number,
  framing: Framing,
  topic: string,
  onEvents: (frame: Buffer) => void,
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
  await new Promise<void>((resolve, reject) => {
    socket.on('message', (frame: Buffer) => {
      const type = frame.toString('latin1', 0, 2);
      if (type === '42') onEvents(frame);
      else if (type === '2') socket.send('3');
      else if (type.startsWith('0')) socket.send('40');
      else if (type === '40') socket.send(`420${JSON.stringify(['watch', topic, {}])}`);
      else if (type === '43' && frame.includes('"ok":true')) resolve();
      else if (type === '43') reject(new Error(`Not watched: ${frame.toString()}`));
    });
  });
  return { close };
}
