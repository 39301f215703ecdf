import { Migrator } from 'kysely';
import type { SqlEngine } from '../sql-engine';
import { tablesOfActivity } from './tables-of-activity';
import { tablesOfAlerts } from './tables-of-alerts';
import { tablesOfAnnouncements } from './tables-of-announcements';
import { tablesOfInboundRules } from './tables-of-inbound-rules';
import { tablesOfRecordings } from './tables-of-recordings';
import { tablesOfRelay } from './tables-of-relay';
import { tablesOfQueues } from './tables-of-queues';
import { tablesOfSignIn } from './tables-of-sign-in';
import { tablesOfSupervision } from './tables-of-supervision';
import { tablesOfTheLog } from './tables-of-the-log';
import { tablesOfWallboards } from './tables-of-wallboards';

/**
 * Brings the database to this version of the program. Nodes that start together take turns: Kysely
 * holds an advisory lock in PostgreSQL; with SQLite the data directory is already ours alone.
 */
export async function migrate(engine: SqlEngine): Promise<void> {
  const migrations = {
    // Names are the order; one that was released never changes.
    '001-tables-of-the-log': tablesOfTheLog(engine.kind),
    '002-tables-of-sign-in': tablesOfSignIn(engine.kind),
    '003-tables-of-activity': tablesOfActivity(engine.kind),
    '004-tables-of-announcements': tablesOfAnnouncements(),
    '005-tables-of-queues': tablesOfQueues(),
    '006-tables-of-alerts': tablesOfAlerts(),
    '007-tables-of-wallboards': tablesOfWallboards(),
    '008-tables-of-relay': tablesOfRelay(engine.kind),
    '009-tables-of-inbound-rules': tablesOfInboundRules(),
    '010-tables-of-supervision': tablesOfSupervision(),
    '011-tables-of-recordings': tablesOfRecordings(),
  };
  const migrator = new Migrator({
    db: engine.writer,
    provider: { getMigrations: () => Promise.resolve(migrations) },
  });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined)
    throw error instanceof Error ? error : new Error('Migration failed', { cause: error });
}
