import { once } from 'node:events';
import { constants, existsSync } from 'node:fs';
import { access, mkdir, stat } from 'node:fs/promises';
import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { readPublicKey } from './carrier/verify-signature';
import { type Config, ConfigError } from './config';
import { buildCore, type CarrierDoor, type Core } from './core';
import { createEdge } from './http/edge';
import { answerWebhooks } from './http/webhook-door';
import { createIsKnownHost } from './http/known-host';
import { openPages } from './http/pages';
import { createLogger } from './logger/create-logger';
import { startSimulator } from './rehearsal/simulator-process';
import { provideServices } from './services';
import { openStorage } from './storage/open-storage';
import { openSignIn } from './open-sign-in';
import { openDatabase } from './store/open-store';

const webhookPath = '/api/webhooks/telnyx';
const unknownHost =
  'Rostrum listens on loopback and was asked for under another name: set PUBLIC_URL to the address people use\n';

/** Rostrum while it runs. */
export interface Rostrum {
  readonly url: string;
  stop(): Promise<void>;
}

/** How it is started beside its configuration. */
export interface StartOptions {
  readonly isDevelopment: boolean;
  /** The folder that holds `app` and `.next`. */
  readonly root: string;
  /** The simulator ended while it was needed. */
  readonly onLost: () => void;
  /** Shows the one-time code for the first account to whoever started Rostrum. */
  readonly showCode: (code: string) => void;
}

/** Starts everything: the store, the simulator where there is no carrier, the hub and the pages. */
export async function startRostrum(config: Config, options: StartOptions): Promise<Rostrum> {
  const logger = createLogger(config);
  await makeDataDir(config.dataDir);
  const { dataDir, databaseUrl } = config;
  const database = await openDatabase({ dataDir, databaseUrl });
  const { store, activity: activityReads, announcements, queueHistory } = database;
  const { alerts: alertTables, supervisorPhones, wallboards, relay, inboundRules } = database;
  const server = createServer();
  const undo: (() => Promise<unknown>)[] = [() => store.close(), () => closed(server)];
  try {
    let answer: RequestListener = (_request, response) => {
      response.writeHead(503, { 'retry-after': '1' }).end('Rostrum is starting');
    };
    const { trustProxy } = config.signIn;
    const edge = createEdge({ ...options, publicUrl: config.publicUrl, trustProxy });
    server.on('request', (request, response) => {
      // The carrier’s machine reads a status and nothing else; 800 people join in one burst.
      if (!isForDoor(config, request)) edge.request(request, response);
      answer(request, response);
    });
    const url = await listen(server, config);
    const carrier = await openCarrier(config, `${url}${webhookPath}`, options);
    undo.push(carrier.stop);
    const now = () => Date.now() * 1000;
    const signIn = await openSignIn({
      config,
      database,
      url: new URL(url),
      showCode: options.showCode,
      onFailure: (problem) => {
        logger.error({ problem }, 'Signing in failed');
      },
    });
    const { door } = carrier;
    const parts = {
      ...{ config, store, activityReads, announcements, alertTables, queueHistory, signIn },
      ...{ supervisorPhones, wallboards, relay, inboundRules, door, logger, now, pause },
    };
    const storage = await openStorage(config.recordings);
    const core = await buildCore({ ...parts, recordingTables: database.recordings, storage });
    undo[0] = () => core.stop();
    provideServices(core.services);
    // Before the hub's own listener; any earlier, nobody would answer or end what knocks meanwhile.
    server.on('upgrade', edge.upgrade);
    core.hub.io.attach(server);
    undo[1] = endOf(server);
    const pages = await openPages(server, { ...options, config });
    undo.push(pages.close);
    answer = route(config, core, pages.answer);
    await core.start();
    return { url, stop: () => stopAll(undo) };
  } catch (error) {
    await stopAll(undo);
    throw error;
  }
}

async function stopAll(undo: readonly (() => Promise<unknown>)[]): Promise<void> {
  for (const step of [...undo].reverse()) await step();
}

