import { addAbortSignal } from 'node:stream';
import type { RecordingPeaks } from '@/lib/contract/recording';
import type { Micros } from '@/lib/domain/stamp';
import type { JobWorker } from '@/server/jobs/run-jobs';
import type { JobRecord } from '@/server/log/ports';
import type { RecordingBooks } from './recording-books';
import { soundPeaks } from './sound/sound-peaks';
import type { RecordingStorage } from './storage-port';
import type { StoredSound } from './sound/stored-sound';

/** The kind of job that draws the waveform of an archived recording; its key is the recording's id. */
const kind = 'recording.peaks';
const whenNothingComes = 9;
const atOnce = 1;
const lookAgainAfter: Micros = 2_000_000;

/** The job that draws a waveform; that of one that somebody looks at does not wait for downloads. */
export function peaksJob(id: string, isAskedFor: boolean, now: Micros): Omit<JobRecord, 'tries'> {
  return {
    kind,
    key: id,
    body: null,
    priority: isAskedFor ? atOnce : whenNothingComes,
    dueAt: now,
  };
}

/** What drawing is built of. */
export interface PeaksParts {
  readonly books: RecordingBooks;
  readonly storage: RecordingStorage;
  /** Whether recordings are on their way: decoding one would slow them down. */
  readonly isBusy: () => boolean;
  /** Aborted when the process stops: the next start draws anew. */
  readonly signal: AbortSignal;
}

/** Builds the worker that draws the waveform of one archived recording, once. */
export function createPeaksWorker({
  books: { table, now },
  storage,
  isBusy,
  signal,
}: PeaksParts): Readonly<Record<string, JobWorker>> {
  const worker: JobWorker = async ({ key: id, priority }) => {
    const record = await table.read(id);
    if (record?.state !== 'archived' || (await table.peaks(id)) !== null) return { kind: 'done' };
    const { storageKey, durationMs, bytes } = record;
    if (storageKey === null || durationMs === null || bytes === null) return { kind: 'done' };
    if (priority > atOnce && isBusy()) return { kind: 'again', dueAt: now() + lookAgainAfter };
    const sound: StoredSound = {
      bytes,
      open: async (range) => addAbortSignal(signal, await storage.open(storageKey, range)),
    };
    // A sound that no waveform can be drawn of has none; it plays all the same.
    const silent: RecordingPeaks = { durationMs, channels: [] };
    try {
      await table.savePeaks(id, (await soundPeaks(sound, durationMs)) ?? silent);
    } catch (error) {
      if (signal.aborted) return { kind: 'again', dueAt: now() };
      throw error;
    }
    // Deleted while it was drawn.
    if ((await table.read(id))?.state !== 'archived') await table.forget(id);
    return { kind: 'done' };
  };
  return { [kind]: worker };
}
