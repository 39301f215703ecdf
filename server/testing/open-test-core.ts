import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { io, type Socket } from 'socket.io-client';
import { expect, onTestFinished, vi } from 'vitest';
import type { ClientToServer, ServerToClient } from '@/lib/contract/hub';
import type { Conference } from '@/lib/domain/conference/conference';
import type { ConferenceId } from '@/lib/domain/ids';
import type { Role } from '@/lib/domain/permission';
import type { Core } from '@/server/core';
import type { Store } from '@/server/log/ports';
import type { SignIn } from '@/server/open-sign-in';
import { rehearsalCookie } from './rehearsal-cookie';
import { startTestCore, type TestCoreStart } from './start-test-core';
import { openTestCarrier, type TestCarrier } from './test-carrier';
import { createTestClock, type TestClock } from './test-clock';

/** A browser's socket to the hub. */
export type TestSocket = Socket<ServerToClient, ClientToServer>;

/** An answer of the API, read. */
export interface TestAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Record<string, unknown>;
}

/** What may differ from one socket to the next. */
interface SocketOptions {
  readonly origin?: string;
  readonly transports?: ('polling' | 'websocket')[];
  readonly cookie?: string;
}

/** Rostrum without its pages, on a loopback port, beside a carrier of its own. */
export interface TestCore {
  readonly url: string;
  readonly core: Core;
  readonly store: Store;
  readonly carrier: TestCarrier;
  /** Of whoever asks: an administrator. */
  readonly cookie: string;
  /** The Cookie header of a new session in this role. */
  cookieOf(role: Role): Promise<string>;
  readonly signIn: SignIn;
  readonly clock: TestClock;
  get(path: string, headers?: Record<string, string>): Promise<TestAnswer>;
  /** Posts JSON; a string or bytes go as they are. */
  post(path: string, body: unknown, headers?: Record<string, string>): Promise<TestAnswer>;
  /** The same by another method. */
  send(
    method: 'PUT' | 'PATCH' | 'DELETE',
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<TestAnswer>;
  /** Gives a conference a command under a new id, or under the one given. */
  command(id: string, type: string, fields?: object, commandId?: string): Promise<TestAnswer>;
  conference(id: string): Promise<{ seq: number; state: Conference }>;
  /** Waits until what is known of the conference satisfies the condition. */
  until(id: string, condition: (state: Conference) => boolean): Promise<Conference>;
  /** Connects a browser's socket; gone when the test is. */
  socket(options?: SocketOptions): TestSocket;
  /** Ends it as a shutdown would; the carrier goes on. */
  stop(): Promise<void>;
}

/** What may differ from one test to the next. */
export interface TestCoreOptions extends Partial<
  Omit<TestCoreStart, 'carrier' | 'clock' | 'onListening'>
> {
  readonly carrier?: TestCarrier;
  readonly now?: TestClock;
  /** Whether it listens to the carrier's webhooks; else another node does. */
  readonly hearsWebhooks?: boolean;
}

/** A directory that is gone when the test is. */
export function directoryForOneTest(): string {
  const dir = mkdtempSync(join(tmpdir(), 'rostrum-test-'));
  onTestFinished(() => {
    rmSync(dir, { recursive: true, force: true });
  });
  return dir;
}

/** Starts a core for the test that runs; it ends with the test. */
export async function openTestCore(options: TestCoreOptions = {}): Promise<TestCore> {
  const dataDir = options.dataDir ?? directoryForOneTest();
  const carrier = options.carrier ?? (await carrierForOneTest());
  const clock = options.now ?? createTestClock();
  const started = await startTestCore({
    ...options,
    ...{ dataDir, carrier, clock },
    onListening: (webhookUrl) => {
      if (options.hearsWebhooks !== false) carrier.deliverTo(webhookUrl);
    },
  });
  const { url, core, signIn, store } = started;
  const stop = once(() => started.stop());
  onTestFinished(stop);
  const cookie = await rehearsalCookie(signIn, url, 'administrator');
  return {
    ...{ url, cookie, signIn, core, store, carrier, clock, stop },
    cookieOf: (role) => rehearsalCookie(signIn, url, role),
    ...asking(url, core, cookie),
  };
}

/** A carrier that is gone when the test is. */
export async function carrierForOneTest(
  ...switches: Parameters<typeof openTestCarrier>
): Promise<TestCarrier> {
  const carrier = await openTestCarrier(...switches);
  onTestFinished(() => carrier.close());
  return carrier;
}

function once(work: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | null = null;
  return () => (done ??= work());
}

function asking(url: string, core: Core, cookie: string) {
  let commands = 0;
  const get: TestCore['get'] = async (path, headers = {}) =>
    answerOf(await fetch(`${url}${path}`, { headers: { cookie, ...headers } }));
  const sent = async (
    method: string,
    path: string,
    body: unknown,
    headers: Record<string, string> = {},
  ) => {
    const isRaw = typeof body === 'string' || Buffer.isBuffer(body);
    const json = { 'content-type': 'application/json', cookie, ...headers };
    const text = isRaw ? (body as BodyInit) : body === undefined ? null : JSON.stringify(body);
    return answerOf(await fetch(`${url}${path}`, { method, headers: json, body: text }));
  };
  const post: TestCore['post'] = (path, body, headers) => sent('POST', path, body, headers);
  const conference: TestCore['conference'] = async (id) => {
    const view = await core.services.conferences.read(id as ConferenceId);
    if (view === null) throw new Error(`Nothing was heard of conference ${id}`);
    return view;
  };
  return {
    get,
    post,
    send: sent,
    conference,
    command: (id: string, type: string, fields: object = {}, commandId?: string) => {
      commands += 1;
      return post(`/api/conferences/${id}/commands`, {
        commandId: commandId ?? `command-${commands}`,
        command: { type, fields },
      });
    },
    until: (id: string, condition: (state: Conference) => boolean) =>
      vi.waitFor(
        async () => {
          const { state } = await conference(id);
          expect(condition(state), 'the conference is as it should be').toBe(true);
          return state;
        },
        { timeout: 10_000, interval: 5 },
      ),
    socket: (options: SocketOptions = {}) => {
      const { origin, transports = ['websocket'] } = options;
      const from = { cookie: options.cookie ?? cookie };
      const extraHeaders = origin === undefined ? from : { ...from, origin };
      const socket: TestSocket = io(url, {
        transports,
        forceNew: true,
        reconnection: false,
        extraHeaders,
      });
      onTestFinished(() => {
        socket.close();
      });
      return socket;
    },
  };
}

async function answerOf(response: Response): Promise<TestAnswer> {
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json') === true;
  const body = (isJson ? JSON.parse(text) : { text }) as Record<string, unknown>;
  return { status: response.status, headers: response.headers, body };
}
