import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server } from 'socket.io';
import { io } from 'socket.io-client';
import { expect, onTestFinished, test, vi } from 'vitest';
import type { WallboardSettings } from '@/lib/contract/wallboard';
import { createManagePeople } from '@/server/auth/manage-people';
import { openSignIn, type SignInOptions, TestBrowser } from '@/server/auth/testing/open-sign-in';
import { openWallboards } from '@/server/wallboard/open-wallboards';
import { createWallboardTable } from '@/server/store/wallboard-table';
import { guardSockets } from './guard-sockets';

async function openGuardedHub(everyMs = 60_000, options: SignInOptions = {}) {
  const rostrum = await openSignIn(options);
  const server = createServer();
  const hub = new Server(server, { transports: ['websocket'] });
  const wallboards = openWallboards(createWallboardTable(rostrum.engine), () => Date.now() * 1000);
  const guard = guardSockets(hub, { ...rostrum, boards: wallboards.links, everyMs });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(async () => {
    guard.stop();
    await hub.close();
  });
  const { port } = server.address() as AddressInfo;
  const connect = (cookie: string, auth = {}) => {
    const socket = io(`http://127.0.0.1:${port}`, {
      transports: ['websocket'],
      forceNew: true,
      reconnection: false,
      extraHeaders: { cookie },
      auth,
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
  return { ...rostrum, wallboards: wallboards.services, hub, guard, connect, until };
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

const settings: WallboardSettings = {
  name: 'Floor',
  queues: null,
  conferences: [],
  tiles: 4,
  rotateSeconds: 20,
};
const grace = { userId: 'grace', name: 'Grace' };
const tokenOf = (link: string) => new URL(link, 'http://rostrum').searchParams.get('token');

test('the link of a wallboard connects as that wallboard and as nobody, and a wrong one does not', async () => {
  const rostrum = await openGuardedHub();
  const { wallboard, link } = await rostrum.wallboards.add(settings, grace);
  const wrong = rostrum.connect('', { wallboard: 'x'.repeat(32) });
  await rostrum.until(wrong.heard, 'not-signed-in');
  const hung = rostrum.connect('', { wallboard: tokenOf(link) });
  await rostrum.until(hung.heard, 'connect');
  const [socket] = rostrum.hub.sockets.sockets.values();
  expect(rostrum.guard.actorOf(socket!)).toBeNull();
  expect(rostrum.guard.boardOf(socket!)).toMatchObject({ id: wallboard.id });
});

test('a wallboard that is changed makes its screens come back; another link or none signs them out', async () => {
  const rostrum = await openGuardedHub();
  const { wallboard, link } = await rostrum.wallboards.add(settings, grace);
  const first = rostrum.connect('', { wallboard: tokenOf(link) });
  await rostrum.until(first.heard, 'connect');
  await rostrum.wallboards.change(wallboard.id, { ...settings, tiles: 1 }, grace);
  await rostrum.until(first.heard, 'disconnect');
  expect(first.heard).toEqual(['connect', 'disconnect']);

  const second = rostrum.connect('', { wallboard: tokenOf(link) });
  await rostrum.until(second.heard, 'connect');
  const { link: newer } = await rostrum.wallboards.relink(wallboard.id);
  await rostrum.until(second.heard, 'disconnect');
  expect(second.heard).toEqual(['connect', 'signed-out', 'disconnect']);
  const late = rostrum.connect('', { wallboard: tokenOf(link) });
  await rostrum.until(late.heard, 'not-signed-in');

  const third = rostrum.connect('', { wallboard: tokenOf(newer) });
  await rostrum.until(third.heard, 'connect');
  await rostrum.wallboards.remove(wallboard.id);
  await rostrum.until(third.heard, 'disconnect');
  expect(third.heard).toEqual(['connect', 'signed-out', 'disconnect']);
});
