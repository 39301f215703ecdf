import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readWav } from '../testing/wav';
import { recordedAs, type RecordedAs } from '../testing/recorded';
import { pieceBytes, type RecordedFile } from './recorded-file';
import { createRecordedFiles } from './recorded-files';

async function bytesOf(file: RecordedFile, from = 0, to = file.bytes): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of file.pieces(from, to)) pieces.push(piece);
  return Buffer.concat(pieces);
}

const fileOf = (recorded: RecordedAs) => createRecordedFiles().of(recordedAs(recorded));
const wavOf = async (recorded: RecordedAs) => readWav(await bytesOf(await fileOf(recorded)));

const turns = [
  { fromMs: 2000, voice: 'host' },
  { fromMs: 5000, voice: null },
  { fromMs: 6000, voice: 'guest' },
];

describe('the sound of a recording', () => {
  it('is there while somebody is heard, and silence while nobody is', async () => {
    const wav = await wavOf({ lengthMs: 9000, turns });
    expect([wav.seconds, wav.channels]).toEqual([9, 1]);
    expect(wav.loudness(0, 0, 2)).toBe(0);
    expect(wav.loudness(0, 2, 5)).toBeGreaterThan(1000);
    expect(wav.loudness(0, 5, 6)).toBe(0);
    expect(wav.loudness(0, 6, 9)).toBeGreaterThan(1000);
  });

  it('has the creator alone on the first of two channels, and everybody else on the second', async () => {
    const wav = await wavOf({ lengthMs: 9000, turns, channels: 'dual' });
    expect([wav.seconds, wav.channels]).toEqual([9, 2]);
    expect(wav.loudness(0, 2, 5)).toBeGreaterThan(1000);
    expect(wav.loudness(1, 0, 6)).toBe(0);
    expect(wav.loudness(0, 5, 9)).toBe(0);
    expect(wav.loudness(1, 6, 9)).toBeGreaterThan(1000);
  });

  it('swells and fades as speech does, for longer than one loop of it', async () => {
    const wav = await wavOf({ lengthMs: 60_000, turns: [{ fromMs: 0, voice: 'guest' }] });
    const eighths = Array.from({ length: 400 }, (_, at) => wav.loudness(0, at / 8, (at + 1) / 8));
    expect(Math.max(...eighths)).toBeGreaterThan(3 * Math.min(...eighths));
    expect(wav.loudness(0, 57, 60)).toBeGreaterThan(1000);
  });

  it('is the same each time for one speaker, and another for another', async () => {
    const speaks = async (voice: string) =>
      bytesOf(await fileOf({ lengthMs: 3000, turns: [{ fromMs: 0, voice }] }));
    const ada = await speaks('ada');
    expect(ada.equals(await speaks('ada'))).toBe(true);
    expect(ada.equals(await speaks('bob'))).toBe(false);
  });

  it('can be read from any byte to any other, in pieces of 64 kB', async () => {
    for (const channels of ['single', 'dual'] as const) {
      const file = await fileOf({ lengthMs: 21_001, turns, channels });
      const whole = await bytesOf(file);
      expect(whole).toHaveLength(file.bytes);
      const place = fc.oneof(
        fc.integer({ min: 0, max: 64 }),
        fc.integer({ min: 0, max: whole.length }),
      );
      await fc.assert(
        fc.asyncProperty(place, place, async (one, other) => {
          const [from, to] = [Math.min(one, other), Math.max(one, other)];
          expect((await bytesOf(file, from, to)).equals(whole.subarray(from, to))).toBe(true);
        }),
      );
      for await (const piece of file.pieces(7, file.bytes)) {
        expect(piece.length).toBeLessThanOrEqual(pieceBytes);
      }
    }
  });

  it('costs nothing until it is read: twelve hours have a size at once', async () => {
    const file = await fileOf({ lengthMs: 12 * 3_600_000, turns });
    expect(file.bytes).toBe(44 + 12 * 3600 * 16_000);
    expect(await bytesOf(file, file.bytes - 16_000, file.bytes)).toHaveLength(16_000);
  });
});
