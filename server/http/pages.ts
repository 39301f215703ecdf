import { EventEmitter } from 'node:events';
import type { RequestListener, Server } from 'node:http';
import next from 'next';
import type { Config } from '@/server/config';

/** Next, behind our own server. */
export interface Pages {
  readonly answer: RequestListener;
  readonly close: () => Promise<void>;
}

/**
 * Prepares Next on our server. Next adds an upgrade listener of its own to the server it is given,
 * which would end the hub's sockets: it gets a decoy, and the dispatch is ours (REPORT §1).
 */
export async function openPages(
  server: Server,
  options: { readonly isDevelopment: boolean; readonly root: string; readonly config: Config },
): Promise<Pages> {
  const { isDevelopment: dev, root, config } = options;
  const nextUpgrades = new EventEmitter();
  const app = next({
    dev,
    dir: root,
    hostname: config.host,
    port: config.port,
    httpServer: nextUpgrades as unknown as Server,
  });
  await app.prepare();
  const handle = app.getRequestHandler();
  server.on('upgrade', (request, socket, head) => {
    if (request.url?.startsWith('/socket.io') === true) return;
    if (dev && nextUpgrades.listenerCount('upgrade') > 0) {
      nextUpgrades.emit('upgrade', request, socket, head);
    } else {
      socket.destroy();
    }
  });
  return {
    answer: (request, response) => {
      handle(request, response).catch(() => {
        if (!response.headersSent) response.writeHead(500);
        response.end();
      });
    },
    close: () => app.close(),
  };
}
