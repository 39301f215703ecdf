import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import Telnyx from 'telnyx';
import { createSimulator, type Simulator } from '@/server/simulator/create-simulator';
import type { SimulatorOptions } from '@/server/simulator/options';

/** One request that Rostrum made of the carrier, as it went over the wire. */
export interface CarrierRequest {
  readonly method: string;
  /** With its query, without the `/v2`. */
  readonly path: string;
  readonly body: unknown;
  readonly status: number;
}

/** A fault of the simulator's (ARCHITECTURE §6). */
export interface FaultSetting {
  readonly kind: string;
  readonly rate: number;
  readonly ms?: number;
  readonly share?: number;
  readonly afterWork?: boolean;
  readonly method?: string;
  readonly count?: number;
}

/** What a tap may do to a request before the carrier sees it: answer in its place, or let it pass. */
export type Intercept = (
  method: string,
  path: string,
) => { readonly status: number; readonly body: unknown } | null;

/** The simulator, and a tap between it and Rostrum that counts what is asked. */
export interface TestCarrier {
  /** Base address of the tapped API. */
  readonly url: string;
  readonly controlUrl: string;
  readonly apiKey: string;
  readonly publicKey: string;
  /** Another client of the same account: not through the tap, so it is not counted. */
  readonly client: Telnyx;
  readonly requests: readonly CarrierRequest[];
  /** The requests that change something, of those whose path holds `part`. */
  commands(part?: string): CarrierRequest[];
  /** Sends webhooks there from now on; null answers 503, as a server that is down. */
  deliverTo(url: string | null): void;
  intercept(decide: Intercept | null): void;
  /** Is told of each answer before Rostrum is. */
  onAnswer(listener: ((request: CarrierRequest) => void) | null): void;
  control(method: string, path: string, body?: unknown): Promise<Record<string, unknown>>;
  fault(setting: FaultSetting): Promise<void>;
  /** Somebody calls in; the leg's id. */
  ring(from?: string, callerName?: string): Promise<string>;
  /** Somebody calls in and is answered. */
  caller(from?: string, callerName?: string): Promise<string>;
  /** A conference of so many people; its id and their legs, the creator first. */
  conference(people?: number, name?: string): Promise<{ id: string; legs: string[] }>;
  /** What the carrier's own list says of everybody in. */
  participants(conferenceId: string): Promise<Record<string, unknown>[]>;
  /** Waits until no webhook is on its way. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

/** The application that the calls of tests belong to. */
export const connectionId = '1684641123236054244';
const apiKey = 'KEY-of-the-tests';
const webhookPath = '/webhooks';

interface Tap {
  readonly server: Server;
  readonly requests: CarrierRequest[];
  carrierUrl: string;
  webhookUrl: string | null;
  intercept: Intercept | null;
  onAnswer: ((request: CarrierRequest) => void) | null;
}

/** Starts a carrier on loopback ports. */
export async function openTestCarrier(
  switches: SimulatorOptions['switches'] = {},
): Promise<TestCarrier> {
  const tap = await openTap();
  const { port } = tap.server.address() as AddressInfo;
  const origin = `http://127.0.0.1:${port}`;
  const webhookUrl = `${origin}${webhookPath}`;
  const quick = { retryDelaysMs: [20, 40, 80], recordingProcessingMs: 20 };
  const simulator = await createSimulator({
    apiKey,
    webhookUrl,
    connectionId,
    switches: { ...quick, ...switches },
  });
  tap.carrierUrl = simulator.url;
  const client = new Telnyx({ apiKey, baseURL: simulator.url, maxRetries: 0 });
  const control = controlOf(simulator);
  return {
    ...callsOf(client, control),
    url: `${origin}/v2`,
    controlUrl: simulator.controlUrl,
    apiKey,
    publicKey: simulator.publicKey,
    client,
    control,
    requests: tap.requests,
    commands: (part = '') =>
      tap.requests.filter(({ method, path }) => method !== 'GET' && path.includes(part)),
    deliverTo: (url) => {
      tap.webhookUrl = url;
    },
    intercept: (decide) => {
      tap.intercept = decide;
    },
    onAnswer: (listener) => {
      tap.onAnswer = listener;
    },
    close: async () => {
      await simulator.close();
      await closed(tap.server);
    },
  };
}

/** Ends a server and whatever is connected to it. */
export async function closed(server: Server): Promise<void> {
  if (!server.listening) return;
  const done = once(server, 'close');
  server.close();
  server.closeAllConnections();
  await done;
}

/** Listens on a free loopback port. */
export async function listen(server: Server): Promise<string> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

type Control = TestCarrier['control'];

function controlOf(simulator: Simulator): Control {
  return async (method, path, body) => {
    const response = await fetch(`${simulator.controlUrl}${path}`, {
      method,
      headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`${method} ${path}: ${await response.text()}`);
    return (await response.json()) as Record<string, unknown>;
  };
}

function callsOf(client: Telnyx, control: Control) {
  let nextNumber = 0;
  const ring = async (from?: string, callerName = 'Ada Whitfield') => {
    nextNumber += 1;
    const number = from ?? `+1212555${String(1000 + nextNumber).padStart(4, '0')}`;
    const asked = { from: number, to: '+13125550100', callerName };
    return String((await control('POST', '/calls', asked)).callControlId);
  };
  const caller = async (from?: string, callerName?: string) => {
    const leg = await ring(from, callerName);
    await client.calls.actions.answer(leg, {});
    return leg;
  };
  return {
    ring,
    caller,
    fault: async (setting: FaultSetting) => {
      await control('POST', '/faults', setting);
    },
    conference: async (people = 1, name = 'Board') => {
      const host = await caller();
      const { data } = await client.conferences.create({ call_control_id: host, name });
      const id = data?.id ?? '';
      const legs = [host];
      while (legs.length < people) {
        const leg = await caller();
        await client.conferences.actions.join(id, { call_control_id: leg });
        legs.push(leg);
      }
      return { id, legs };
    },
    participants: async (conferenceId: string) => {
      const query = { 'page[size]': 250 } as object;
      const { data } = await client.conferences.listParticipants(conferenceId, query);
      return data as unknown as Record<string, unknown>[];
    },
    settled: async () => {
      for (;;) {
        const { deliveries } = await control('GET', '/state');
        const { pending, retrying } = deliveries as { pending: number; retrying: number };
        if (pending + retrying === 0) return;
      }
    },
  };
}

async function openTap(): Promise<Tap> {
  const server = createServer();
  const tap: Tap = {
    server,
    requests: [],
    carrierUrl: '',
    webhookUrl: null,
    intercept: null,
    onAnswer: null,
  };
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    const isWebhook = request.url === webhookPath;
    (isWebhook ? passWebhook(tap, request, response) : passRequest(tap, request, response)).catch(
      () => response.destroy(),
    );
  });
  await listen(server);
  return tap;
}

