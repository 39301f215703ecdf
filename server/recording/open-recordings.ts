import { join } from 'node:path';
import type { CarrierFact } from '@/server/routing/carrier-fact';
import type { Micros } from '@/lib/domain/stamp';
import { type JobWorker, runJobs } from '@/server/jobs/run-jobs';
import type { Batch } from '@/server/log/batch';
import type { Log } from '@/server/log/log';
import type { Store } from '@/server/log/ports';
import { archiveKind, createArchiveWorker, type FailedTry } from './archive-job';
import { awaitKind, createAwaitWorker, type Unsaved } from './await-saved';
import { createDeleteWorker, deleteKind } from './delete-job';
import type { Expired } from './expired-line';
import { createFindWorker, findJob, findKind, takeHeard } from './find-recordings';
import type { RecordingCarrier, RecordingTables } from './ports';
import { createRecordingBooks } from './recording-books';
import { createRecordingNews, type RecordingNews } from './recording-news';
import { recordingRow } from './recording-row';
import { createRecordingServices, type RecordingServices } from './recording-services';
import { keepRules } from './retention-rules';
import { ruleOf } from './retention';
import { createPeaksWorker } from './peaks-job';
import type { RecordingStorage } from './storage-port';
import { createTellStory } from './tell-story';
import { openTransfers } from './transfer/open-transfers';

const archivesAtOnce = 2;
const othersAtOnce = 1;
const sweepEveryMs = 3_600_000;
const lookAcrossEveryMs = 2_000;
const rowsAtOnce = 500;
// Two nodes' clocks need not agree to the second.
const clocksApart: Micros = 10_000_000;

/** What recordings are built of. */
export interface RecordingOptions {
  readonly log: Log;
  readonly store: Store;
  readonly tables: RecordingTables;
  readonly carrier: RecordingCarrier;
  /** What the carrier calls a conference; null where it knows none. Throws `CarrierReadError`. */
  readonly nameAtCarrier: (conferenceId: string) => Promise<string | null>;
  /** From where recordings may be downloaded, as in `Config.recordings.hosts`. */
  readonly hosts: readonly string[];
  readonly storage: RecordingStorage;
  /** The folder of this machine in which downloads lie until they are whole. */
  readonly dir: string;
  readonly maxBytes: number;
  /** Whether other nodes write too. */
  readonly isShared: boolean;
  readonly isWatched: () => boolean;
  readonly timeZone: string;
  readonly now: () => Micros;
  readonly onExpired: (expired: Expired) => Promise<void>;
  readonly onUnsaved: (unsaved: Unsaved) => Promise<void>;
  readonly onFailure: (error: unknown) => void;
  readonly onFailedTry: (failed: FailedTry) => void;
}

/** Recordings: found, archived, kept and deleted. */
export interface Recordings {
  readonly services: RecordingServices;
  /** The list that the hub pushes. */
  readonly news: RecordingNews;
  /** For the webhook door: what a fact means to recordings, in the commit that stores it. */
  readonly heard: (fact: CarrierFact, connectionId: string | null, batch: Batch) => void;
  /** Hears of a fact once it is stored. */
  readonly stored: (fact: CarrierFact) => void;
  /** Begins to archive. Returns how to stop. */
  start(): Promise<() => Promise<void>>;
}

