import { createHash } from 'node:crypto';
import { createRandom, type Random } from '../engine/random';

/** Samples a second, as telephones have them. */
export const sampleRate = 8000;
/** How long somebody speaks before their speech comes again from its start. */
export const loopSamples = 8 * sampleRate;
const BYTES_PER_SAMPLE = 2;
const LOUDEST = 16_000;
const HARMONICS = 5;
const PAUSE_SHARE = 0.15;
const LOOPS_KEPT = 32;

/** What people sound like; everybody has a pitch and a rhythm of their own. */
export interface Voices {
  /** The speech of one of them, 16-bit, on one of the channels and silence on the others. */
  loopOf(speaker: string, channel: number, channels: number): Buffer;
}

/** Writes one syllable: a tone with its overtones that swells and fades. */
function writeSyllable(
  into: Int16Array,
  { from, length, pitch, loudness }: Record<'from' | 'length' | 'pitch' | 'loudness', number>,
): void {
  const step = (2 * Math.PI * pitch) / sampleRate;
  for (let at = 0; at < length; at += 1) {
    let tone = 0;
    for (let n = 1; n <= HARMONICS; n += 1) tone += Math.sin(step * n * (from + at)) / n;
    into[from + at] = (tone / 2) * Math.sin((Math.PI * at) / length) * loudness * LOUDEST;
  }
}

function speak(random: Random): Int16Array {
  const speech = new Int16Array(loopSamples);
  const pitch = random.between(90, 240);
  let from = 0;
  while (from < loopSamples) {
    const wanted = Math.round(random.between(0.1, 0.28) * sampleRate);
    const length = Math.min(wanted, loopSamples - from);
    const isPause = from > 0 && random.chance(PAUSE_SHARE);
    const loudness = isPause ? 0 : random.between(0.4, 1);
    writeSyllable(speech, { from, length, pitch: pitch * random.between(0.95, 1.05), loudness });
    from += length;
  }
  return speech;
}

function onChannel(speech: Int16Array, channel: number, channels: number): Buffer {
  const loop = Buffer.alloc(speech.length * channels * BYTES_PER_SAMPLE);
  for (const [at, sample] of speech.entries()) {
    loop.writeInt16LE(sample, (at * channels + channel) * BYTES_PER_SAMPLE);
  }
  return loop;
}

/** Voices that follow from the speaker's id alone; a few are kept, the others are made again. */
export function createVoices(): Voices {
  const kept = new Map<string, Buffer>();
  return {
    loopOf(speaker, channel, channels) {
      const key = `${channel} ${channels} ${speaker}`;
      const known = kept.get(key);
      if (known !== undefined) return known;
      const seed = createHash('sha256').update(speaker).digest().readUInt32BE(0);
      const loop = onChannel(speak(createRandom(seed)), channel, channels);
      const [oldest] = kept.keys();
      if (kept.size >= LOOPS_KEPT && oldest !== undefined) kept.delete(oldest);
      kept.set(key, loop);
      return loop;
    },
  };
}
