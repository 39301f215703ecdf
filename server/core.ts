import type { KeyObject } from 'node:crypto';
import type { Logger } from 'pino';
import Telnyx from 'telnyx';
import {
  type CommandId,
  type ConferenceId,
  conferenceStream,
  creationStream,
} from '@/lib/domain/ids';
import { regionOf } from '@/lib/domain/conference/view';
import type { Micros } from '@/lib/domain/stamp';
import { createActivity } from './activity/create-activity';
import type { ActivityReads } from './activity/ports';
import { tellCommand } from './activity/tell-command';
import { openAlerts } from './alert/open-alerts';
import type { AlertTables } from './alert/ports';
import { createAnnouncements } from './announcements/create-announcements';
import type { AnnouncementTable } from './announcements/ports';
import { createApplications } from './application/create-applications';
import { openSupervision } from './supervision/open-supervision';
import type { SupervisorPhones } from './supervision/ports';
import { readAuthSecret } from './auth/auth-secret';
import { endLostCalls } from './call/end-lost-calls';
import { openCalls } from './call/open-calls';
import { createApplicationCarrier } from './carrier/application-carrier';
import { createCallCarrier } from './carrier/call-carrier';
import type { Pause } from './carrier/carrier-call';
import { createCarrierReader } from './carrier/carrier-reader';
import { createConferenceCarrier } from './carrier/conference-carrier';
import { createMediaCarrier } from './carrier/media-carrier';
import { createQueueCarrier } from './carrier/queue-carrier';
import { createRecordingCarrier } from './carrier/recording-carrier';

import { createThrottle } from './carrier/throttle';
import { askOfParticipant } from './conference/ask-carrier';
import { createConference } from './conference/create-conference';
import { creationKind } from './conference/creation-job';
import { createDialWatch } from './conference/dial-watch';
import { askForDoubts } from './conference/doubts';
import { invitationKind } from './conference/invitation-job';
import { listEnded } from './conference/list-ended';
import { reconcileJob, reconcileKind } from './conference/reconcile-job';
import { createReconciler } from './conference/reconcile-worker';
import { createMuteOnEntryWorker, muteOnEntryKind, watchEntries } from './conference/mute-on-entry';
import { runConferenceCommand } from './conference/run-conference-command';
import { createCreationWorker } from './conference/run-creation';
import { createInvitationWorker } from './conference/run-invitation';
import type { Config } from './config';
import { createIsSameOrigin } from './http/known-host';
import { createWriteLimits } from './http/limit-writes';
import { tellSignIns } from './http/tell-sign-ins';
import { createHub, type Hub } from './hub/create-hub';
import { openInbound } from './inbound/open-inbound';
import type { InboundRuleTable } from './inbound/ports';
import { createDoorWatch } from './ingest/door-watch';
import { lastVerified, listDeliveries } from './ingest/list-deliveries';
import { createReceiveDelivery } from './ingest/receive-delivery';
import { runJobs } from './jobs/run-jobs';
import { type CarrierAnswer, CarrierReadError } from './log/carrier-answer';
import { openLog } from './log/log';
import { markUnanswered } from './log/mark-unanswered';
import type { Store } from './log/ports';
import { createMediaLibrary } from './media/create-media-library';
import { createMetrics } from './metrics';
import { createCallList } from './overview/call-list';
import { createCarrierWatch, heardOf } from './overview/carrier-watch';
import { createOutbound } from './outbound/create-outbound';
import { createOverview } from './overview/overview';
import { queueRow } from './overview/queue-row';
import { openQueues } from './queue/open-queues';
import type { QueueHistory } from './queue/ports';
import { openRelay } from './relay/open-relay';
import type { RelayTable } from './relay/ports';
import { unsavedLine } from './recording/await-saved';
import { expiredLine } from './recording/expired-line';
import { openRecordings } from './recording/open-recordings';
import type { RecordingTables } from './recording/ports';
import type { RecordingStorage } from './recording/storage-port';
import { createRehearsal } from './rehearsal/rehearsal';
import { openWallboards } from './wallboard/open-wallboards';
import type { WallboardTable } from './wallboard/ports';
import type { SignIn } from './open-sign-in';
import type { Services } from './services';

const carrierTimeoutMs = 8_000;
const jobsAtOnce = 2;
const lookAtSocketsEveryMs = 30_000;
const catchUpEveryMs = 5_000;
// Longer than any command takes, those to hundreds of legs one by one included.
const unansweredAfter: Micros = 120_000_000;
const unansweredEveryMs = 30_000;
const sweepActivityEveryMs = 20_000;
const sweepRetentionEveryMs = 3_600_000;
const retention: Micros = 30 * 86_400 * 1_000_000;

