import { setImmediate } from 'node:timers/promises';
import { MPEGDecoder } from 'mpg123-decoder';
import type { RecordingPeaks } from '@/lib/contract/recording';
import { soundFormatOf, soundHeadBytes } from '@/lib/domain/sound';
import { type Mp3Frame, mp3Frames } from './mp3-frames';
import { bytesAt, type StoredSound } from './stored-sound';
import { readWavHead, type WavHead } from './wav-head';

const mostStretches = 2_400;
const stretchMs = 50;
const mostChannels = 2;
// So many take some milliseconds: in between the server does what else it has to.
const framesAtOnce = 24;

/**
 * The loudest of each of up to 2,400 equal stretches of a sound, read once from its beginning to its end;
 * `durationMs` as `soundLength` told it. Null for what is neither MP3 nor WAV in linear PCM.
 */
export async function soundPeaks(
  sound: StoredSound,
  durationMs: number,
): Promise<RecordingPeaks | null> {
  const format = soundFormatOf(await bytesAt(sound, 0, soundHeadBytes));
  if (format === null) return null;
  const count = Math.min(mostStretches, Math.ceil(durationMs / stretchMs));
  const peaks =
    format === 'wav' ? await wavPeaks(sound, count) : await mp3Peaks(sound, durationMs, count);
  return peaks === null ? null : { durationMs, channels: peaks.map(rounded) };
}

function rounded(peaks: Float64Array): readonly number[] {
  return Array.from(peaks, (peak) => Math.round(Math.min(peak, 1) * 1000) / 1000);
}

async function wavPeaks(sound: StoredSound, count: number): Promise<Float64Array[] | null> {
  const head = await readWavHead(sound);
  if (head?.sampleBytes == null) return null;
  const { start, frames, frameBytes, sampleBytes } = head;
  const channels = Math.min(head.channels, mostChannels);
  const peaks = Array.from({ length: channels }, () => new Float64Array(count));
  if (frames === 0) return peaks;
  const loudest = loudestOf[sampleBytes];
  const source = await sound.open({ start, end: start + frames * frameBytes - 1 });
  let frame = 0;
  let waiting: Buffer = Buffer.alloc(0);
  for await (const chunk of source as AsyncIterable<Buffer>) {
    const bytes = waiting.length === 0 ? chunk : Buffer.concat([waiting, chunk]);
    const whole = bytes.length - (bytes.length % frameBytes);
    for (let at = 0; at < whole;) {
      const stretch = Math.floor((frame * count) / frames);
      const next = Math.max(frame + 1, Math.ceil(((stretch + 1) * frames) / count));
      const end = Math.min(whole, at + (next - frame) * frameBytes);
      for (let channel = 0; channel < channels; channel += 1)
        raise(peaks[channel], stretch, loudest(bytes, at + channel * sampleBytes, end, frameBytes));
      frame += (end - at) / frameBytes;
      at = end;
    }
    waiting = bytes.subarray(whole);
    await setImmediate();
  }
  return peaks;
}

type SampleBytes = Exclude<WavHead['sampleBytes'], null>;

type Loudest = (bytes: Buffer, from: number, end: number, step: number) => number;

/** The loudest of the samples at every `step` bytes, from 0 to 1. Those of one byte alone have their zero in the middle. */
const loudestOf: Readonly<Record<SampleBytes, Loudest>> = {
  1: loudestBy((bytes, at) => bytes.readUInt8(at) - 0x80, 0x80),
  // The way nearly all are written: a gigabyte has half a billion of them.
  2: (bytes, from, end, step) => {
    let most = 0;
    for (let at = from; at < end; at += step) {
      const size = Math.abs((((bytes[at + 1] ?? 0) << 24) >> 16) | (bytes[at] ?? 0));
      if (size > most) most = size;
    }
    return most / 0x8000;
  },
  3: loudestBy((bytes, at) => bytes.readIntLE(at, 3), 0x80_0000),
  4: loudestBy((bytes, at) => bytes.readInt32LE(at), 0x8000_0000),
};

function loudestBy(read: (bytes: Buffer, at: number) => number, full: number): Loudest {
  return (bytes, from, end, step) => {
    let most = 0;
    for (let at = from; at < end; at += step) most = Math.max(most, Math.abs(read(bytes, at)));
    return most / full;
  };
}

async function mp3Peaks(
  sound: StoredSound,
  durationMs: number,
  count: number,
): Promise<Float64Array[] | null> {
  let peaks: Float64Array[] | null = null;
  let done = 0;
  const decoder = new MPEGDecoder({ enableGapless: false });
  await decoder.ready;
  try {
    for await (const frames of mp3Frames(await sound.open())) {
      for (let from = 0; from < frames.length; from += framesAtOnce) {
        const some = frames.slice(from, from + framesAtOnce);
        const [first] = some as [Mp3Frame];
        peaks ??= Array.from({ length: first.channels }, () => new Float64Array(count));
        const total = (durationMs * first.sampleRate) / 1000;
        const { channelData } = decoder.decode(Buffer.concat(some.map(({ bytes }) => bytes)));
        const samples = channelData[0]?.length ?? 0;
        peaks.forEach((own, channel) => {
          channelData[channel]?.forEach((sample, i) => {
            raise(own, Math.min(count - 1, Math.floor(((done + i) * count) / total)), sample);
          });
        });
        done += samples;
        await setImmediate();
      }
    }
  } finally {
    decoder.free();
  }
  return peaks;
}

function raise(peaks: Float64Array | undefined, stretch: number, sample: number): void {
  const size = Math.abs(sample);
  if (peaks !== undefined && size > (peaks[stretch] ?? 1)) peaks[stretch] = size;
}
