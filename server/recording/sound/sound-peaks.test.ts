import { describe, expect, it } from 'vitest';
import { soundPeaks } from './sound-peaks';
import { chunkOf, formatChunk, mp3Of, soundOf, wavFile, wavOf } from './testing/sounds';

const repeated = (...heights: readonly number[]) =>
  heights.flatMap((height) => Array<number>(20).fill(height));

describe('the peaks of a WAV file', () => {
  it.each([1, 2, 3, 4] as const)(
    'of %i bytes a sample are its loudest, every 50 ms',
    async (sampleBytes) => {
      const peaks = await soundPeaks(soundOf(wavOf([[0.25, 0, 1, 0.5]], sampleBytes)), 4_000);
      expect(peaks).toEqual({ durationMs: 4_000, channels: [repeated(0.25, 0, 1, 0.5)] });
    },
  );

  it('are told of each channel, and of two at most', async () => {
    const loudness = [
      [0.25, 0.5],
      [0.125, 0.75],
      [1, 1],
    ];
    const two = await soundPeaks(soundOf(wavOf(loudness.slice(0, 2))), 2_000);
    const three = await soundPeaks(soundOf(wavOf(loudness)), 2_000);
    expect(two?.channels).toEqual([repeated(0.25, 0.5), repeated(0.125, 0.75)]);
    expect(three).toEqual(two);
  });

  it('are the same however the file is cut into pieces', async () => {
    const bytes = wavOf(
      [
        [0.25, 0.5],
        [0.125, 0.75],
      ],
      3,
    );
    const expected = await soundPeaks(soundOf(bytes, bytes.length), 2_000);
    for (const pieceBytes of [7, 64, 4_099])
      expect(await soundPeaks(soundOf(bytes, pieceBytes), 2_000)).toEqual(expected);
  });

  it('have three decimals', async () => {
    const peaks = await soundPeaks(soundOf(wavOf([[0.123456]])), 1_000);
    expect(peaks?.channels).toEqual([repeated(0.123)]);
  });

  it('are 2,400 at most, of equal stretches', async () => {
    const rate = 100;
    const seconds = 300;
    const data = Buffer.alloc(rate * seconds * 2);
    data.writeInt16LE(16_384, (data.length / 2) * 0.5 * 2);
    data.writeInt16LE(-32_768, data.length - 2);
    const bytes = wavFile([formatChunk(1, 2, rate), chunkOf('data', data)]);
    const [channel = []] = (await soundPeaks(soundOf(bytes), seconds * 1000))?.channels ?? [];
    expect(channel).toHaveLength(2_400);
    expect(channel.flatMap((peak, i) => (peak > 0 ? [[i, peak]] : []))).toEqual([
      [1_200, 0.5],
      [2_399, 1],
    ]);
  });

  it('are told of a file that was never finished', async () => {
    const data = Buffer.alloc(8_000 * 2, Buffer.from([0, 0x40]));
    const bytes = wavFile([formatChunk(1, 2, 8_000), chunkOf('data', data, 0)]);
    expect((await soundPeaks(soundOf(bytes), 1_000))?.channels).toEqual([repeated(0.5)]);
  });

  it('are none where there is no sound', async () => {
    const bytes = wavFile([formatChunk(1, 2, 8_000), chunkOf('data', Buffer.alloc(0))]);
    expect(await soundPeaks(soundOf(bytes), 0)).toEqual({ durationMs: 0, channels: [[]] });
  });
});

describe('the peaks of an MP3 file', () => {
  it.each([
    ['in mono', [[0.1, 0.8, 0, 0.4]], 8_000],
    ['in mono', [[0.1, 0.8, 0, 0.4]], 16_000],
    [
      'in stereo',
      [
        [0.1, 0.8, 0, 0.4],
        [0.5, 0, 0.3, 0.2],
      ],
      44_100,
    ],
  ] as const)('%s are its loudest, every 50 ms', async (_what, loudness, rate) => {
    const { channels = [] } = (await soundPeaks(soundOf(await mp3Of(loudness, rate)), 4_100)) ?? {};
    expect(channels).toHaveLength(loudness.length);
    loudness.forEach((seconds, channel) => {
      expect(channels[channel]).toHaveLength(82);
      // In the middle of each second: at its ends what was packed runs over.
      seconds.forEach((height, second) => {
        for (const peak of channels[channel]?.slice(second * 20 + 6, second * 20 + 16) ?? [])
          expect(Math.abs(peak - height)).toBeLessThan(0.07);
      });
    });
  });

  it('are made while the server does something else', async () => {
    const bytes = await mp3Of([Array<number>(20).fill(0.5)]);
    let turns = 0;
    let isDone = false;
    const turn = () => {
      turns += 1;
      if (!isDone) setImmediate(turn);
    };
    turn();
    await soundPeaks(soundOf(bytes, bytes.length), 20_000);
    isDone = true;
    // 766 frames, 24 at once.
    expect(turns).toBeGreaterThanOrEqual(32);
  });

  it('are told of a damaged file too', async () => {
    const bytes = await mp3Of([[0.5, 0.5]]);
    for (let at = 300; at < bytes.length; at += 97) bytes[at] = at % 256;
    expect((await soundPeaks(soundOf(bytes), 2_000))?.channels[0]).toHaveLength(40);
  });
});

describe('the peaks of anything else', () => {
  it.each([
    ['a page', Buffer.from('<html>not found</html>')],
    ['nothing', Buffer.alloc(0)],
    [
      'a WAV file that is no linear PCM',
      wavFile([formatChunk(1, 1, 8_000, 7), chunkOf('data', Buffer.alloc(800))]),
    ],
    ['an MP3 file without a frame', Buffer.concat([Buffer.from('ID3'), Buffer.alloc(200)])],
  ])('are not told: %s', async (_what, bytes) => {
    expect(await soundPeaks(soundOf(bytes), 1_000)).toBeNull();
  });
});
