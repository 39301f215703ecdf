import { setImmediate as othersFirst } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Micros } from '@/lib/domain/stamp';
import type { Queries } from './sql-engine';

const rowsAtOnce = 500;
const streamsAtOnce = 50;
const idsAtOnce = 2000;

/**
 * Deletes what is older than `before`: deliveries, activity, what is kept of queues, resolved alerts, the
 * event ids and commands that were remembered to know repeats, and streams that ended before it with their
 * events and snapshots. Small transactions with others' work between them. Returns how many rows went,
 * snapshots not counted.
 */
export async function deleteOlderThan(writer: Queries, before: Micros): Promise<number> {
  return (
    (await deleteOldDeliveries(writer, before)) +
    (await deleteOldActivity(writer, before)) +
    (await deleteOldAlerts(writer, before)) +
    (await deleteOldEventIds(writer, before)) +
    (await deleteOldCommands(writer, before)) +
    (await deleteOldStreams(writer, before)) +
    (await deleteOldQueueRows(writer, before))
  );
}

function deleteOldDeliveries(writer: Queries, before: Micros): Promise<number> {
  return inChunks(
    writer,
    () => sql`delete from delivery where number in
      (select number from delivery where received_at < ${before} order by received_at limit ${rowsAtOnce})`,
  );
}

async function deleteOldQueueRows(writer: Queries, before: Micros): Promise<number> {
  const samples = await inChunks(
    writer,
    () => sql`delete from queue_sample where (queue, every_secs, at) in
      (select queue, every_secs, at from queue_sample where at < ${before} order by at limit ${rowsAtOnce})`,
  );
  const waits = await inChunks(
    writer,
    () => sql`delete from queue_wait where (queue, call_control_id, enqueued_at) in
      (select queue, call_control_id, enqueued_at from queue_wait
       where ended_at < ${before} order by ended_at limit ${rowsAtOnce})`,
  );
  return samples + waits;
}

function deleteOldActivity(writer: Queries, before: Micros): Promise<number> {
  return inChunks(
    writer,
    () => sql`delete from activity where id in
      (select id from activity where at < ${before} order by at limit ${rowsAtOnce})`,
  );
}

function deleteOldAlerts(writer: Queries, before: Micros): Promise<number> {
  return inChunks(
    writer,
    () => sql`delete from alert where id in
      (select id from alert where resolved_at < ${before} order by resolved_at limit ${rowsAtOnce})`,
  );
}

// Walked in the order of the ids: an index by time would cost every delivery a write, for this alone.
async function deleteOldEventIds(writer: Queries, before: Micros): Promise<number> {
  let deleted = 0;
  let from = '';
  for (;;) {
    const part = writer
      .selectFrom('event_source')
      .select('id')
      .where('id', '>', from)
      .orderBy('id')
      .limit(idsAtOnce);
    const { last } = await writer
      .selectFrom(part.as('part'))
      .select(sql<string | null>`max(id)`.as('last'))
      .executeTakeFirstOrThrow();
    if (last === null) return deleted;
    deleted += await affected(
      writer,
      sql`delete from event_source where id > ${from} and id <= ${last} and received_at < ${before}`,
    );
    from = last;
    await othersFirst();
  }
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
      .where('kind', 'in', ['conference', 'queue', 'call', 'creation', 'dial', 'supervision'])
      .where('idle_since', '<', before)
      .limit(streamsAtOnce)
      .execute();
    if (old.length === 0) return deleted;
    // The oldest events first: the last one is the stream's number.
    const ids = sql.join(old.map(({ id }) => id));
    deleted += await inChunks(
      writer,
      () => sql`delete from event where (stream_id, seq) in
        (select stream_id, seq from event where stream_id in (${ids})
         order by stream_id, seq limit ${rowsAtOnce})`,
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
