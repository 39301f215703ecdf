import { bytesAt, type StoredSound } from './stored-sound';

/** Where the samples of a WAV file lie, and how they are written. */
export interface WavHead {
  /** Linear PCM; null for anything else. */
  readonly sampleBytes: 1 | 2 | 3 | 4 | null;
  readonly channels: number;
  readonly sampleRate: number;
  /** Bytes of one sample of all channels. */
  readonly frameBytes: number;
  /** How many such samples there are. */
  readonly frames: number;
  /** Where they begin. */
  readonly start: number;
}

type WavFormat = Omit<WavHead, 'frames' | 'start'>;

const readAheadBytes = 4_096;
const riffBytes = 12;
const chunkHeadBytes = 8;
const formatBytes = 40;
const pcm = 1;
const extensible = 0xfffe;
// What a writer leaves that could not go back when it knew the length.
const unknownLengths: readonly number[] = [0, 0xffff_ffff];

/** Reads the beginning of a WAV file (RIFF); null where it tells of no samples. */
export async function readWavHead(sound: StoredSound): Promise<WavHead | null> {
  const ahead = await bytesAt(sound, 0, readAheadBytes);
  const read = async (start: number, length: number) =>
    start + length <= ahead.length
      ? ahead.subarray(start, start + length)
      : bytesAt(sound, start, length);
  let format: WavFormat | null = null;
  for (let at = riffBytes; at + chunkHeadBytes <= sound.bytes;) {
    const head = await read(at, chunkHeadBytes);
    const name = head.toString('latin1', 0, 4);
    const length = head.readUInt32LE(4);
    const start = at + chunkHeadBytes;
    if (name === 'data') return format === null ? null : withSamples(format, sound, start, length);
    if (name === 'fmt ') format = formatIn(await read(start, Math.min(length, formatBytes)));
    // Chunks begin at even places.
    at = start + length + (length % 2);
  }
  return null;
}

function formatIn(chunk: Buffer): WavFormat | null {
  if (chunk.length < 16) return null;
  const tag = chunk.readUInt16LE(0);
  // The first two bytes of an extended format's name are what the tag would be.
  const meant = tag === extensible && chunk.length >= 26 ? chunk.readUInt16LE(24) : tag;
  const channels = chunk.readUInt16LE(2);
  const sampleRate = chunk.readUInt32LE(4);
  const frameBytes = chunk.readUInt16LE(12);
  if (channels === 0 || sampleRate === 0 || frameBytes === 0) return null;
  const sampleBytes = [1, 2, 3, 4].find((bytes) => bytes * channels === frameBytes);
  return {
    sampleBytes: meant === pcm ? ((sampleBytes ?? null) as WavHead['sampleBytes']) : null,
    channels,
    sampleRate,
    frameBytes,
  };
}

function withSamples(
  format: WavFormat,
  sound: StoredSound,
  start: number,
  length: number,
): WavHead {
  const left = sound.bytes - start;
  const bytes = unknownLengths.includes(length) ? left : Math.min(length, left);
  return { ...format, start, frames: Math.floor(bytes / format.frameBytes) };
}
