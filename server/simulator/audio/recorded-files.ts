import { createReadStream } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Recording } from '../network/world';
import { encodeMp3 } from './encode-mp3';
import { pieceBytes, type RecordedFile } from './recorded-file';
import { recordedSound } from './recorded-sound';
import { createVoices } from './voices';
import { wavFile } from './wav-file';

/** The files of recordings: a WAV is made while it is read, an MP3 is encoded when it is first asked for. */
export interface RecordedFiles {
  of(recording: Recording): Promise<RecordedFile>;
  /** The recording is deleted: so is what was encoded of it. */
  forget(recording: Recording): void;
  /** Deletes all that was encoded. */
  close(): Promise<void>;
}

async function mp3File(path: string): Promise<RecordedFile> {
  const { size } = await stat(path);
  return {
    bytes: size,
    contentType: 'audio/mpeg',
    // The end of a stream's range is its last byte.
    pieces: (from, to) =>
      createReadStream(path, { start: from, end: to - 1, highWaterMark: pieceBytes }),
  };
}

/** No files yet; what is encoded lies in a folder of its own among the system's temporary files. */
export function createRecordedFiles(): RecordedFiles {
  const voices = createVoices();
  const encoded = new Map<Recording, Promise<RecordedFile>>();
  let folder: Promise<string> | null = null;

  async function pathFor({ id }: Recording): Promise<string> {
    folder ??= mkdtemp(join(tmpdir(), 'rostrum-recordings-'));
    return join(await folder, `${id}.mp3`);
  }

  async function encode(recording: Recording): Promise<RecordedFile> {
    const path = await pathFor(recording);
    await encodeMp3(recordedSound(voices, recording), path);
    return mp3File(path);
  }

  return {
    async of(recording) {
      if (recording.format === 'wav') {
        return wavFile(recordedSound(voices, recording), recording.orderedBytes);
      }
      const known = encoded.get(recording);
      if (known !== undefined) return known;
      const file = encode(recording);
      encoded.set(recording, file);
      file.catch(() => encoded.delete(recording));
      return file;
    },
    forget(recording) {
      const file = encoded.get(recording);
      if (file === undefined || !encoded.delete(recording)) return;
      void file
        .then(() => pathFor(recording))
        .then((path) => rm(path, { force: true }))
        // It goes with the folder at the latest.
        .catch(() => undefined);
    },
    async close() {
      encoded.clear();
      if (folder !== null) await rm(await folder, { recursive: true, force: true });
    },
  };
}
