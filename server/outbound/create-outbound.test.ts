import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createOutbound, type OutboundParts } from './create-outbound';

const publicAddress = { address: '93.184.216.34', family: 4 };
const here = { address: '127.0.0.1', family: 4 };
const message = (body: string, timeoutMs = 5_000) => ({
  headers: { 'content-type': 'application/json', 'x-signature': 'abc' },
  body: Buffer.from(body),
  timeoutMs,
});

async function serve(
  answer: RequestListener,
): Promise<{ port: number; connections: () => number }> {
  const server = createServer(answer);
  let connections = 0;
  server.on('connection', () => {
    connections += 1;
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { port: (server.address() as AddressInfo).port, connections: () => connections };
}

function open(parts: OutboundParts) {
  const outbound = createOutbound(parts);
  onTestFinished(() => {
    outbound.close();
  });
  return outbound;
}

function resolving(...answers: (readonly { address: string; family: number }[])[]) {
  const asked: string[] = [];
  const resolve = (name: string) => {
    asked.push(name);
    return Promise.resolve(answers[Math.min(asked.length, answers.length) - 1] ?? []);
  };
  return { asked, resolve };
}

describe('posting to an address that a person configured', () => {
  it('sends the bytes and the headers as they are, and tells the answer', async () => {
    const heard: { headers: unknown; body: string }[] = [];
    const { port } = await serve((request, response) => {
      let body = '';
      request.on('data', (chunk: Buffer) => (body += chunk.toString('utf8')));
      request.on('end', () => {
        heard.push({ headers: request.headers, body });
        response.writeHead(202).end('thanks');
      });
    });
    const outbound = open({ allowed: [`127.0.0.1:${port}`] });
    const answer = await outbound.post(`http://127.0.0.1:${port}/x?y=1`, message('{ "ü":  1 }'));
    expect(answer).toEqual({ kind: 'answered', status: 202, body: 'thanks' });
    expect(heard).toMatchObject([
      {
        headers: {
          'content-type': 'application/json',
          'x-signature': 'abc',
          'content-length': '12',
          host: `127.0.0.1:${port}`,
        },
        body: '{ "ü":  1 }',
      },
    ]);
  });

  it('goes to the very address that was checked, and asks for it once', async () => {
    const { port } = await serve((_request, response) => response.end('here'));
    const { asked, resolve } = resolving([here]);
    const outbound = open({ allowed: ['app.internal'], resolve });
    const answer = await outbound.post(`http://app.internal:${port}/`, message('{}'));
    expect(answer).toMatchObject({ kind: 'answered', status: 200, body: 'here' });
    expect(asked).toEqual(['app.internal']);
  });

  it('is refused when a name is made to point into our network after it was saved', async () => {
    const { port, connections } = await serve((_request, response) => response.end());
    const outbound = open({ allowed: [], ...resolving([publicAddress], [here]) });
    await outbound.check(`http://rebinding.test:${port}/`);
    const answer = await outbound.post(`http://rebinding.test:${port}/`, message('{}'));
    expect(answer).toEqual({ kind: 'refused', refusal: 'address-loopback' });
    expect(connections()).toBe(0);
  });

  it('is refused when one of several addresses of a name lies in our network', async () => {
    const bad = { address: 'fd00::7', family: 6 };
    const outbound = open({ allowed: [], ...resolving([publicAddress, bad]) });
    await expect(outbound.check('https://mixed.test/')).rejects.toMatchObject({
      name: 'AddressRefusedError',
      refusal: 'address-private',
    });
    expect(await outbound.post('https://mixed.test/', message('{}'))).toEqual({
      kind: 'refused',
      refusal: 'address-private',
    });
  });

  it.each([
    ['http://127.0.0.1:9/', 'address-loopback'],
    ['http://169.254.169.254/', 'address-metadata'],
    ['ftp://example.com/', 'address-not-http'],
    ['http://nowhere.test/', 'address-unknown'],
  ])('to %s is refused before a connection: %s', async (address, refusal) => {
    const outbound = open({ allowed: [], ...resolving([]) });
    await expect(outbound.check(address)).rejects.toMatchObject({ refusal });
    expect(await outbound.post(address, message('{}'))).toEqual({ kind: 'refused', refusal });
  });

  it('follows no redirection', async () => {
    const inside = await serve((_request, response) => response.end('secret'));
    const { port } = await serve((_request, response) => {
      response.writeHead(307, { location: `http://127.0.0.1:${inside.port}/` }).end();
    });
    const outbound = open({ allowed: [`127.0.0.1:${port}`] });
    const answer = await outbound.post(`http://127.0.0.1:${port}/`, message('{}'));
    expect(answer).toEqual({ kind: 'answered', status: 307, body: '' });
    expect(inside.connections()).toBe(0);
  });

  it('keeps the first 4 kB of an answer that never ends', async () => {
    const { port } = await serve((_request, response) => {
      const more = () => {
        while (!response.destroyed && response.write('x'.repeat(1_000)));
      };
      response.on('drain', more);
      more();
    });
    const outbound = open({ allowed: ['127.0.0.1'] });
    const answer = await outbound.post(`http://127.0.0.1:${port}/`, message('{}'));
    expect(answer).toEqual({ kind: 'answered', status: 200, body: 'x'.repeat(4_096) });
  });

  it('gives up on an answer that does not come', async () => {
    const { port } = await serve(() => undefined);
    const outbound = open({ allowed: ['127.0.0.1'] });
    const answer = await outbound.post(`http://127.0.0.1:${port}/`, message('{}', 50));
    expect(answer).toMatchObject({ kind: 'unreachable', reason: 'time-out' });
  });

  it('gives up on an answer that comes in drops', async () => {
    const { port } = await serve((_request, response) => {
      response.write('a');
    });
    const outbound = open({ allowed: ['127.0.0.1'] });
    const answer = await outbound.post(`http://127.0.0.1:${port}/`, message('{}', 50));
    expect(answer).toMatchObject({ kind: 'unreachable', reason: 'time-out' });
  });

  it('tells when nobody listens there', async () => {
    const { port } = await serve((request) => request.socket.destroy());
    const outbound = open({ allowed: ['127.0.0.1'] });
    expect(await outbound.post(`http://127.0.0.1:${port}/`, message('{}'))).toEqual({
      kind: 'unreachable',
      reason: 'connection',
      detail: 'ECONNRESET',
    });
    expect(await outbound.post('http://127.0.0.1:1/', message('{}'))).toEqual({
      kind: 'unreachable',
      reason: 'connection',
      detail: 'ECONNREFUSED',
    });
  });

  it('keeps its connection, and opens another when that one was closed meanwhile', async () => {
    let served = 0;
    const { port, connections } = await serve((request, response) => {
      served += 1;
      if (served === 3) request.socket.destroy();
      else response.end(String(served));
    });
    const outbound = open({ allowed: ['127.0.0.1'] });
    const address = `http://127.0.0.1:${port}/`;
    const bodies: unknown[] = [];
    for (let i = 0; i < 3; i += 1) bodies.push(await outbound.post(address, message('{}')));
    expect(bodies).toMatchObject([{ body: '1' }, { body: '2' }, { body: '4' }]);
    expect(connections()).toBe(2);
  });
});
