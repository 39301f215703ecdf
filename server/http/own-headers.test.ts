import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { expect, test } from 'vitest';
import { readTrustedProxies, setOwnHeaders } from './own-headers';

function headersAfter(
  peer: string,
  headers: Readonly<Record<string, string>>,
  trusted = '',
): IncomingMessage['headers'] {
  const socket = new Socket();
  Object.defineProperty(socket, 'remoteAddress', { value: peer });
  const request = new IncomingMessage(socket);
  Object.assign(request.headers, headers);
  setOwnHeaders(request, readTrustedProxies(trusted));
  return request.headers;
}

test('what only we may say is taken from whoever says it', () => {
  const forged = { 'x-rostrum-address': '10.0.0.1', 'x-rostrum-local': 'yes', 'x-rostrum-x': '1' };
  expect(headersAfter('192.0.2.1', { host: 'rostrum.example', ...forged })).toEqual({
    host: 'rostrum.example',
    'x-rostrum-address': '192.0.2.1',
  });
});

test('what an unknown proxy says is dropped', () => {
  const said = {
    'x-forwarded-for': '10.0.0.1',
    'x-forwarded-proto': 'https',
    'x-forwarded-host': 'evil.example',
    forwarded: 'for=10.0.0.1',
    'x-real-ip': '10.0.0.1',
  };
  expect(headersAfter('192.0.2.1', said)).toEqual({ 'x-rostrum-address': '192.0.2.1' });
});

test.each([
  ['203.0.113.5', '203.0.113.5'],
  ['1.2.3.4, 203.0.113.5', '203.0.113.5'],
  ['203.0.113.5, 10.1.2.3', '203.0.113.5'],
  ['::ffff:203.0.113.5', '203.0.113.5'],
  ['2001:db8::5', '2001:db8::5'],
  ['not an address', '10.0.0.1'],
  ['', '10.0.0.1'],
])('a trusted proxy that forwards for "%s" speaks for %s', (said, address) => {
  const headers = headersAfter('10.0.0.1', { 'x-forwarded-for': said }, '10.0.0.0/8, ::1');
  expect(headers['x-rostrum-address']).toBe(address);
  expect(headers['x-forwarded-for']).toBe(said);
});

test.each([
  ['127.0.0.1', 'localhost:3000', {}, true],
  ['::ffff:127.0.0.1', '127.0.0.1:3000', {}, true],
  ['::1', '[::1]:3000', {}, true],
  ['127.0.0.1', 'rostrum.example', {}, false],
  ['127.0.0.1', 'localhost.evil.example', {}, false],
  ['192.0.2.1', 'localhost:3000', {}, false],
  ['127.0.0.1', 'localhost:3000', { 'x-forwarded-for': '127.0.0.1' }, false],
  ['127.0.0.1', 'localhost:3000', { forwarded: 'for=1.2.3.4' }, false],
  ['127.0.0.1', 'localhost:3000', { via: '1.1 proxy' }, false],
  ['127.0.0.1', 'localhost:3000', { 'x-real-ip': '1.2.3.4' }, false],
])('peer %s with Host %s and %o is at this machine: %s', (peer, host, more, isLocal) => {
  const headers = headersAfter(peer, { host, ...more });
  expect(headers['x-rostrum-local']).toBe(isLocal ? 'yes' : undefined);
});

test('what is no address is no proxy', () => {
  expect(() => readTrustedProxies('proxy.example')).toThrow(/TRUST_PROXY: proxy.example/);
});
