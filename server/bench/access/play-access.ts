import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { POST as checked } from '@/app/api/conferences/[conferenceId]/commands/route';
import { serveTasks } from '@/server/bench/process/tasks';
import { readConfig } from '@/server/config';
import { buildCore } from '@/server/core';
import { createEdge } from '@/server/http/edge';
import { answerWebhooks } from '@/server/http/webhook-door';
import { createLogger } from '@/server/logger/create-logger';
import { openSignIn } from '@/server/open-sign-in';
import { provideServices } from '@/server/services';
import { openStorage } from '@/server/storage/open-storage';
import { openDatabase } from '@/server/store/open-store';
import type { AccessTasks } from './access-tasks';
import { openCookies } from './open-cookies';
import { unchecked } from './unchecked-commands';

/**
 * Rostrum without its pages, with the route of commands twice: as it is, and without asking who asks. Next,
 * which costs both the same, is left out, so that what is looked for stands out.
 */
export async function playAccess(): Promise<void> {
  const config = readConfig({ ...process.env, TRUST_PROXY: '127.0.0.1', LOG_LEVEL: 'error' });
  const { dataDir, databaseUrl, carrier } = config;
  if (carrier.kind !== 'carrier') throw new Error('The bench brings a carrier of its own');
  const database = await openDatabase({ dataDir, databaseUrl });
  const logger = createLogger(config);
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const url = new URL(`http://127.0.0.1:${port}`);
  const onFailure = (problem: string) => {
    logger.error({ problem }, 'Signing in failed');
  };
  const signIn = await openSignIn({ config, database, url, showCode: () => undefined, onFailure });
  const { apiUrl, apiKey, publicKeys } = carrier;
  const core = await buildCore({
    ...{ config, signIn, logger, pause, store: database.store, activityReads: database.activity },
    announcements: database.announcements,
    relay: database.relay,
    inboundRules: database.inboundRules,
    supervisorPhones: database.supervisorPhones,
    alertTables: database.alerts,
    queueHistory: database.queueHistory,
    wallboards: database.wallboards,
    recordingTables: database.recordings,
    storage: await openStorage(config.recordings),
    door: { apiUrl, apiKey, publicKeys, controlUrl: null, recordingHosts: [], webhookUrl: null },
    now: () => Date.now() * 1000,
  });
  provideServices(core.services);
  const edge = createEdge({ isDevelopment: false, publicUrl: null, trustProxy: '127.0.0.1' });
  const webhooks = answerWebhooks(core.services.receiveDelivery);
  server.on('request', (request, response) => {
    edge.request(request, response);
    if (request.url?.startsWith('/api/webhooks/') === true) webhooks(request, response);
    else void answer(request, response);
  });
  await core.start();
  serveTasks<AccessTasks>({
    port: () => port,
    cookies: (count) => openCookies(signIn.services, url, count),
  });
  process.stdout.write('ready\n');
}

async function answer(asked: IncomingMessage, response: ServerResponse): Promise<void> {
  const [, door = '', , conferenceId = ''] = (asked.url ?? '').split('/');
  const chunks: Buffer[] = [];
  for await (const chunk of asked) chunks.push(chunk as Buffer);
  const request = new Request(`http://127.0.0.1${asked.url ?? ''}`, {
    method: 'POST',
    headers: Object.entries(asked.headers).map(([name, value]): [string, string] => [
      name,
      String(value),
    ]),
    body: Buffer.concat(chunks),
  });
  const context = { params: Promise.resolve({ conferenceId }) };
  const answered = await (door === 'open' ? unchecked : checked)(request, context);
  response.writeHead(answered.status, Object.fromEntries(answered.headers));
  response.end(Buffer.from(await answered.arrayBuffer()));
}
