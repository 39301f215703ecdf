import { randomUUID } from 'node:crypto';
import type { CarrierFact } from '@/server/routing/carrier-fact';
import { type ConferenceId, conferenceStream } from '@/lib/domain/ids';
import type { Micros } from '@/lib/domain/stamp';
import type { JobRecord, RecordingHeard } from '@/server/log/ports';
import type { Batch } from '@/server/log/batch';
import type { Log } from '@/server/log/log';
import type { JobWorker } from '@/server/jobs/run-jobs';
import { routeFact } from '@/server/routing/route-fact';
import { archiveKind } from './archive-job';
import { awaitJob } from './await-saved';
import type { RecordingCarrier, RecordingTable } from './ports';

/** The kind of job that reads the carrier's list; there is one, with the key `all`. */
export const findKind = 'recording.find';

const everyMicros: Micros = 300_000_000;
// A recording may be listed long after it ended, and the carrier's clock is not ours.
const overlap: Micros = 86_400_000_000;
// Whoever just ended it is told by a webhook, where one comes at all, within seconds.
const webhookMayTake: Micros = 20_000_000;

/** The job that reads the carrier's list next, at that time. */
export function findJob(dueAt: Micros): Omit<JobRecord, 'tries'> {
  return { kind: findKind, key: 'all', body: null, priority: 5, dueAt };
}

/**
 * For the webhook door: takes a saved recording into the catalogue and asks for its file, in the commit that
 * stores the webhook. Where a conference ends that was recorded, the list is read soon, for its webhook may not
 * come, and later somebody looks whether all were saved.
 */
export function takeHeard(
  fact: CarrierFact,
  connectionId: string | null,
  batch: Pick<Batch, 'addRecording' | 'addJob' | 'stateOf' | 'now'>,
): void {
  if (fact.kind === 'recording') {
    take(batch, fact.heard, false);
    return;
  }
  if (fact.kind !== 'conference') return;
  const { event, conferenceId } = fact;
  const stateOf = () => batch.stateOf(conferenceStream(conferenceId));
  if (event.type === 'conference.ended' && stateOf().recordingSteps.length > 0)
    for (const job of [findJob(batch.now + webhookMayTake), awaitJob(conferenceId, batch.now)])
      batch.addJob(job);
  if (event.type !== 'recording.saved') return;
  const { description, settings } = stateOf();
  const { recordingId, startedAt, endedAt, format, channels } = event.data;
  take(
    batch,
    {
      id: recordingId,
      source: 'conference',
      conferenceId,
      conferenceName: description?.name ?? settings?.name ?? null,
      callControlId: null,
      callLegId: null,
      callSessionId: null,
      connectionId,
      from: null,
      to: null,
      queue: null,
      format: format === 'wav' || format === 'mp3' ? format : null,
      channels: channels === 'single' || channels === 'dual' ? channels : null,
      startedAt,
      endedAt,
      durationMs: null,
    },
    false,
  );
}

function take(
  batch: Pick<Batch, 'addRecording' | 'addJob' | 'now'>,
  heard: RecordingHeard,
  isFound: boolean,
): void {
  batch.addRecording(heard, isFound);
  batch.addJob({ kind: archiveKind, key: heard.id, body: null, priority: 5, dueAt: batch.now });
}

/** What finding is built of. */
export interface FindParts {
  readonly log: Log;
  readonly table: Pick<RecordingTable, 'byIds' | 'readUpTo' | 'saveReadUpTo'>;
  readonly carrier: Pick<RecordingCarrier, 'list'>;
  readonly now: () => Micros;
  /** Hears of each that was found. */
  readonly onFound: (id: string) => void;
}

/** Builds the worker that reads the carrier's list to its end and takes in what no webhook announced. */
export function createFindWorker(parts: FindParts): JobWorker {
  return async () => {
    const began = parts.now();
    const upTo = await parts.table.readUpTo();
    for await (const page of parts.carrier.list(upTo === null ? null : upTo - overlap)) {
      const ids = page.map(({ heard }) => heard.id);
      const known = new Set((await parts.table.byIds(ids)).map(({ id }) => id));
      for (const { heard } of page) if (!known.has(heard.id)) await takeFound(parts, heard);
    }
    await parts.table.saveReadUpTo(began);
    return { kind: 'again', dueAt: parts.now() + everyMicros };
  };
}

async function takeFound({ log, onFound }: FindParts, heard: RecordingHeard): Promise<void> {
  const stream =
    heard.conferenceId === null ? null : conferenceStream(heard.conferenceId as ConferenceId);
  // One that Rostrum has never heard of is not made up for its recording's sake.
  const isKnown = stream !== null && (await log.read(stream)) !== null;
  await log.submit({
    streams: isKnown ? [stream] : [],
    run: (batch) => {
      take(batch, heard, true);
      if (!isKnown) return;
      const { id: recordingId, startedAt, endedAt, format, channels } = heard;
      const saved = { recordingId, startedAt, endedAt, format, channels };
      routeFact(batch, {
        id: randomUUID(),
        occurredAt: endedAt ?? batch.now,
        source: 'reconcile',
        fact: {
          kind: 'conference',
          conferenceId: heard.conferenceId as ConferenceId,
          event: { type: 'recording.saved', data: saved },
        },
      });
    },
  });
  onFound(heard.id);
}
