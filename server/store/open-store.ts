import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Micros } from '@/lib/domain/stamp';
import type { ActivityReads } from '@/server/activity/ports';
import type { AlertTables } from '@/server/alert/ports';
import type { AnnouncementTable } from '@/server/announcements/ports';
import { type AccountChannel, createSilentAccountChannel } from '@/server/auth/account-news';
import type { InboundRuleTable } from '@/server/inbound/ports';
import type { Store } from '@/server/log/ports';
import type { RecordingTables } from '@/server/recording/ports';
import type { RelayTable } from '@/server/relay/ports';
import type { SupervisorPhones } from '@/server/supervision/ports';
import type { QueueHistory } from '@/server/queue/ports';
import type { WallboardTable } from '@/server/wallboard/ports';
import { createAlertTable } from './alert-table';
import { createAlertWebhookTable } from './alert-webhook-table';
import { createAnnouncementTable } from './announcement-table';
import { createActivityTable } from './activity-table';
import { createQueueHistoryTable } from './queue-history-table';
import { lockDataDir } from './data-dir-lock';
import { migrate } from './migrations/migrate';
import { createSilentChannel } from './moved-channel';
import { PostgresAccountChannel } from './postgres-account-channel';
import { openPostgresEngine } from './postgres-engine';
import { PostgresMovedChannel } from './postgres-moved-channel';
import { createInboundRuleTable } from './inbound-rule-table';
import { createRecordingLinkTable } from './recording-link-table';
import { createRecordingTable } from './recording-table';
import { createRelayTable } from './relay-table';
import { createRetentionRuleTable } from './retention-rule-table';
import type { SqlEngine } from './sql-engine';
import { SqlStore, type SqlStoreParts } from './sql-store';
import { openSqliteEngine } from './sqlite-engine';
import { createTargetTable } from './target-table';
import { storeErrorOf } from './store-error';
import { createSupervisorPhones } from './supervisor-phone-table';
import { createWallboardTable } from './wallboard-table';

/** Where the store is, and the clock it dates its own rows by. */
export interface StoreOptions {
  /** The directory of the SQLite files; made when it is not there. Unused with PostgreSQL. */
  readonly dataDir: string;
  /** A PostgreSQL URL, or null for SQLite in `dataDir`. */
  readonly databaseUrl: string | null;
  readonly now?: () => Micros;
}

/** The database, open: the store over it, and what those need who keep tables of their own in it. */
export interface Database {
  readonly store: Store;
  readonly engine: SqlEngine;
  readonly accountChannel: AccountChannel;
  readonly activity: ActivityReads;
  readonly announcements: AnnouncementTable;
  readonly relay: RelayTable;
  readonly inboundRules: InboundRuleTable;
  readonly supervisorPhones: SupervisorPhones;
  readonly alerts: AlertTables;
  readonly queueHistory: QueueHistory;
  readonly wallboards: WallboardTable;
  readonly recordings: RecordingTables;
}

/** Opens the store alone; see `openDatabase`. */
export async function openStore(options: StoreOptions): Promise<Store> {
  return (await openDatabase(options)).store;
}

/**
 * Opens the database and brings its tables up to date. Rejects with a `StoreError` when the database
 * cannot be reached or another live process has the data directory.
 */
export async function openDatabase({ dataDir, databaseUrl, now }: StoreOptions): Promise<Database> {
  const process = { node: randomBytes(6).toString('hex'), now: now ?? systemNow };
  try {
    return databaseUrl === null
      ? await openSqlite(dataDir, process)
      : await openPostgres(databaseUrl, process);
  } catch (error) {
    throw storeErrorOf(error);
  }
}

type OfProcess = Pick<SqlStoreParts, 'node' | 'now'>;

async function openSqlite(dataDir: string, process: OfProcess): Promise<Database> {
  mkdirSync(dataDir, { recursive: true });
  const release = lockDataDir(dataDir);
  let engine: SqlEngine;
  try {
    engine = openSqliteEngine(join(dataDir, 'rostrum.db'));
  } catch (error) {
    release();
    throw error;
  }
  const store = new SqlStore({ ...process, engine, channel: createSilentChannel(), release });
  await migrate(engine)
    .then(() => takeUpJobs(engine))
    .catch(closing(store));
  return { store, ...tablesIn(engine, process.now), accountChannel: createSilentAccountChannel() };
}

// The directory is ours alone: whoever held a lease in it or listened for a job's news has ended, and
// either would hold the job back.
async function takeUpJobs({ writer }: SqlEngine): Promise<void> {
  const anew = { leased_by: null, leased_until: null, due_at: 0 };
  await writer.updateTable('job').set(anew).execute();
}

async function openPostgres(databaseUrl: string, process: OfProcess): Promise<Database> {
  const engine = openPostgresEngine(databaseUrl);
  const channel = new PostgresMovedChannel(engine, databaseUrl, process.node);
  const accountChannel = new PostgresAccountChannel(engine, databaseUrl, process.node);
  const store = new SqlStore({ ...process, engine, channel, release: () => undefined });
  await migrate(engine)
    .then(() => channel.listen())
    .then(() => accountChannel.listen())
    .catch(closing(store));
  return { store, ...tablesIn(engine, process.now), accountChannel };
}

function tablesIn(engine: SqlEngine, now: () => Micros) {
  const activity = createActivityTable(engine);
  const alerts = {
    reads: createAlertTable(engine),
    targets: createTargetTable(engine),
    webhook: createAlertWebhookTable(engine),
  };
  return {
    ...{ engine, activity, alerts, announcements: createAnnouncementTable(engine) },
    queueHistory: createQueueHistoryTable(engine),
    supervisorPhones: createSupervisorPhones(engine),
    wallboards: createWallboardTable(engine),
    recordings: {
      recordings: createRecordingTable(engine, now),
      links: createRecordingLinkTable(engine),
      retention: createRetentionRuleTable(engine),
    },
    relay: createRelayTable(engine),
    inboundRules: createInboundRuleTable(engine),
  };
}

function closing(store: Store): (error: unknown) => Promise<never> {
  return async (error) => {
    await store.close();
    throw error;
  };
}

function systemNow(): Micros {
  return Date.now() * 1000;
}
