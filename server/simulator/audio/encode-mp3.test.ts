import { expect, it, onTestFinished } from 'vitest';
import { walkMp3 } from '../testing/mp3-frames';
import { recordedAs, type RecordedAs } from '../testing/recorded';
import { createRecordedFiles } from './recorded-files';

async function mp3Of(recorded: Omit<RecordedAs, 'format'>): Promise<Buffer> {
  const files = createRecordedFiles();
  onTestFinished(() => files.close());
  const file = await files.of(recordedAs({ ...recorded, format: 'mp3' }));
  const pieces: Buffer[] = [];
  for await (const piece of file.pieces(0, file.bytes)) pieces.push(piece);
  return Buffer.concat(pieces);
}

const turns = [
  { fromMs: 1000, voice: 'ada' },
  { fromMs: 3000, voice: null },
];

it('an MP3 plays as long as its recording, whatever the length and the channels', async () => {
  for (const lengthMs of [100, 1000, 30_250]) {
    for (const channels of ['single', 'dual'] as const) {
      const mp3 = walkMp3(await mp3Of({ lengthMs, turns, channels }));
      expect(mp3.seconds).toBeGreaterThanOrEqual(lengthMs / 1000);
      expect(mp3.seconds).toBeLessThan(lengthMs / 1000 + 0.5);
      expect(mp3.channels).toBe(channels === 'dual' ? 2 : 1);
    }
  }
});

it('an MP3 has a constant bit rate, and is the same byte for byte when it is encoded again', async () => {
  const first = await mp3Of({ lengthMs: 8000, turns });
  expect(walkMp3(first).frameSizes).toEqual(new Set([288]));
  expect((await mp3Of({ lengthMs: 8000, turns })).equals(first)).toBe(true);
});

it('the server goes on with its work while an MP3 is encoded', async () => {
  let others = 0;
  const work = () => {
    others += 1;
    next = setImmediate(work);
  };
  let next = setImmediate(work);
  await mp3Of({ lengthMs: 120_000, turns });
  clearImmediate(next);
  expect(others).toBeGreaterThan(100);
});
