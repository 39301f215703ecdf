import { once } from 'node:events';
import { createServer, request as ask, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { restoreLength, tellLength } from './told-length';

/** What comes from a server that answers with these headers but for the length, as Next does. */
async function answered(headers: Headers, method: string): Promise<IncomingMessage> {
  const server = createServer((_request, response) => {
    restoreLength(response);
    for (const [name, value] of headers)
      if (name !== 'content-length') response.appendHeader(name, value);
    // In two, so that nobody can count it before the headers go out.
    response.write('so');
    response.end('und');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  const asked = ask({ host: '127.0.0.1', port, method }).end();
  const [response] = (await once(asked, 'response')) as [IncomingMessage];
  response.resume();
  return response;
}

it.each(['GET', 'HEAD'])(
  'a length that a route tells is told to whoever asks by %s',
  async (method) => {
    const headers = new Headers({ 'content-length': '5' });
    tellLength(headers);
    const { headers: heard } = await answered(headers, method);
    expect(heard).toMatchObject({ 'content-length': '5' });
    expect(heard['x-told-length']).toBeUndefined();
    expect(heard['transfer-encoding']).toBeUndefined();
  },
);

it('an answer whose length nobody knows comes in chunks', async () => {
  const headers = new Headers();
  tellLength(headers);
  const { headers: heard } = await answered(headers, 'GET');
  expect(heard).toMatchObject({ 'transfer-encoding': 'chunked' });
  expect(heard['content-length']).toBeUndefined();
});