function route(config: Config, core: Core, pages: RequestListener): RequestListener {
  const door =
    config.webhookDoor === 'next' ? pages : answerWebhooks(core.services.receiveDelivery);
  const isKnownHost = createIsKnownHost(config);
  return (request, response) => {
    // Webhooks prove where they come from by their signature, whatever name they were sent to.
    if (isWebhook(request)) door(request, response);
    else if (!isWellFormed(request.url)) plain(response, 400, 'This address is not well formed\n');
    else if (isKnownHost(request.headers.host)) pages(request, response);
    else plain(response, 421, unknownHost);
  };
}

function isWebhook({ method, url }: IncomingMessage): boolean {
  return method === 'POST' && url === webhookPath;
}

/** Whether the bare server answers it by itself, and no page or route ever reads its headers. */
function isForDoor({ webhookDoor }: Config, request: IncomingMessage): boolean {
  return webhookDoor !== 'next' && isWebhook(request);
}

function plain(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'content-type': 'text/plain' }).end(text);
}

async function listen(server: Server, config: Config): Promise<string> {
  server.listen(config.port, config.host);
  try {
    await once(server, 'listening');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    throw new ConfigError([`PORT: ${config.port} is taken by another program; choose another`]);
  }
  const { port } = server.address() as AddressInfo;
  const host = config.host.includes(':') ? `[${config.host}]` : config.host;
  return `http://${host === '0.0.0.0' || host === '[::]' ? '127.0.0.1' : host}:${port}`;
}

async function openCarrier(
  config: Config,
  webhookUrl: string,
  options: StartOptions,
): Promise<{ door: CarrierDoor; stop: () => Promise<void> }> {
  const { carrier } = config;
  const { hosts: recordingHosts } = config.recordings;
  if (carrier.kind === 'carrier') {
    const { apiUrl, apiKey, publicKeys } = carrier;
    return {
      door: {
        ...{ apiUrl, apiKey, publicKeys, controlUrl: null, recordingHosts },
        webhookUrl: publicWebhookUrl(config),
      },
      stop: () => Promise.resolve(),
    };
  }
  const { port, apiKey, connectionId, scenario } = carrier;
  const start = { port, apiKey, connectionId, scenario, webhookUrl };
  const simulator = await startSimulator(start, options.onLost).catch((error: unknown) => {
    const variables = `SIMULATOR_PORT ${port}, SIMULATOR_SCENARIO ${scenario ?? 'none'}`;
    throw new ConfigError([`${variables}: ${reasonOf(error)}`]);
  });
  const { url: apiUrl, controlUrl, publicKey } = simulator;
  const publicKeys = [readPublicKey(publicKey)];
  // Its files lie where it answers.
  const hosts = [...recordingHosts, new URL(apiUrl).origin];
  return {
    door: { apiUrl, apiKey, publicKeys, controlUrl, webhookUrl, recordingHosts: hosts },
    stop: simulator.stop,
  };
}

function publicWebhookUrl({ publicUrl }: Config): string | null {
  return publicUrl === null ? null : new URL(webhookPath, publicUrl).href;
}

/** Makes the folder, one level at a time: Node's own way never ends where a parent cannot be made. */
async function makeDataDir(dir: string): Promise<void> {
  try {
    if (!existsSync(dirname(dir))) await makeDataDir(dirname(dir));
    if (!existsSync(dir)) await mkdir(dir);
    await access(dir, constants.W_OK | constants.X_OK);
    if (!(await stat(dir)).isDirectory()) throw new Error('it is a file');
  } catch (error) {
    if (error instanceof ConfigError) throw error;
    throw new ConfigError([`DATA_DIR: ${dir} cannot be written to: ${reasonOf(error)}`]);
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Whether a path can be decoded; Next answers one that cannot with a bare 500. */
function isWellFormed(url: string | undefined): boolean {
  try {
    decodeURIComponent((url ?? '/').split('?', 1)[0] ?? '/');
    return true;
  } catch {
    return false;
  }
}

async function closed(server: Server): Promise<void> {
  if (!server.listening) return;
  const done = once(server, 'close');
  server.close();
  server.closeAllConnections();
  await done;
}

/** How to end a server with those of its connections too that have become sockets of the hub. */
function endOf(server: Server): () => Promise<void> {
  const upgraded = new Set<Duplex>();
  server.on('upgrade', (_request, socket: Duplex) => {
    upgraded.add(socket);
    socket.once('close', () => upgraded.delete(socket));
  });
  return async () => {
    const done = closed(server);
    for (const socket of upgraded) socket.destroy();
    await done;
  };
}
