import type { AlertRow } from '@/lib/contract/alert';
import type { Micros } from '@/lib/domain/stamp';
import { runJobs } from '@/server/jobs/run-jobs';
import type { Log } from '@/server/log/log';
import type { Store } from '@/server/log/ports';
import type { Outbound } from '@/server/outbound/create-outbound';
import type { QueueHistory } from '@/server/queue/ports';
import { createAlertBook } from './alert-book';
import { createAlertWebhook, webhookKind } from './alert-webhook';
import type { AlertServices, AlertTables, QueueStanding } from './ports';
import { createTargetBook } from './target-book';
import { createWaitBook } from './wait-book';
import { lookKind, watchQueues } from './watch-queues';

// A look takes milliseconds, a post up to ten seconds: neither waits for the other, nor for reads of the carrier.
const looksAtOnce = 1;
const postsAtOnce = 2;
const refreshEveryMs = 5_000;
const gatheringMs = 100;

/** Targets and alerts, built: what routes ask, what rows show, and what runs. */
export interface Alerts {
  readonly services: AlertServices;
  /** The open alerts, as rows of the overview. */
  readonly rows: () => readonly AlertRow[];
  readonly standingOf: (queue: string) => QueueStanding;
  /** The carrier's clock has jumped: a simulator's was moved on. */
  readonly clockMoved: () => void;
  start(): Promise<void>;
  stop(): Promise<void>;
}

/** What alerts are built of. */
export interface AlertsParts {
  readonly log: Log;
  readonly store: Store;
  readonly tables: AlertTables;
  readonly history: Pick<QueueHistory, 'waits'>;
  readonly outbound: Pick<Outbound, 'check' | 'post'>;
  readonly timeZone: string;
  readonly installationSecret: string;
  readonly knownQueues: () => readonly string[];
  readonly now: () => Micros;
  readonly carrierNow: () => Micros;
  readonly onFailure: (error: unknown) => void;
}

/** Builds everything of targets and alerts. */
export function openAlerts(parts: AlertsParts): Alerts {
  const { log, store, tables, now, carrierNow, onFailure } = parts;
  const alerts = createAlertBook({ store, reads: tables.reads, now });
  const waits = createWaitBook(parts);
  const targets = createTargetBook({
    table: tables.targets,
    now,
    timeZone: parts.timeZone,
    knownQueues: parts.knownQueues,
    onChange: () => {
      watch.lookAtAll();
    },
  });
  const watch = watchQueues({ log, alerts, targets, waits, now, carrierNow });
  const webhook = createAlertWebhook({ ...parts, table: tables.webhook });
  const stops: (() => void | Promise<void>)[] = [];

  const refresh = async () => {
    try {
      for (const queue of await alerts.refresh()) watch.lookSoon(queue);
      if (await targets.refresh()) watch.lookAtAll();
    } catch (error) {
      onFailure(error);
    }
  };
  // Queues move by the hundred a second: what other nodes wrote meanwhile is read once.
  let soon: NodeJS.Timeout | undefined;
  const refreshSoon = () => {
    soon ??= setTimeout(() => {
      void refresh().finally(() => {
        soon = undefined;
      });
    }, gatheringMs);
  };

  return {
    services: { page: alerts.page, acknowledge: alerts.acknowledge, targets, webhook },
    rows: alerts.rows,
    standingOf: watch.standingOf,
    clockMoved: watch.lookAtAll,
    start: async () => {
      await Promise.all([alerts.refresh(), targets.refresh()]);
      for (const queue of watch.queues()) await waits.load(queue);
      const run = (kind: string, worker: typeof watch.worker, concurrency: number) =>
        runJobs({
          ...{ store, now, workers: { [kind]: worker }, concurrency },
          onFailure: (_job, error) => {
            onFailure(error);
          },
        });
      const looks = run(lookKind, watch.worker, looksAtOnce);
      const posts = run(webhookKind, webhook.worker, postsAtOnce);
      const timer = setInterval(refreshSoon, refreshEveryMs);
      stops.push(
        log.follow(waits.follow),
        log.follow(watch.follow),
        log.onJobs(() => {
          looks.wake();
          posts.wake();
        }),
        store.onMoved((moved) => {
          if (moved.some(({ name }) => name.startsWith('queue:'))) refreshSoon();
        }),
        () => {
          clearInterval(timer);
          clearTimeout(soon);
        },
        () => looks.stop(),
        () => posts.stop(),
      );
      watch.lookAtAll();
    },
    stop: async () => {
      watch.stop();
      for (const stop of stops) await stop();
    },
  };
}