/** Builds everything about recordings. */
export function openRecordings(options: RecordingOptions): Recordings {
  const { log, store, tables, carrier, storage, now, onFailure } = options;
  const table = tables.recordings;
  const rules = keepRules(tables.retention, now);
  const news = createRecordingNews((record) => recordingRow(record, rules.current()));
  const wakers = new Set<() => void>();
  const wake = () => {
    for (const each of wakers) each();
  };
  const { nameAtCarrier } = options;
  const books = createRecordingBooks({
    ...{ table, store, log, nameAtCarrier, news, now, onJobs: wake },
  });
  const transfers = openTransfers({ hosts: options.hosts });
  const stopping = new AbortController();
  const tellStory = createTellStory(log, store);
  const services = createRecordingServices({
    ...{ books, tables, rules, storage, tellStory, timeZone: options.timeZone },
  });
  const tell = (id: string) => {
    table.read(id).then((record) => {
      if (record !== null) news.tell(record);
    }, onFailure);
  };
  const archiving = {
    ...{ ...books, carrier, transfers, storage, onFailure, onFailedTry: options.onFailedTry },
    partsDir: join(options.dir, '.parts'),
    maxBytes: options.maxBytes,
    signal: stopping.signal,
  };

  const sweep = async () => {
    await tables.links.deleteExpired(now());
    for await (const expired of rules.expired(table)) {
      for (const record of expired) {
        const days = ruleOf(rules.current(), record)?.days ?? null;
        if (days === null) continue;
        const { deleting } = await services.remove([record.id], { by: null, keptDays: days });
        if (deleting.length === 0) continue;
        const { id, conference } = record;
        const name = conference?.name ?? record.from;
        await options.onExpired({ id, conference, name, days });
      }
    }
  };

  // What somebody asked for is written down first, and the job after: a process may end between the two.
  const resume = async () => {
    const kinds = { deleting: deleteKind, underway: archiveKind } as const;
    for (const state of ['deleting', 'underway'] as const) {
      for await (const rows of services.all({ state })) {
        const asked = { kind: kinds[state], body: null, priority: 5, dueAt: now() };
        await books.addJobs(rows.map(({ id }) => ({ ...asked, key: id })));
      }
    }
  };

  let heardUpTo = now();
  const lookAcross = async () => {
    if (!options.isWatched()) {
      heardUpTo = now();
      return;
    }
    const changed = await table.changedAfter(heardUpTo - clocksApart, rowsAtOnce);
    for (const record of changed) {
      if (record.changedAt > heardUpTo) news.tell(record);
    }
    heardUpTo = Math.max(heardUpTo, ...changed.map(({ changedAt }) => changedAt));
  };

  let archivesRunning = 0;
  const archive = createArchiveWorker(archiving);
  const counted: JobWorker = async (job) => {
    archivesRunning += 1;
    try {
      return await archive(job);
    } finally {
      archivesRunning -= 1;
    }
  };
  const run = (workers: Readonly<Record<string, JobWorker>>, concurrency: number) =>
    runJobs({
      ...{ store, now, workers, concurrency },
      onFailure: (_job, error) => {
        onFailure(error);
      },
    });

  return {
    services,
    news,
    heard: takeHeard,
    stored: (fact) => {
      if (fact.kind === 'recording') tell(fact.heard.id);
      else if (fact.kind === 'conference' && fact.event.type === 'recording.saved')
        tell(fact.event.data.recordingId);
    },
    start: async () => {
      await rules.refresh();
      await books.addJobs([findJob(now())]);
      await resume();
      const runners = [
        run({ [archiveKind]: counted }, archivesAtOnce),
        // Not behind the downloads: of these there may be thousands.
        run(
          {
            [deleteKind]: createDeleteWorker(archiving),
            ...createPeaksWorker({
              ...{ books, storage, signal: stopping.signal },
              isBusy: () => archivesRunning > 0,
            }),
            [findKind]: createFindWorker({ log, table, carrier, now, onFound: tell }),
            [awaitKind]: createAwaitWorker({ log, table, now, onUnsaved: options.onUnsaved }),
          },
          othersAtOnce,
        ),
      ];
      for (const runner of runners)
        wakers.add(() => {
          runner.wake();
        });
      const stopHearing = log.onJobs(wake);
      const timers = [
        setInterval(() => {
          sweep().catch(onFailure);
        }, sweepEveryMs),
        setInterval(() => {
          rules.refresh().catch(onFailure);
          if (options.isShared) lookAcross().catch(onFailure);
        }, lookAcrossEveryMs),
      ];
      sweep().catch(onFailure);
      return async () => {
        for (const timer of timers) clearInterval(timer);
        stopHearing();
        stopping.abort();
        await Promise.all(runners.map((runner) => runner.stop()));
        await transfers.close();
        news.stop();
      };
    },
  };
}
