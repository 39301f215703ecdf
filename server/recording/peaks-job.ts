import type { RecordingPeaks } from '@/lib/contract/recording';
import type { JobWorker } from '@/server/jobs/run-jobs';
import type { RecordingBooks } from './recording-books';
import { soundPeaks } from './sound-peaks';
import type { RecordingStorage } from './storage-port';
import type { StoredSound } from './stored-sound';

/** Builds the worker that draws the waveform of one archived recording, once. */
export function createPeaksWorker(books: RecordingBooks, storage: RecordingStorage): JobWorker {
  const { table } = books;
  return async ({ key: id }) => {
    const record = await table.read(id);
    if (record?.state !== 'archived' || (await table.peaks(id)) !== null) return { kind: 'done' };
    const { storageKey, durationMs, bytes } = record;
    if (storageKey === null || durationMs === null || bytes === null) return { kind: 'done' };
    const sound: StoredSound = { bytes, open: (range) => storage.open(storageKey, range) };
    // A sound that no waveform can be drawn of has none; it plays all the same.
    const silent: RecordingPeaks = { durationMs, channels: [] };
    await table.savePeaks(id, (await soundPeaks(sound, durationMs)) ?? silent);
    // Deleted while it was drawn.
    if ((await table.read(id))?.state !== 'archived') await table.forget(id);
    return { kind: 'done' };
  };
}
