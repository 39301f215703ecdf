import { createServer } from 'node:http';
import { pino } from 'pino';
import { readPublicKey } from '@/server/carrier/verify-signature';
import { readConfig } from '@/server/config';
import { buildCore, type Core } from '@/server/core';
import { createEdge } from '@/server/http/edge';
import { answerWebhooks } from '@/server/http/webhook-door';
import type { Store } from '@/server/log/ports';
import { openSignIn, type SignIn } from '@/server/open-sign-in';
import type { RecordingStorage } from '@/server/recording/storage-port';
import { provideServices } from '@/server/services';
import { openStorage } from '@/server/storage/open-storage';
import { openDatabase } from '@/server/store/open-store';
import { loadRoutes } from './serve-routes';
import { closed, connectionId, listen, type TestCarrier } from './test-carrier';
import { type TestClock, withoutWaiting } from './test-clock';

/** What a core is started with. */
export interface TestCoreStart {
  readonly dataDir: string;
  readonly databaseUrl?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly carrier: Pick<TestCarrier, 'url' | 'apiKey' | 'publicKey' | 'controlUrl'>;
  readonly clock: TestClock;
  /** Stands between the core and the store. */
  readonly wrap?: (store: Store) => Store;
  /** Another address of the carrier than the tap's. */
  readonly apiUrl?: string;
  readonly apiKey?: string;
  /** Waits in the carrier's adapter; at once when it is left out. */
  readonly pause?: (ms: number) => Promise<void>;
  /** Whether the carrier is one that can be steered: the simulator. */
  readonly hasControls?: boolean;
  /** Where recordings are kept; the folder that configuration names when it is left out. */
  readonly storage?: RecordingStorage;
  /** It hears webhooks at this address, and begins to work next. */
  readonly onListening?: (webhookUrl: string) => void;
}

/** A core that runs. */
export interface StartedTestCore {
  readonly url: string;
  readonly core: Core;
  readonly store: Store;
  readonly signIn: SignIn;
  stop(): Promise<void>;
}

const webhookPath = '/api/webhooks/telnyx';

/** Starts Rostrum without its pages on a loopback port, in whatever process this is. */
export async function startTestCore(start: TestCoreStart): Promise<StartedTestCore> {
  const { dataDir, carrier, clock } = start;
  const env = { TELNYX_CONNECTION_ID: connectionId, LOG_LEVEL: 'silent', ...start.env };
  const databaseUrl = start.databaseUrl ?? null;
  const config = { ...readConfig({ DATA_DIR: dataDir, ...env }), databaseUrl };
  const database = await openDatabase({ dataDir, databaseUrl, now: () => clock.now() });
  const opened = database.store;
  const store = withoutWaiting(start.wrap?.(opened) ?? opened, clock);
  const server = createServer();
  const url = await listen(server);
  const signIn = await openSignIn({
    config,
    database,
    url: new URL(url),
    showCode: () => undefined,
    onFailure: () => undefined,
  });
  const core = await buildCore({
    signIn,
    config,
    store,
    activityReads: database.activity,
    announcements: database.announcements,
    relay: database.relay,
    inboundRules: database.inboundRules,
    supervisorPhones: database.supervisorPhones,
    alertTables: database.alerts,
    queueHistory: database.queueHistory,
    wallboards: database.wallboards,
    recordingTables: database.recordings,
    storage: start.storage ?? (await openStorage(config.recordings)),
    door: {
      apiUrl: start.apiUrl ?? carrier.url,
      apiKey: start.apiKey ?? carrier.apiKey,
      publicKeys: [readPublicKey(carrier.publicKey)],
      controlUrl: start.hasControls === false ? null : carrier.controlUrl,
      // A tap stands before the carrier's API; its files come from itself.
      recordingHosts: [...config.recordings.hosts, new URL(carrier.controlUrl).origin],
      webhookUrl: `${url}${webhookPath}`,
    },
    logger: pino({ level: config.logLevel }),
    now: () => clock.now(),
    pause: start.pause ?? (() => Promise.resolve()),
  });
  const door = answerWebhooks(core.services.receiveDelivery);
  const routes = (await loadRoutes())(() => {
    provideServices(core.services);
  });
  const { publicUrl, signIn: signInConfig } = config;
  const { trustProxy } = signInConfig;
  const edge = createEdge({ isDevelopment: false, publicUrl, trustProxy });
  server.on('upgrade', edge.upgrade);
  server.on('request', (request, response) => {
    edge.request(request, response);
    if (request.url === webhookPath && request.method === 'POST') door(request, response);
    else if (request.url?.startsWith('/socket.io') !== true) routes(request, response);
  });
  core.hub.io.attach(server);
  start.onListening?.(`${url}${webhookPath}`);
  await core.start();
  const stop = async () => {
    await core.stop();
    await closed(server);
  };
  return { url, core, store, signIn, stop };
}