/** The carrier as it is reached: the real one, or the simulator that has just started. */
export interface CarrierDoor {
  readonly apiUrl: string;
  readonly apiKey: string;
  readonly publicKeys: readonly KeyObject[];
  /** Of the simulator only. */
  readonly controlUrl: string | null;
  /** From where its links to recordings may lead, as RECORDING_HOSTS says. */
  readonly recordingHosts: readonly string[];
  /** Where its webhooks have to go; null where our public address is not known. */
  readonly webhookUrl: string | null;
}

/** What the core is built of. */
export interface CoreParts {
  readonly config: Config;
  readonly store: Store;
  readonly activityReads: ActivityReads;
  readonly announcements: AnnouncementTable;
  readonly relay: RelayTable;
  readonly inboundRules: InboundRuleTable;
  readonly supervisorPhones: SupervisorPhones;
  readonly alertTables: AlertTables;
  readonly queueHistory: QueueHistory;
  readonly wallboards: WallboardTable;
  readonly recordingTables: RecordingTables;
  readonly storage: RecordingStorage;
  readonly signIn: SignIn;
  readonly door: CarrierDoor;
  readonly logger: Logger;
  readonly now: () => Micros;
  readonly pause: Pause;
}

/** Everything but the web: what the routes ask, and the hub. */
export interface Core {
  readonly services: Services;
  readonly hub: Hub;
  /** Begins to read the carrier and to do jobs. */
  start(): Promise<void>;
  /** Ends what runs, in order, and closes the store. */
  stop(): Promise<void>;
}

