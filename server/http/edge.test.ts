import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import { createEdge } from './edge';
import { localHeader } from './own-headers';

interface Setting {
  readonly trustProxy?: string;
  readonly publicUrl?: string;
}

/** A server that does nothing but keep what it was asked, behind the edge. */
async function openEdge({ trustProxy = '', publicUrl }: Setting = {}) {
  const edge = createEdge({
    isDevelopment: false,
    publicUrl: publicUrl === undefined ? null : new URL(publicUrl),
    trustProxy,
  });
  const seen: IncomingHttpHeaders[] = [];
  const server = createServer((request, response) => {
    edge.request(request, response);
    seen.push(request.headers);
    response.end('{}');
  });
  server.on('upgrade', (request, socket) => {
    edge.upgrade(request);
    seen.push(request.headers);
    socket.destroy();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return { address: `127.0.0.1:${port}`, seen };
}

const forged = {
  'x-forwarded-for': '203.0.113.9',
  [localHeader]: 'yes',
  'x-rostrum-address': '203.0.113.8',
  'x-rostrum-request-id': 'chosen-by-them',
};

describe('the edge', () => {
  it('gives every answer an id of its own, whatever the request claims', async () => {
    const { address, seen } = await openEdge();
    const answers = await Promise.all(
      [1, 2].map(() => fetch(`http://${address}/api/x`, { headers: forged })),
    );
    const ids = answers.map(({ headers }) => headers.get('x-request-id'));
    expect(new Set(ids).size).toBe(2);
    expect(ids).not.toContain('chosen-by-them');
    expect(seen.map((headers) => headers['x-rostrum-request-id']).sort()).toEqual(ids.sort());
  });

  it('sets what OWASP asks for, and HSTS only behind https', async () => {
    const plain = await openEdge();
    const { headers } = await fetch(`http://${plain.address}/api/x`);
    expect(Object.fromEntries(headers)).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'permissions-policy': expect.stringContaining('microphone=()') as string,
      'content-security-policy': expect.stringContaining("frame-ancestors 'none'") as string,
    });
    expect(headers.get('strict-transport-security')).toBeNull();
    const secure = await openEdge({ publicUrl: 'https://rostrum.test' });
    const answer = await fetch(`http://${secure.address}/`);
    expect(answer.headers.get('strict-transport-security')).toMatch(/^max-age=\d{8}/);
    expect(answer.headers.get('content-security-policy')).toMatch(/script-src 'nonce-[^']+'/);
  });

  it.each([
    ['', '127.0.0.1', undefined],
    ['127.0.0.1', '203.0.113.9', '203.0.113.9'],
  ])('with TRUST_PROXY=%s takes a request to come from %s', async (trustProxy, from, forwarded) => {
    const { address, seen } = await openEdge({ trustProxy });
    await fetch(`http://${address}/api/x`, { headers: forged });
    const socket = new WebSocket(`ws://${address}/socket.io/`, { headers: forged });
    await once(socket, 'error');
    expect(seen).toHaveLength(2);
    for (const headers of seen) {
      expect(headers['x-rostrum-address']).toBe(from);
      expect(headers['x-forwarded-for']).toBe(forwarded);
      expect(headers[localHeader]).toBeUndefined();
    }
  });
});
