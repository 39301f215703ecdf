import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { soundLength } from './sound-duration';
import { chunkOf, formatChunk, mp3Of, wavFile, wavOf } from './testing/sounds';

function lengthOf(bytes: Buffer) {
  const dir = mkdtempSync(join(tmpdir(), 'rostrum-sound-'));
  onTestFinished(() => {
    rmSync(dir, { recursive: true });
  });
  writeFileSync(join(dir, 'sound'), bytes);
  return soundLength(join(dir, 'sound'));
}

const format = formatChunk(1, 2, 8_000);
const samples = Buffer.alloc(8_000 * 2 * 1.5);

describe('the length of a WAV file', () => {
  it.each([
    ['of 8 bits', wavOf([[0.5, 0.5]], 1)],
    ['of 16 bits', wavOf([[0.5, 0.5]], 2)],
    ['of 24 bits', wavOf([[0.5, 0.5]], 3)],
    ['of 32 bits', wavOf([[0.5, 0.5]], 4)],
    [
      'in stereo',
      wavOf(
        [
          [1, 1],
          [0, 0],
        ],
        2,
        44_100,
      ),
    ],
    [
      'of three channels',
      wavOf([
        [1, 1],
        [0, 0],
        [0, 0],
      ]),
    ],
  ])('%s is that of its samples', async (_what, bytes) => {
    expect(await lengthOf(bytes)).toEqual({ format: 'wav', durationMs: 2_000 });
  });

  it.each([
    ['0', 0],
    ['more than anybody has', 0xffff_ffff],
    ['more than there is', 1_000_000],
  ])('that was never finished, and says %s, goes to its end', async (_what, length) => {
    const bytes = wavFile([format, chunkOf('data', samples, length)]);
    expect(await lengthOf(bytes)).toEqual({ format: 'wav', durationMs: 1_500 });
  });

  it('counts what its samples are and nothing else', async () => {
    const notes = chunkOf('LIST', Buffer.alloc(20_001));
    const bytes = wavFile([notes, format, notes, chunkOf('data', samples), notes]);
    expect(await lengthOf(bytes)).toEqual({ format: 'wav', durationMs: 1_500 });
  });

  it('that is cut off in the middle of a sample leaves that one out', async () => {
    const bytes = wavFile([formatChunk(2, 3, 1_000), chunkOf('data', Buffer.alloc(6 * 250 + 5))]);
    expect(await lengthOf(bytes)).toEqual({ format: 'wav', durationMs: 250 });
  });

  it('is told of samples that are no linear PCM too', async () => {
    const bytes = wavFile([formatChunk(1, 1, 8_000, 7), chunkOf('data', Buffer.alloc(4_000))]);
    expect(await lengthOf(bytes)).toEqual({ format: 'wav', durationMs: 500 });
  });

  it.each([
    ['without samples', wavFile([format])],
    ['without a format', wavFile([chunkOf('data', samples)])],
    ['of no channels', wavFile([formatChunk(0, 2, 8_000), chunkOf('data', samples)])],
    ['that ends at once', wavFile([])],
  ])('%s is not known', async (_what, bytes) => {
    expect(await lengthOf(bytes)).toBeNull();
  });
});

describe('the length of an MP3 file', () => {
  const second = [[0.5]] as const;
  const stereo = [[0.5], [0.3]] as const;
  const tag = (size: number) =>
    // What looks like frames lies in it.
    Buffer.concat([
      Buffer.from([0x49, 0x44, 0x33, 4, 0, 0, 0, 0, size >> 7, size & 0x7f]),
      Buffer.alloc(size, Buffer.from([0xff, 0xfb, 0x90, 0x00])),
    ]);

  it.each([
    ['MPEG 1', second, 44_100, 1152],
    ['MPEG 1 in stereo', stereo, 44_100, 1152],
    ['MPEG 2', second, 16_000, 576],
    ['MPEG 2.5', second, 8_000, 576],
  ] as const)('in %s is that of its frames', async (_what, loudness, rate, samplesOfFrame) => {
    const found = await lengthOf(await mp3Of(loudness, rate));
    expect(found?.format).toBe('mp3');
    // A second in whole frames, and what the encoder adds at its ends.
    const frames = ((found?.durationMs ?? 0) * rate) / 1000 / samplesOfFrame;
    expect(Math.abs(frames - Math.round(frames))).toBeLessThan(0.05);
    expect(frames).toBeGreaterThanOrEqual(rate / samplesOfFrame);
    expect(frames).toBeLessThan(rate / samplesOfFrame + 4);
  });

  it('counts no tag, and no frame that only tells of the others', async () => {
    const plain = await mp3Of(stereo);
    const expected = await lengthOf(plain);
    const table = Buffer.from(plain.subarray(0, plain.indexOf(plain.subarray(0, 2), 4)));
    table.write('Info', 36, 'latin1');
    const idv1 = Buffer.concat([Buffer.from('TAG'), Buffer.alloc(125)]);
    expect(await lengthOf(Buffer.concat([tag(3_000), tag(200), table, plain, idv1]))).toEqual(
      expected,
    );
    expect(await lengthOf(Buffer.concat([table, plain]))).toEqual(expected);
  });

  it('counts a tag longer than what is read at once as none', async () => {
    const plain = await mp3Of(second);
    const big = tag(16_000);
    // In numbers of seven bits each.
    big.set([0, 20, 0, 0], 6);
    const filled = Buffer.concat([big, Buffer.alloc(20 * 128 * 128 - 16_000, 0xff)]);
    expect(await lengthOf(Buffer.concat([filled, plain]))).toEqual(await lengthOf(plain));
  });

  it('counts the frames on both sides of what is none', async () => {
    const plain = await mp3Of(second);
    const garbage = Buffer.alloc(5_000, Buffer.from([0xff, 0xfb, 0x90, 0x00, 1, 2, 3]));
    const once = (await lengthOf(plain))?.durationMs ?? 0;
    const both = await lengthOf(Buffer.concat([plain, garbage.subarray(0, 4_999), plain]));
    expect(Math.abs((both?.durationMs ?? 0) - 2 * once)).toBeLessThanOrEqual(27);
  });

  it('counts no frame that is cut off', async () => {
    const plain = await mp3Of(second);
    const whole = (await lengthOf(plain))?.durationMs ?? 0;
    const cut = await lengthOf(plain.subarray(0, -10));
    expect(Math.round(whole - (cut?.durationMs ?? 0))).toBe(26);
  });

  it('without a single frame is not known', async () => {
    expect(await lengthOf(tag(500))).toBeNull();
  });
});

describe('the length of a sound', () => {
  it.each(['', 'RIFF', '<html>not found</html>', '{"errors":[]}'])(
    'is not told of %j',
    async (text) => {
      expect(await lengthOf(Buffer.from(text))).toBeNull();
    },
  );

  it('cannot be told of a file that is not there', async () => {
    await expect(soundLength('/nowhere/at/all')).rejects.toMatchObject({ code: 'ENOENT' });
  });
});
