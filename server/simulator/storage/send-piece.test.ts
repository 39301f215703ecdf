import { once } from 'node:events';
import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { expect, it } from 'vitest';
import { isSent } from './send-piece';

it('nothing more is sent once the listener has gone, even in the middle of a piece', async () => {
  const piece = Buffer.alloc(65_536);
  const server = createServer();
  const stopped = new Promise<boolean>((resolve) => {
    server.on('request', (_, response) => {
      void (async () => {
        while (await isSent(response, piece));
        resolve(await isSent(response, piece));
      })();
    });
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const listener = connect((server.address() as AddressInfo).port, '127.0.0.1');
  listener.write('GET / HTTP/1.1\r\nHost: here\r\n\r\n');
  await once(listener, 'data');
  listener.pause();
  listener.destroy();
  expect(await stopped).toBe(false);
  server.close();
});
