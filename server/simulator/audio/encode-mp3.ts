import { open } from 'node:fs/promises';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { createMp3Encoder } from 'wasm-media-encoders';
import { type RecordedSound } from './recorded-sound';
import { sampleRate } from './voices';

// One second: a slice is encoded within a few milliseconds.
const SLICE_FRAMES = sampleRate;
const LOUDEST_SAMPLE = 32_768;

/** Takes the channels apart, as the encoder wants them: numbers from -1 to 1. */
function channelsOf(sound: RecordedSound, from: number, to: number): Float32Array[] {
  const bytes = sound.read(from, to);
  return Array.from({ length: sound.channels }, (_, channel) => {
    const samples = new Float32Array(to - from);
    for (let at = 0; at < samples.length; at += 1) {
      samples[at] = bytes.readInt16LE(at * sound.frameBytes + channel * 2) / LOUDEST_SAMPLE;
    }
    return samples;
  });
}

/** Writes a sound as an MP3 of constant bit rate, the same each time; others may work between slices. */
export async function encodeMp3(sound: RecordedSound, path: string): Promise<void> {
  const encoder = await createMp3Encoder();
  encoder.configure({
    channels: sound.channels,
    sampleRate,
    outputSampleRate: sampleRate,
    bitrate: sound.channels === 2 ? 64 : 32,
  });
  const file = await open(path, 'w');
  try {
    for (let at = 0; at < sound.frames; at += SLICE_FRAMES) {
      const slice = channelsOf(sound, at, Math.min(at + SLICE_FRAMES, sound.frames));
      await file.write(encoder.encode(slice));
      await nextTurn();
    }
    await file.write(encoder.finalize());
  } finally {
    await file.close();
  }
}
