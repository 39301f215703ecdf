import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server } from 'socket.io';
import { io } from 'socket.io-client';
import { expect, onTestFinished, test, vi } from 'vitest';
import { createManagePeople } from '@/server/auth/manage-people';
import { openSignIn, type SignInOptions, TestBrowser } from '@/server/auth/testing/open-sign-in';
import { guardSockets } from './guard-sockets';

async function openGuardedHub(everyMs = 60_000, options: SignInOptions = {}) {
  const rostrum = await openSignIn(options);
  const server = createServer();
  const hub = new Server(server, { transports: ['websocket'] });
  const guard = guardSockets(hub, { ...rostrum, everyMs });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(async () => {
    guard.stop();
    await hub.close();
  });
  const { port } = server.address() as AddressInfo;
  const connect = (cookie: string) => {
    const socket = io(`http://127.0.0.1:${port}`, {
      transports: ['websocket'],
      forceNew: true,
      reconnection: false,
      extraHeaders: { cookie },
    });
    onTestFinished(() => {
      socket.close();
    });
    const heard: string[] = [];
    for (const event of ['connect', 'disconnect', 'signed-out'] as const)
      socket.on(event, () => heard.push(event));
    socket.on('connect_error', (error) => heard.push(error.message));
    return { socket, heard };
  };
  const until = (heard: readonly string[], wanted: string) =>
    vi.waitFor(() => {
      expect(heard).toContain(wanted);
    });
  return { ...rostrum, hub, guard, connect, until };
}

test('only a session connects', async () => {
  const rostrum = await openGuardedHub();
  const person = await rostrum.add('supervisor');
  const browser = new TestBrowser(rostrum);
  await browser.signIn(person.email);
  const nobody = rostrum.connect('');
  const somebody = rostrum.connect(browser.cookie);
  await rostrum.until(nobody.heard, 'not-signed-in');
  await rostrum.until(somebody.heard, 'connect');
  expect(nobody.heard).toEqual(['not-signed-in']);
  const [socket] = rostrum.hub.sockets.sockets.values();
  expect(rostrum.guard.actorOf(socket!)).toMatchObject({ role: 'supervisor' });
});

test('signing out closes the socket at once, and only that session’s', async () => {
  const rostrum = await openGuardedHub();
  const person = await rostrum.add();
  const [here, there] = [new TestBrowser(rostrum), new TestBrowser(rostrum)];
  await here.signIn(person.email);
  await there.signIn(person.email);
  const closing = rostrum.connect(here.cookie);
  const staying = rostrum.connect(there.cookie);
  await rostrum.until(closing.heard, 'connect');
  await rostrum.until(staying.heard, 'connect');
  await here.post('/sign-out', {});
  await rostrum.until(closing.heard, 'disconnect');
  expect(closing.heard).toEqual(['connect', 'signed-out', 'disconnect']);
  expect(staying.heard).toEqual(['connect']);
});

test('a change of role makes the browser come back as what it is now', async () => {
  const rostrum = await openGuardedHub();
  const person = await rostrum.add('moderator');
  const browser = new TestBrowser(rostrum);
  await browser.signIn(person.email);
  const before = rostrum.connect(browser.cookie);
  await rostrum.until(before.heard, 'connect');
  await createManagePeople(rostrum.people).changeRole('admin', person.id, 'viewer');
  await rostrum.until(before.heard, 'disconnect');
  expect(before.heard).toEqual(['connect', 'disconnect']);
  const after = rostrum.connect(browser.cookie);
  await rostrum.until(after.heard, 'connect');
  const [socket] = rostrum.hub.sockets.sockets.values();
  expect(rostrum.guard.actorOf(socket!)).toMatchObject({ role: 'viewer' });
});

test('a session that ends without news is found by the regular look', async () => {
  let time = Date.now();
  const rostrum = await openGuardedHub(20, { now: () => time });
  const person = await rostrum.add();
  const browser = new TestBrowser(rostrum);
  await browser.signIn(person.email);
  const { heard } = rostrum.connect(browser.cookie);
  await rostrum.until(heard, 'connect');
  time += 8 * 86_400_000;
  await rostrum.until(heard, 'disconnect');
});
