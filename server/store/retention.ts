import { setImmediate as othersFirst } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Micros } from '@/lib/domain/stamp';
import type { Queries } from './sql-engine';

const rowsAtOnce = 500;
const streamsAtOnce = 50;

/**
 * Deletes what is older than `before`: deliveries, the event ids and commands that were remembered to
 * know repeats, and streams that ended before it with their events and snapshots. Small transactions
 * with others' work between them. Returns how many rows went, snapshots not counted.
 */
export async function deleteOlderThan(writer: Queries, before: Micros): Promise<number> {
  return (
    (await deleteOldRows(writer, 'delivery', 'number', before)) +
    (await deleteOldRows(writer, 'event_source', 'id', before)) +
    (await deleteOldCommands(writer, before)) +
    (await deleteOldStreams(writer, before))
  );
}

function deleteOldRows(
  writer: Queries,
  table: 'delivery' | 'event_source',
  key: string,
  before: Micros,
): Promise<number> {
  return inChunks(writer, () => {
    const [from, column] = [sql.table(table), sql.ref(key)];
    return sql`delete from ${from} where ${column} in
      (select ${column} from ${from} where received_at < ${before} order by received_at limit ${rowsAtOnce})`;
  });
}

// A command that is still `sent` is a question to be answered, however old.
function deleteOldCommands(writer: Queries, before: Micros): Promise<number> {
  return inChunks(
    writer,
    () => sql`delete from command where command_id in
      (select command_id from command where created_at < ${before} and state <> 'sent'
       order by created_at limit ${rowsAtOnce})`,
  );
}

async function deleteOldStreams(writer: Queries, before: Micros): Promise<number> {
  let deleted = 0;
  for (;;) {
    const old = await writer
      .selectFrom('stream')
      .select('id')
      .where('kind', 'in', ['conference', 'queue', 'call'])
      .where('idle_since', '<', before)
      .limit(streamsAtOnce)
      .execute();
    if (old.length === 0) return deleted;
    const ids = sql.join(old.map(({ id }) => id));
    deleted += await inChunks(
      writer,
      () => sql`delete from event where (stream_id, seq) in
        (select stream_id, seq from event where stream_id in (${ids}) limit ${rowsAtOnce})`,
    );
    const gone = await affected(
      writer,
      sql`delete from stream where id in (${ids}) and idle_since < ${before}
        and not exists (select 1 from event where event.stream_id = stream.id)`,
    );
    // Those that moved meanwhile wait for the next time.
    if (gone < old.length) return deleted + gone;
    deleted += gone;
  }
}

async function inChunks(
  writer: Queries,
  deletion: () => ReturnType<typeof sql<unknown>>,
): Promise<number> {
  let deleted = 0;
  for (;;) {
    const gone = await affected(writer, deletion());
    deleted += gone;
    if (gone < rowsAtOnce) return deleted;
    await othersFirst();
  }
}

async function affected(
  writer: Queries,
  deletion: ReturnType<typeof sql<unknown>>,
): Promise<number> {
  const { numAffectedRows } = await deletion.execute(writer);
  return Number(numAffectedRows ?? 0n);
}
