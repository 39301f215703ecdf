import { inPieces, largestPieceBytes, type RecordedFile } from './recorded-file';
import { type RecordedSound } from './recorded-sound';
import { sampleRate } from './voices';

/** How much of a WAV comes before its sound. */
export const wavHeaderBytes = 44;

/** What an ordered size is reached with: the same for all, and never written to. */
const zeros = Buffer.alloc(largestPieceBytes);

function header({ channels, frameBytes, frames }: RecordedSound): Buffer {
  const bytes = Buffer.alloc(wavHeaderBytes);
  const dataBytes = frames * frameBytes;
  bytes.write('RIFF', 0, 'latin1');
  bytes.writeUInt32LE(wavHeaderBytes - 8 + dataBytes, 4);
  bytes.write('WAVEfmt ', 8, 'latin1');
  bytes.writeUInt32LE(16, 16);
  bytes.writeUInt16LE(1, 20);
  bytes.writeUInt16LE(channels, 22);
  bytes.writeUInt32LE(sampleRate, 24);
  bytes.writeUInt32LE(sampleRate * frameBytes, 28);
  bytes.writeUInt16LE(frameBytes, 32);
  bytes.writeUInt16LE(16, 34);
  bytes.write('data', 36, 'latin1');
  bytes.writeUInt32LE(dataBytes, 40);
  return bytes;
}

/** A sound as a WAV, made while it is read; a size that was ordered is reached with zeros after the sound. */
export function wavFile(sound: RecordedSound, orderedBytes: number | null): RecordedFile {
  const { frameBytes, frames } = sound;
  const start = header(sound);
  const soundEnd = wavHeaderBytes + frames * frameBytes;

  function soundBetween(from: number, to: number): Buffer {
    if (from >= to) return Buffer.alloc(0);
    const first = Math.floor((from - wavHeaderBytes) / frameBytes);
    const bytes = sound.read(first, Math.ceil((to - wavHeaderBytes) / frameBytes));
    const skipped = from - wavHeaderBytes - first * frameBytes;
    return bytes.subarray(skipped, skipped + to - from);
  }

  const slice = (from: number, to: number): Buffer => {
    if (from >= soundEnd) return zeros.subarray(0, to - from);
    return Buffer.concat([
      start.subarray(from, to),
      soundBetween(Math.max(from, wavHeaderBytes), Math.min(to, soundEnd)),
      Buffer.alloc(Math.max(0, to - Math.max(from, soundEnd))),
    ]);
  };

  return {
    bytes: orderedBytes ?? soundEnd,
    contentType: 'audio/wav',
    pieces: (from, to) => inPieces(from, to, slice),
  };
}
