import { once } from 'node:events';
import { z } from 'zod';
import { createRecordedFiles } from './audio/recorded-files';
import { controlRoutes } from './control/control-routes';
import { createVirtualClock } from './engine/clock';
import { createFaults } from './engine/faults';
import { createIds } from './engine/ids';
import { createRandom } from './engine/random';
import { addOwnApplication } from './network/applications';
import { webhookRouteOf } from './network/webhook-routes';
import { clearWorld, createWorld } from './network/world';
import { type FullOptions, simulatorOptionsSchema, type SimulatorOptions } from './options';
import { applicationRoutes } from './rest/application-routes';
import { callRoutes } from './rest/call-routes';
import { createCommandMemory } from './rest/command-memory';
import { conferenceActionRoutes } from './rest/conference-action-routes';
import { conferenceRoutes } from './rest/conference-routes';
import { conferenceSoundRoutes } from './rest/conference-sound-routes';
import { createFrontDoor } from './rest/front-door';
import { mediaRoutes } from './rest/media-routes';
import { queueRoutes } from './rest/queue-routes';
import { deliveryRoutes, recordingRoutes } from './rest/record-routes';
import { createRouter } from './rest/router';
import { voiceRoutes } from './rest/voice-routes';
import { createDirector } from './scenarios/director';
import { quiet } from './scenarios/quiet';
import { supportFloor } from './scenarios/support-floor';
import { townHall } from './scenarios/town-hall';
import { createDownloads, recordingsPath } from './storage/downloads';
import { createEmit } from './webhooks/carrier-event';
import { createDeliveryLog } from './webhooks/delivery-log';
import { createPostWebhook } from './webhooks/post-webhook';
import { createSigner } from './webhooks/signer';
import { createWebhookSender } from './webhooks/webhook-sender';

/** A carrier that runs here (ARCHITECTURE §6). */
export interface Simulator {
  /** Base address of its API, as the official client wants it. */
  readonly url: string;
  /** Base address of its controls; same key. */
  readonly controlUrl: string;
  /** What its webhooks are signed with: Base64 of the raw 32 bytes. */
  readonly publicKey: string;
  close(): Promise<void>;
}

const WEBHOOKS_IN_FLIGHT = 64;

function assemble(options: FullOptions) {
  const { connectionId, apiKey, webhookUrl, webhookUrlFailover } = options;
  const switches = { ...options.switches };
  const webhookUrls = [
    webhookUrl,
    ...(webhookUrlFailover === undefined ? [] : [webhookUrlFailover]),
  ];
  const clock = createVirtualClock();
  const ids = createIds();
  const faults = createFaults(createRandom(options.seed));
  const log = createDeliveryLog();
  const signer = createSigner();
  const poster = createPostWebhook(WEBHOOKS_IN_FLIGHT);
  const sender = createWebhookSender({
    clock,
    ids,
    faults,
    random: createRandom(options.seed + 1),
    signer,
    log,
    post: poster.post,
    inFlight: WEBHOOKS_IN_FLIGHT,
  });
  const routeOf = (type: string, payload: Record<string, unknown>) =>
    webhookRouteOf(world, type, payload);
  const emit = createEmit({ clock, ids, switches, routeOf }, (event) => {
    sender.send(event);
  });
  const world = createWorld({ clock, ids, switches, connectionId, webhookUrls, emit });
  addOwnApplication(world);
  const files = createRecordedFiles();
  const memory = createCommandMemory(clock, switches.commandIdWindowMs);
  const director = createDirector(world, [quiet, townHall, supportFloor], options.seed);
  const reset = () => {
    director.forget();
    faults.clear();
    clock.clear();
    sender.clear();
    log.clear();
    memory.clear();
    for (const recording of world.recordings.values()) files.forget(recording);
    Object.assign(switches, options.switches);
    clearWorld(world);
    addOwnApplication(world);
  };
  const rest = createRouter([
    ...conferenceRoutes(world, memory),
    ...conferenceActionRoutes({ world, memory, faults }),
    ...conferenceSoundRoutes(world, memory),
    ...callRoutes(world, memory),
    ...queueRoutes(world),
    ...applicationRoutes(world),
    ...mediaRoutes(world),
    ...voiceRoutes(),
    ...recordingRoutes(world, files),
    ...deliveryRoutes(log),
  ]);
  const control = createRouter(
    controlRoutes({ world, clock, faults, log, director, files, reset }),
  );
  const downloads = createDownloads({ world, clock, faults, files });
  const server = createFrontDoor({ apiKey, clock, faults, rest, control, downloads });
  const { publicKey } = signer;
  return { server, world, clock, sender, poster, director, files, publicKey };
}

/**
 * Starts a carrier on a loopback port. Throws a ZodError for options that make no sense, and the
 * system's error when the port is taken.
 */
export async function createSimulator(given: SimulatorOptions): Promise<Simulator> {
  const options = simulatorOptionsSchema.parse(given);
  const parts = assemble(options);
  const { server, world, clock, sender, poster, director, files } = parts;
  server.listen(options.port, '127.0.0.1');
  await once(server, 'listening');
  const { port } = z.object({ port: z.number() }).parse(server.address());
  const origin = `http://127.0.0.1:${port}`;
  world.mediaUrl = `${origin}${recordingsPath}`;
  if (options.scenario !== null) director.start({ name: options.scenario });
  return {
    url: `${origin}/v2`,
    controlUrl: `${origin}/control`,
    publicKey: parts.publicKey,
    async close() {
      clock.close();
      sender.clear();
      poster.close();
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
      await files.close();
    },
  };
}
