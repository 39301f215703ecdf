import { type Recording } from '../network/world';
import { loopSamples, sampleRate, type Voices } from './voices';

/** The sound of a recording, made where it is asked for: 16-bit samples, channels side by side. */
export interface RecordedSound {
  readonly channels: 1 | 2;
  /** Bytes of one moment, all channels together. */
  readonly frameBytes: number;
  readonly frames: number;
  /** The bytes of the moments from `from` to before `to`. */
  read(from: number, to: number): Buffer;
}

/** Somebody's speech within a recording, counted in frames. */
interface Passage {
  readonly from: number;
  readonly voice: string | null;
}

const framesIn = (ms: number) => Math.round((ms * sampleRate) / 1000);

/** The passage that a frame lies in; the first one where it lies before all. */
function passageAt(passages: readonly Passage[], frame: number): number {
  let low = 0;
  let high = passages.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((passages[middle]?.from ?? 0) <= frame) low = middle;
    else high = middle;
  }
  return low;
}

/** What was heard: the creator alone on the first of two channels, everybody else on the other (DOMAIN §4.6). */
export function recordedSound(
  voices: Voices,
  { conference, channels, turns, lengthMs }: Recording,
): RecordedSound {
  const channelCount = channels === 'dual' ? 2 : 1;
  const frameBytes = channelCount * 2;
  const frames = framesIn(lengthMs);
  const owner = conference.owner.callControlId;
  const passages = turns.map(({ fromMs, voice }) => ({ from: framesIn(fromMs), voice }));

  function speechOf(voice: string): Buffer {
    const channel = channelCount === 2 && voice !== owner ? 1 : 0;
    return voices.loopOf(voice, channel, channelCount);
  }

  /** Writes one voice over the frames from `from` to before `to` of what is being read from `start`. */
  function write(bytes: Buffer, start: number, voice: string, from: number, to: number): void {
    const speech = speechOf(voice);
    for (let at = from; at < to;) {
      const inLoop = at % loopSamples;
      const count = Math.min(to - at, loopSamples - inLoop);
      const source = inLoop * frameBytes;
      speech.copy(bytes, (at - start) * frameBytes, source, source + count * frameBytes);
      at += count;
    }
  }

  return {
    channels: channelCount,
    frameBytes,
    frames,
    read(from, to) {
      const bytes = Buffer.alloc((to - from) * frameBytes);
      for (let at = passageAt(passages, from); at < passages.length; at += 1) {
        const passage = passages[at];
        if (passage === undefined || passage.from >= to) break;
        const end = Math.min(passages[at + 1]?.from ?? frames, to);
        if (passage.voice === null) continue;
        write(bytes, from, passage.voice, Math.max(passage.from, from), end);
      }
      return bytes;
    },
  };
}
