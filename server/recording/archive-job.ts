import { createHash } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import {
  archiveTries,
  type RecordingFormat,
  type RecordingProblem,
} from '@/lib/contract/recording';
import { isUnderWay, underWay } from '@/lib/domain/recording/under-way';
import type { Micros } from '@/lib/domain/stamp';
import type { JobResult, JobWorker } from '@/server/jobs/run-jobs';
import { ArchiveError, archiveErrorOf } from './archive-error';
import type { RecordingCarrier, RecordingRecord } from './ports';
import { peaksJob } from './peaks-job';
import type { RecordingBooks } from './recording-books';
import { type RecordingStorage, StorageError } from './storage-port';
import type { Transfers } from './transfer/open-transfers';

/** The kind of job that brings a recording into the archive; its key is the recording's id. */
export const archiveKind = 'recording.archive';

const second: Micros = 1_000_000;
// The first come soon, for a connection that broke; the last for a night without a network or a full disk.
const backoff: readonly Micros[] = [2, 10, 60, 300, 1_800, 7_200, 21_600].map((s) => s * second);
// A file may differ by the frames at its ends from what the carrier counts.
const longestDifferenceMs = 1_000;

/** A try to archive that did not succeed, for the log of the server. */
export interface FailedTry {
  readonly recordingId: string;
  readonly problem: RecordingProblem;
  readonly tries: number;
  /** Whether no more come by themselves. */
  readonly isOver: boolean;
}

/** What archiving is built of. */
export interface ArchiveParts extends RecordingBooks {
  readonly carrier: RecordingCarrier;
  readonly transfers: Transfers;
  readonly storage: RecordingStorage;
  /** The folder in which downloads lie until they are whole. */
  readonly partsDir: string;
  readonly maxBytes: number;
  /** Aborted when the process stops: what has come so far stays for the next start. */
  readonly signal: AbortSignal;
  readonly onFailure: (error: unknown) => void;
  readonly onFailedTry: (failed: FailedTry) => void;
}

/**
 * Builds the worker that archives one recording: asks the carrier for a fresh link, downloads, checks length,
 * duration and checksum, and keeps it. It tries again by itself, later each time, across restarts.
 */
export function createArchiveWorker(parts: ArchiveParts): JobWorker {
  return async ({ key: id }) => {
    const record = await parts.table.read(id);
    if (record === null || !isUnderWay(record.state)) return { kind: 'done' };
    if (record.nextTryAt !== null && record.nextTryAt > parts.now())
      return { kind: 'again', dueAt: record.nextTryAt };
    try {
      await archive(parts, record);
      return { kind: 'done' };
    } catch (error) {
      // Stopped, not failed: the next start goes on from here.
      if (parts.signal.aborted) return { kind: 'again', dueAt: parts.now() };
      return failed(parts, id, error);
    }
  };
}

async function failed(parts: ArchiveParts, id: string, cause: unknown): Promise<JobResult> {
  const error = archiveErrorOf(cause);
  if (error.problem === 'unexpected') parts.onFailure(cause);
  if (error.isSpoilt) await dropPart(parts, id);
  const spoilt = error.isSpoilt ? { linkEtag: null, doneBytes: 0 } : {};
  const before = await parts.table.read(id);
  const tries = (before?.tries ?? 0) + 1;
  const isOver = error.isFinal || tries >= archiveTries;
  const nextTryAt = isOver ? null : parts.now() + (backoff[tries - 1] ?? 0);
  const state = isOver ? 'failed' : 'retrying';
  const { problem } = error;
  parts.onFailedTry({ recordingId: id, problem, tries, isOver });
  const change = { ...spoilt, state, tries, nextTryAt, problem } as const;
  await parts.change(id, change, { states: underWay });
  return nextTryAt === null ? { kind: 'done' } : { kind: 'again', dueAt: nextTryAt };
}

