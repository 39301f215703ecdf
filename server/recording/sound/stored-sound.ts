import { open, stat } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { ByteRange } from '@/server/recording/storage-port';

/** A sound that lies somewhere, to be read in parts. */
export interface StoredSound {
  readonly bytes: number;
  open(range?: ByteRange): Promise<Readable>;
}

const readAtOnceBytes = 128 * 1024;

/** The sound in a file of this machine. Rejects with the system's error where there is none. */
export async function soundInFile(path: string): Promise<StoredSound> {
  const { size } = await stat(path);
  return {
    bytes: size,
    open: async (range) =>
      (await open(path, 'r')).createReadStream({ ...range, highWaterMark: readAtOnceBytes }),
  };
}

/** So many bytes from one place on, or as many as there are. */
export async function bytesAt(sound: StoredSound, start: number, length: number): Promise<Buffer> {
  const end = Math.min(start + length, sound.bytes) - 1;
  return end < start ? Buffer.alloc(0) : buffer(await sound.open({ start, end }));
}
