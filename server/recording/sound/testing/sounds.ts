import { Readable } from 'node:stream';
import { createMp3Encoder } from 'wasm-media-encoders';
import type { StoredSound } from '../stored-sound';

/** How loud each second is, from 0 to 1: a list for each channel. */
export type Loudness = readonly (readonly number[])[];

/** A WAV file in linear PCM whose samples stand at one height for a second each. */
export function wavOf(
  loudness: Loudness,
  sampleBytes: 1 | 2 | 3 | 4 = 2,
  sampleRate = 8_000,
): Buffer {
  const frames = (loudness[0]?.length ?? 0) * sampleRate;
  const data = Buffer.alloc(frames * loudness.length * sampleBytes);
  let at = 0;
  for (let frame = 0; frame < frames; frame += 1) {
    for (const seconds of loudness) {
      // Now above and now below, as sound is.
      const sign = frame % 2 === 0 ? 1 : -1;
      const sample = sign * (seconds[Math.floor(frame / sampleRate)] ?? 0);
      if (sampleBytes === 1) data.writeUInt8(Math.min(255, Math.round(sample * 128 + 128)), at);
      else data.writeIntLE(scaled(sample, sampleBytes), at, sampleBytes);
      at += sampleBytes;
    }
  }
  return wavFile([formatChunk(loudness.length, sampleBytes, sampleRate), chunkOf('data', data)]);
}

function scaled(sample: number, sampleBytes: number): number {
  const most = 2 ** (8 * sampleBytes - 1);
  return Math.min(most - 1, Math.round(sample * most));
}

/** A RIFF file of these chunks. */
export function wavFile(chunks: readonly Buffer[]): Buffer {
  return chunkOf('RIFF', Buffer.concat([Buffer.from('WAVE'), ...chunks]));
}

/** One chunk, its length told as it is where nothing else is said. */
export function chunkOf(name: string, content: Buffer, length = content.length): Buffer {
  const head = Buffer.alloc(8);
  head.write(name, 'latin1');
  head.writeUInt32LE(length, 4);
  return Buffer.concat([head, content, Buffer.alloc(content.length % 2)]);
}

/** The chunk that says how samples are written; `tag` 1 is linear PCM. */
export function formatChunk(
  channels: number,
  sampleBytes: number,
  sampleRate: number,
  tag = 1,
): Buffer {
  const content = Buffer.alloc(16);
  content.writeUInt16LE(tag, 0);
  content.writeUInt16LE(channels, 2);
  content.writeUInt32LE(sampleRate, 4);
  content.writeUInt32LE(sampleRate * channels * sampleBytes, 8);
  content.writeUInt16LE(channels * sampleBytes, 12);
  content.writeUInt16LE(sampleBytes * 8, 14);
  return chunkOf('fmt ', content);
}

/** An MP3 file of a tone, as loud in each second as is said, without any tag. */
export async function mp3Of(
  loudness: Loudness,
  sampleRate: 8_000 | 16_000 | 44_100 = 44_100,
): Promise<Buffer> {
  const channels = loudness.length === 1 ? 1 : 2;
  const encoder = await createMp3Encoder();
  encoder.configure({ sampleRate, channels, bitrate: channels === 1 ? 64 : 128 });
  const parts: Buffer[] = [];
  for (const second of (loudness[0] ?? []).keys()) {
    const tones = loudness.map((seconds) =>
      Float32Array.from(
        { length: sampleRate },
        (_, i) => (seconds[second] ?? 0) * Math.sin((2 * Math.PI * 440 * i) / sampleRate),
      ),
    );
    // The encoder gives its own memory away.
    parts.push(Buffer.from(encoder.encode(tones)));
  }
  parts.push(Buffer.from(encoder.finalize()));
  return Buffer.concat(parts);
}

/** A file that comes in pieces of so many bytes. */
export function soundOf(bytes: Buffer, pieceBytes = 10_007): StoredSound {
  return {
    bytes: bytes.length,
    open: (range) => {
      const part = bytes.subarray(range?.start ?? 0, (range?.end ?? bytes.length) + 1);
      const pieces = Array.from({ length: Math.ceil(part.length / pieceBytes) }, (_, i) =>
        part.subarray(i * pieceBytes, (i + 1) * pieceBytes),
      );
      return Promise.resolve(Readable.from(pieces));
    },
  };
}
