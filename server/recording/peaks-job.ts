import type { JobWorker } from '@/server/jobs/run-jobs';
import type { RecordingBooks } from './recording-books';
import { soundPeaks } from './sound-peaks';
import type { RecordingStorage } from './storage-port';

/** Builds the worker that draws the waveform of one archived recording, once. */
export function createPeaksWorker(books: RecordingBooks, storage: RecordingStorage): JobWorker {
  return async ({ key: id }) => {
    const record = await books.table.read(id);
    if (record?.state !== 'archived' || record.storageKey === null) return { kind: 'done' };
    if ((await books.table.peaks(id)) !== null) return { kind: 'done' };
    const { format, durationMs } = record;
    if (format === null || durationMs === null) return { kind: 'done' };
    const peaks = await soundPeaks(await storage.open(record.storageKey), { format, durationMs });
    await books.table.savePeaks(id, peaks);
    // Deleted while it was drawn.
    if ((await books.table.read(id))?.state !== 'archived') await books.table.forget(id);
    return { kind: 'done' };
  };
}
