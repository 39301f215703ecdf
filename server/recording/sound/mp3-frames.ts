import type { Readable } from 'node:stream';

/** One frame of an MP3 file: a piece of sound that says itself how it is written. */
export interface Mp3Frame {
  readonly bytes: Buffer;
  /** Of each channel. */
  readonly samples: number;
  readonly sampleRate: number;
  readonly channels: 1 | 2;
}

interface Mp3Head extends Omit<Mp3Frame, 'bytes'> {
  readonly length: number;
}

const headBytes = 4;
const tagHeadBytes = 10;
const bitRates = {
  first: [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
  later: [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
} as const;
const sampleRates = [44_100, 48_000, 32_000] as const;
// By the two bits of the version; 1 is reserved.
const rateDivisors = [4, null, 2, 1] as const;
const firstVersion = 0b11;
const layer3 = 0b01;
const mono = 0b11;

/**
 * The frames of an MP3 file (MPEG 1, 2 and 2.5, layer III), as many at once as were read. Left out are tags,
 * what is no frame, a last frame that is cut off, and the first one where it only tells of the others (Xing,
 * Info, VBRI).
 */
export async function* mp3Frames(source: Readable): AsyncGenerator<readonly Mp3Frame[]> {
  const walk = createWalk();
  for await (const chunk of source as AsyncIterable<Buffer>) yield walk.take(chunk, false);
  yield walk.take(Buffer.alloc(0), true);
}

interface Walk {
  /** The frames that are complete with one more piece of the file. */
  take(chunk: Buffer, isLast: boolean): readonly Mp3Frame[];
}

function createWalk(): Walk {
  let waiting = Buffer.alloc(0);
  let toSkip = 0;
  // Whether a frame ended right where the next should begin: anywhere else two of them must follow.
  let isInStep = false;
  let like: Mp3Head | null = null;
  return {
    take: (chunk, isLast) => {
      waiting = Buffer.concat([waiting, chunk]);
      const frames: Mp3Frame[] = [];
      let at = 0;
      for (;;) {
        const skipped = Math.min(toSkip, waiting.length - at);
        toSkip -= skipped;
        at += skipped;
        const left = waiting.subarray(at);
        if (left.length < (isLast ? headBytes : tagHeadBytes)) break;
        toSkip = tagBytes(left);
        if (toSkip > 0) continue;
        const found = frameIn(left, like, isInStep, isLast);
        if (found === 'wait') break;
        isInStep = found !== null;
        at += found?.length ?? 1;
        if (found === null) continue;
        const bytes = left.subarray(0, found.length);
        if (like !== null || !isTable(bytes)) frames.push({ ...found, bytes });
        like ??= found;
      }
      waiting = waiting.subarray(at);
      return frames;
    },
  };
}

/** The frame that begins here; null where none does, `wait` where more must be read to know. */
function frameIn(
  bytes: Buffer,
  like: Mp3Head | null,
  isInStep: boolean,
  isLast: boolean,
): Mp3Head | null | 'wait' {
  const head = headIn(bytes);
  if (head === null || !isAlike(head, like)) return null;
  if (bytes.length < head.length) return isLast ? null : 'wait';
  if (isInStep) return head;
  const rest = bytes.subarray(head.length);
  if (rest.length < headBytes && !isLast) return 'wait';
  const next = headIn(rest);
  return rest.length === 0 || (next !== null && isAlike(next, head)) ? head : null;
}

function isAlike(head: Mp3Head, like: Mp3Head | null): boolean {
  return like === null || (head.sampleRate === like.sampleRate && head.samples === like.samples);
}

function headIn(bytes: Buffer): Mp3Head | null {
  if (bytes.length < headBytes) return null;
  const bits = bytes.readUInt32BE(0);
  const version = (bits >> 19) & 0b11;
  const divisor = rateDivisors[version];
  if (bits >>> 21 !== 0b111_1111_1111 || ((bits >> 17) & 0b11) !== layer3) return null;
  const bitRate = bitRates[version === firstVersion ? 'first' : 'later'][(bits >> 12) & 0b1111];
  const rate = sampleRates[(bits >> 10) & 0b11];
  // What has no bit rate of its own is as long as it likes; nobody makes such files.
  if (!bitRate || rate === undefined || !divisor) return null;
  const samples = version === firstVersion ? 1152 : 576;
  const sampleRate = rate / divisor;
  const padding = (bits >> 9) & 1;
  return {
    samples,
    sampleRate,
    channels: ((bits >> 6) & 0b11) === mono ? 1 : 2,
    length: Math.floor((samples * bitRate * 125) / sampleRate) + padding,
  };
}

/** How long the tag is that begins here (ID3v2); 0 where none does. */
function tagBytes(bytes: Buffer): number {
  if (bytes.length < tagHeadBytes || bytes.toString('latin1', 0, 3) !== 'ID3') return 0;
  const flags = bytes.readUInt8(5);
  const size = [...bytes.subarray(6, 10)].reduce((sum, byte) => sum * 128 + (byte & 0x7f), 0);
  const footer = (flags & 0b1_0000) === 0 ? 0 : tagHeadBytes;
  return tagHeadBytes + size + footer;
}

/** Whether a frame holds no sound but a table of the others. */
function isTable(frame: Buffer): boolean {
  // Right behind what a frame needs by version and channels; the sound of none begins like this.
  const places = [9, 17, 32].flatMap((at) => [at + headBytes, at + headBytes + 2]);
  const isXing = places.some((at) => /^(?:Xing|Info)$/.test(frame.toString('latin1', at, at + 4)));
  return isXing || frame.toString('latin1', 36, 40) === 'VBRI';
}