async function passWebhook(tap: Tap, request: IncomingMessage, response: ServerResponse) {
  const body = await bytesOf(request);
  if (tap.webhookUrl === null) {
    response.writeHead(503).end();
    return;
  }
  const answer = await fetch(tap.webhookUrl, { method: 'POST', headers: kept(request), body });
  response.writeHead(answer.status).end(await answer.text());
}

async function passRequest(tap: Tap, request: IncomingMessage, response: ServerResponse) {
  const sent = await bytesOf(request);
  const method = request.method ?? 'GET';
  const path = (request.url ?? '/').replace(/^\/v2/, '');
  const asked = { method, path, body: bodyOf(request, sent) };
  const told = tap.intercept?.(method, path) ?? null;
  if (told !== null) {
    tell(tap, { ...asked, status: told.status });
    response.writeHead(told.status, { 'content-type': 'application/json' });
    response.end(JSON.stringify(told.body));
    return;
  }
  const hasBody = method !== 'GET' && method !== 'HEAD';
  const answer = await fetch(`${tap.carrierUrl}${path}`, {
    method,
    headers: kept(request),
    ...(hasBody ? { body: sent } : {}),
  }).catch(() => null);
  tell(tap, { ...asked, status: answer?.status ?? 0 });
  if (answer === null) {
    response.destroy();
    return;
  }
  const retryAfter = answer.headers.get('retry-after');
  const file = Buffer.from(await answer.arrayBuffer());
  response.writeHead(answer.status, {
    'content-length': file.length,
    'content-type': answer.headers.get('content-type') ?? 'application/json',
    ...(retryAfter === null ? {} : { 'retry-after': retryAfter }),
  });
  response.end(file);
}

function tell(tap: Tap, request: CarrierRequest): void {
  tap.requests.push(request);
  tap.onAnswer?.(request);
}

async function bytesOf(request: IncomingMessage): Promise<Buffer<ArrayBuffer>> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function kept(request: IncomingMessage): Record<string, string> {
  const unsaid = new Set(['host', 'connection', 'content-length', 'transfer-encoding']);
  return Object.fromEntries(
    Object.entries(request.headers).flatMap(([name, value]) =>
      unsaid.has(name) || typeof value !== 'string' ? [] : [[name, value]],
    ),
  );
}

function bodyOf(request: IncomingMessage, sent: Buffer): unknown {
  const isJson = request.headers['content-type']?.includes('json') === true;
  return isJson && sent.length > 0 ? JSON.parse(sent.toString()) : undefined;
}