async function archive(parts: ArchiveParts, record: RecordingRecord): Promise<void> {
  const { id } = record;
  const begun = { state: 'archiving', nextTryAt: null, problem: null } as const;
  if ((await parts.change(id, begun, { states: underWay })) === null) return;
  const first = await known(parts, record);
  const format = formatOf(record, first.links);
  const path = partPath(parts, id);
  const links = [linkIn(first.links, format)];
  const { sound, ...downloaded } = await parts.transfers.download({
    path,
    etag: record.linkEtag,
    keptBytes: record.doneBytes,
    maxBytes: parts.maxBytes,
    signal: parts.signal,
    link: async () => links.pop() ?? linkIn((await read(parts, id)).links, format),
    onBegin: async ({ bytes, etag }) => {
      await parts.change(id, { bytes, linkEtag: etag }, { states: underWay });
    },
    onProgress: (doneBytes) => {
      parts.tellProgress(id, doneBytes);
    },
    onKept: async (doneBytes) => {
      await parts.change(id, { doneBytes }, { states: underWay });
    },
  });

  if (sound === null) throw new ArchiveError('not-a-sound', { isSpoilt: true });
  const announcedMs = first.heard.durationMs;
  if (announcedMs !== null && Math.abs(sound.durationMs - announcedMs) > longestDifferenceMs)
    throw new ArchiveError('duration-differs', { isSpoilt: true });

  const storageKey = keyOf(record, sound.format);
  await parts.storage.put(storageKey, path);
  const sha256 = await storedSum(parts, storageKey);
  if (sha256 !== downloaded.sha256) {
    await parts.storage.remove(storageKey);
    throw new ArchiveError('checksum-differs', { isSpoilt: true });
  }
  const done = {
    state: 'archived',
    format: sound.format,
    durationMs: Math.round(sound.durationMs),
    bytes: downloaded.bytes,
    doneBytes: downloaded.bytes,
    sha256,
    storageKey,
    archivedAt: parts.now(),
    nextTryAt: null,
    problem: null,
    linkEtag: null,
  } as const;
  const kept = await parts.change(id, done, { states: underWay });
  // Somebody deleted it meanwhile.
  if (kept === null) await parts.storage.remove(storageKey);
  else await parts.addJobs([peaksJob(id, false, parts.now())]);
}

/** Asks the carrier what it knows of it, and keeps what we did not know. */
async function known(parts: ArchiveParts, record: RecordingRecord) {
  const answer = await read(parts, record.id);
  const { heard } = answer;
  const conference =
    record.conference ??
    (heard.conferenceId === null ? null : { id: heard.conferenceId, name: heard.conferenceName });
  const change = {
    conference: conference && {
      ...conference,
      name: conference.name ?? (await parts.conferenceName(conference.id)),
    },
    callControlId: record.callControlId ?? heard.callControlId,
    callLegId: record.callLegId ?? heard.callLegId,
    callSessionId: record.callSessionId ?? heard.callSessionId,
    connectionId: record.connectionId ?? heard.connectionId,
    from: record.from ?? heard.from,
    to: record.to ?? heard.to,
    channels: record.channels ?? heard.channels,
    startedAt: record.startedAt ?? heard.startedAt,
    endedAt: record.endedAt ?? heard.endedAt,
    durationMs: record.durationMs ?? heard.durationMs,
  };
  const callControlId = change.callControlId;
  const queue = record.queue ?? (callControlId && (await parts.queueOf(callControlId)));
  await parts.change(record.id, { ...change, queue }, { states: underWay });
  return answer;
}

async function read({ carrier }: ArchiveParts, id: string) {
  const answer = await carrier.read(id);
  if (answer === null) throw new ArchiveError('not-at-carrier');
  return answer;
}

type Links = Readonly<Partial<Record<RecordingFormat, string>>>;

function formatOf(record: RecordingRecord, links: Links): RecordingFormat {
  if (record.format !== null && links[record.format] !== undefined) return record.format;
  if (links.wav !== undefined) return 'wav';
  if (links.mp3 !== undefined) return 'mp3';
  throw new ArchiveError('no-link');
}

function linkIn(links: Links, format: RecordingFormat): string {
  const link = links[format];
  if (link === undefined) throw new ArchiveError('no-link');
  return link;
}

/** The sum of what storage gives back. */
async function storedSum(parts: ArchiveParts, key: string): Promise<string> {
  const path = parts.storage.localPath(key);
  if (path !== null) return parts.transfers.sumOfFile(path, parts.signal);
  const hash = createHash('sha256');
  const stored = await parts.storage.open(key);
  try {
    for await (const piece of stored) hash.update(piece as Buffer);
  } catch (cause) {
    throw new StorageError('storage-unreachable', 'What was kept could not be read', { cause });
  }
  return hash.digest('hex');
}

/** Where it is kept: by the month in which it began. */
function keyOf(record: RecordingRecord, format: RecordingFormat): string {
  const began = new Date((record.startedAt ?? record.heardAt) / 1000).toISOString();
  return `${began.slice(0, 4)}/${began.slice(5, 7)}/${fileId(record.id)}.${format}`;
}

/** Throws away what is here of its bytes. */
export async function dropPart(parts: Pick<ArchiveParts, 'partsDir'>, id: string): Promise<void> {
  await rm(partPath(parts, id), { force: true });
}

/** Where its bytes lie until they are whole. */
function partPath({ partsDir }: Pick<ArchiveParts, 'partsDir'>, id: string): string {
  return join(partsDir, `${fileId(id)}.part`);
}

// An id is the carrier's: whatever stands in it, it must name a file and not lead anywhere.
function fileId(id: string): string {
  return /^[\w-]{1,100}$/.test(id) ? id : createHash('sha256').update(id).digest('hex');
}
