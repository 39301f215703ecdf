const kilobits = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160];
const rates = [11_025, 12_000, 8000];
const SAMPLES_PER_FRAME = 576;

/** What the frames of an MP3 say. */
export interface Mp3 {
  readonly seconds: number;
  readonly channels: 1 | 2;
  readonly frameSizes: ReadonlySet<number>;
}

/** Walks through an MP3 of MPEG 2.5 from frame to frame; throws where there is none. */
export function walkMp3(bytes: Buffer): Mp3 {
  const frameSizes = new Set<number>();
  let seconds = 0;
  let mode = 0;
  for (let at = 0; at < bytes.length;) {
    // Eleven bits of sync, version 2.5, layer III, no checksum.
    if (bytes.readUInt16BE(at) !== 0xffe3) throw new Error(`There is no frame at ${at}.`);
    const settings = bytes.readUInt8(at + 2);
    const rate = rates[(settings >> 2) & 3] ?? NaN;
    const bits = (kilobits[settings >> 4] ?? NaN) * 1000;
    const size = Math.floor((72 * bits) / rate) + ((settings >> 1) & 1);
    mode = bytes.readUInt8(at + 3) >> 6;
    frameSizes.add(size);
    seconds += SAMPLES_PER_FRAME / rate;
    at += size;
  }
  return { seconds, channels: mode === 3 ? 1 : 2, frameSizes };
}