/** Builds and connects everything once; nothing is found through a module. */
export async function buildCore(parts: CoreParts): Promise<Core> {
  const { config, store, signIn, door, logger, now, pause } = parts;
  const log = await openLog(store, now, (error) => {
    logger.error({ err: error }, 'A follower of the log failed');
  });
  const doorWatch = createDoorWatch();
  const watch = createCarrierWatch({
    isSimulator: config.carrier.kind === 'simulator',
    now,
    hasLiveCalls: () => log.liveNames().some((name) => !name.startsWith('queue:')),
    countCalls: () => log.liveNames().filter((name) => name.startsWith('call:')).length,
    isClockOrKeyWrong: doorWatch.isClockOrKeyWrong,
  });
  const onFailedWork = (error: unknown) => {
    if (error instanceof CarrierReadError) watch.failedRead(error);
    else logger.error({ err: error }, 'Work failed');
  };
  const outbound = createOutbound({ allowed: config.outboundHosts });
  const alerts = openAlerts({
    ...{ log, store, tables: parts.alertTables, history: parts.queueHistory, outbound, now },
    timeZone: config.timeZone,
    installationSecret: readAuthSecret(config.signIn.secret, config.dataDir),
    knownQueues: () => queues.services.list().map(({ name }) => name),
    carrierNow: watch.carrierNow,
    onFailure: onFailedWork,
  });
  const overview = createOverview({ log, watch, alerts, now });
  const isSameOrigin = createIsSameOrigin(config);
  const { sessions } = signIn.services;
  const wallboards = openWallboards(parts.wallboards, now);
  const guard = {
    ...{ sessions, news: signIn.news, boards: wallboards.links },
    everyMs: lookAtSocketsEveryMs,
  };
  const callList = createCallList(log);
  const client = new Telnyx({
    apiKey: door.apiKey,
    baseURL: door.apiUrl,
    maxRetries: 0,
    timeout: carrierTimeoutMs,
  });
  const throttle = createThrottle(config.carrierReadsPerSecond, () => performance.now(), pause);
  const connectionId = config.carrier.connectionId;
  const recordings = openRecordings({
    ...{ log, store, tables: parts.recordingTables, storage: parts.storage, now },
    carrier: createRecordingCarrier(client, throttle, connectionId),
    nameAtCarrier: async (id) =>
      (await conferenceCarrier.readConference(id as ConferenceId, null))?.description.name ?? null,
    hosts: door.recordingHosts,
    dir: config.recordings.dir,
    maxBytes: config.recordings.maxBytes,
    isShared: config.databaseUrl !== null,
    isWatched: () => hub.isWatched('recordings'),
    timeZone: config.timeZone,
    onExpired: (expired) => activity.tell(expiredLine(expired, now())),
    onFailedTry: (failed) => {
      logger.warn(failed, 'A recording could not be archived this time');
    },
    onUnsaved: (unsaved) => activity.tell(unsavedLine(unsaved, now())),
    onFailure: onFailedWork,
  });
  const lists = { overview, calls: callList, recordings: recordings.news };
  const hub = createHub({ log, store, lists, now, isSameOrigin, guard });
  const metrics = createMetrics({
    sockets: hub.sockets,
    liveStreams: () => log.liveNames().length,
  });
  log.follow(({ events }) => {
    metrics.countEvents(events.length);
  });

  const regions = config.carrierRegions;
  const conferenceCarrier = createConferenceCarrier({ client, regions, throttle, pause });
  const callCarrier = createCallCarrier({ client, throttle, pause });
  const onAnswer = (answer: CarrierAnswer) => {
    watch.answered(answer);
    metrics.countCommand(answer.kind);
  };
  const reconciler = createReconciler({
    log,
    carrier: conferenceCarrier,
    now,
    onRead: watch.completedRead,
    isWatched: (id) => hub.isWatched(conferenceStream(id)),
    onFailure: onFailedWork,
  });
  const doubts = askForDoubts(log, now);
  const books = { log, store, inFlight: new Set<CommandId>(), tell: tellCommand };
  const commandParts = { ...books, now, onAnswer };
  const conferenceParts = { ...commandParts, carrier: conferenceCarrier, connectionId };
  const callParts = { ...commandParts, carrier: callCarrier, connectionId };
  const inbound = openInbound({
    ...{ table: parts.inboundRules, calls: callParts, conferences: conferenceParts, now },
    onFailure: onFailedWork,
  });
  const relayParts = { log, store, table: parts.relay, outbound, now };
  const relay = openRelay({ ...relayParts, onFailure: onFailedWork });
  const receiveDelivery = createReceiveDelivery({
    log,
    carrier: createCarrierReader(door.publicKeys),
    watch: doorWatch,
    now,
    forwarding: relay.forwarding,
    onFact: (told, batch) => {
      for (const job of inbound.jobsOf(told)) batch.addJob(job);
      recordings.heard(told.fact, told.connectionId, batch);
    },
    onVerified: ({ receivedAt, fact }) => {
      if (fact !== null) recordings.stored(fact);
      metrics.countDelivery('verified');
      watch.heardWebhook(receivedAt, fact === null ? null : heardOf(fact));
    },
    onStoreFailure: (error) => {
      watch.failedStore();
      metrics.countDelivery('not-stored');
      logger.error({ err: error }, 'A delivery could not be stored');
    },
  });

  const activity = createActivity({
    log,
    now,
    reads: parts.activityReads,
    onFailure: (error) => {
      logger.error({ err: error }, 'Activity could not be stored');
    },
  });
  const calls = openCalls({
    ...{ ...callParts, carrierNow: watch.carrierNow },
    rows: callList.rows,
    isWatched: () => hub.isWatched('calls'),
    onFailure: onFailedWork,
  });
  const supervision = openSupervision({
    ...commandParts,
    ...{ phones: parts.supervisorPhones, connectionId },
    carrier: {
      ...conferenceCarrier,
      runCall: (leg, command, commandId) => callCarrier.run(leg, command, commandId),
    },
  });
  const queues = openQueues({
    ...commandParts,
    carrier: createQueueCarrier({ client, throttle, pause }),
    callers: {
      command: (leg, command, request) => calls.services.run(leg, { ...request, command }),
      commandAgain: (leg, command, commandId) => callCarrier.run(leg, command, commandId),
      join: (id, command, by) => runConferenceCommand(conferenceParts, id, { ...by, command }),
      joinAgain: async (id, command, commandId) => {
        const view = await log.read(conferenceStream(id));
        const region = view === null ? null : regionOf(view.state);
        return conferenceCarrier.run(id, command, commandId, region);
      },
    },
    history: parts.queueHistory,
    carrierNow: watch.carrierNow,
    rows: () => overview.all().upserted.flatMap((row) => (row.kind === 'queue' ? [row] : [])),
    rowOf: (queue) => queueRow(queue, alerts.standingOf(queue.name), null),
    isWatched: (stream) => hub.isWatched(stream),
    onRead: watch.completedRead,
    onFailure: onFailedWork,
  });
  const dials = createDialWatch(log, now);
  const entries = watchEntries(log, now);
  const services: Services = {
    receiveDelivery,
    signIn: {
      ...signIn.services,
      door: tellSignIns(signIn.services.door, { ...signIn.services, activity, now }),
    },
    activity,
    media: createMediaLibrary({
      carrier: createMediaCarrier(client, pause),
      now,
      onFailedRead: watch.failedRead,
    }),
    announcements: createAnnouncements(parts.announcements, now),
    applications: createApplications({
      carrier: createApplicationCarrier(client, pause),
      connectionId,
      webhookUrl: door.webhookUrl,
      lastVerified: () => lastVerified({ store, connectionId }),
      onFailedRead: watch.failedRead,
    }),
    supervisions: supervision.services,
    alerts: alerts.services,
    wallboards: wallboards.services,
    conferences: {
      live: () =>
        overview.all().upserted.flatMap((row) => (row.kind === 'conference' ? [row] : [])),
      ended: (page) => listEnded(store, page),
      read: (id) => log.read(conferenceStream(id)),
      participant: (id, leg) =>
        askOfParticipant({ log, carrier: conferenceCarrier, now }, id, leg).catch(
          (error: unknown) => {
            if (error instanceof CarrierReadError) watch.failedRead(error);
            throw error;
          },
        ),
      events: (id, range) => store.readEvents(conferenceStream(id), range),
      run: (id, request) => runConferenceCommand(conferenceParts, id, request),
      create: (request) => createConference(conferenceParts, request),
      creation: (id) => log.read(creationStream(id)),
    },
    calls: calls.services,
    queues: queues.services,
    relay: relay.service,
    inboundRules: inbound.service,
    recordings: recordings.services,
    deliveries: {
      list: (query) => listDeliveries({ store, watch: doorWatch, connectionId }, query),
    },
    rehearsal:
      door.controlUrl === null
        ? null
        : createRehearsal(door.controlUrl, door.apiKey, (ahead) => {
            if (watch.heardClock(ahead)) alerts.clockMoved();
          }),
    health: {
      ready: () => store.check(),
      metrics: (token) => metrics.textFor(token, config.metricsToken),
    },
    isSameOrigin,
    limitWrites: createWriteLimits(() => performance.now()),
    now,
    logFailure: (requestId, error) => {
      logger.error({ err: error, requestId }, 'A request failed');
    },
  };

  const stops: (() => void | Promise<void>)[] = [];
  const every = (ms: number, work: () => Promise<unknown>) => {
    const timer = setInterval(() => {
      work().catch(onFailedWork);
    }, ms);
    stops.push(() => {
      clearInterval(timer);
    });
  };
  const readBackUnanswered = (before: Micros) =>
    markUnanswered(books, before, ({ stream }) =>
      stream.startsWith('conference:')
        ? [reconcileJob(stream.slice('conference:'.length) as ConferenceId, 'unknown', now())]
        : queues.readBack(stream),
    );

  return {
    services,
    hub,
    start: async () => {
      // On one machine every command left `sent` is of a process that ended; on several, wait.
      await readBackUnanswered(config.databaseUrl === null ? Infinity : now() - unansweredAfter);
      const jobs = runJobs({
        store,
        now,
        workers: {
          ...calls.workers,
          [reconcileKind]: reconciler.worker,
          [invitationKind]: createInvitationWorker({ ...conferenceParts, watch: dials }),
          [creationKind]: createCreationWorker({ ...conferenceParts, watch: dials }),
          [muteOnEntryKind]: createMuteOnEntryWorker(conferenceParts),
          ...supervision.workers,
        },
        concurrency: jobsAtOnce,
        onFailure: (_job, error) => {
          onFailedWork(error);
        },
      });
      stops.push(
        log.onJobs(() => {
          jobs.wake();
        }),
        log.follow(doubts),
        log.follow(dials.follow),
        log.follow(entries.follow),
        supervision.start(),
        reconciler.startSweep(),
        queues.start(),
        calls.start(),
        () => jobs.stop(),
        () => alerts.stop(),
      );
      await alerts.start();
      stops.push(await relay.start(), await inbound.start(), await recordings.start());
      entries.askAll();
      // With the embedded database nobody else writes.
      if (config.databaseUrl !== null) every(catchUpEveryMs, () => log.catchUp());
      every(sweepActivityEveryMs, () => activity.sweep(false));
      every(unansweredEveryMs, () => readBackUnanswered(now() - unansweredAfter));
      every(sweepRetentionEveryMs, async () => {
        await endLostCalls(log, now());
        await store.deleteOlderThan(now() - retention);
      });
    },
    stop: async () => {
      for (const stop of stops) await stop();
      overview.stop();
      callList.stop();
      await hub.close();
      outbound.close();
      await activity.sweep(true);
      await signIn.news.close();
      await log.close();
      await store.close();
    },
  };
}
