import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { crc32 } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { fromBufferPromise } from 'yauzl';
import { readCsv } from '@/server/testing/read-csv';
import { type ZippedRecording, zipRecordings } from './zip-recordings';

const noon = Date.UTC(2026, 10, 21, 12) * 1000;

function recordingOf(
  n: number,
  more: Partial<ZippedRecording> = {},
  content = Buffer.alloc(1000 + n, `sound ${n} `),
): ZippedRecording {
  return {
    id: `r-${n}`,
    title: `Call ${n}`,
    conference: null,
    format: 'mp3',
    startedAt: noon,
    durationMs: 61_250,
    bytes: content.length,
    sha256: createHash('sha256').update(content).digest('hex'),
    open: () => Promise.resolve(Readable.from([content.subarray(0, 600), content.subarray(600)])),
    ...more,
  };
}

/** The files in a ZIP, by name, as another program finds them. */
async function unzipped(bytes: Buffer): Promise<Map<string, Buffer>> {
  const zip = await fromBufferPromise(bytes, { strictFileNames: true, validateEntrySizes: true });
  const files = new Map<string, Buffer>();
  for await (const entry of zip.eachEntry()) {
    const content = await buffer(await zip.openReadStreamPromise(entry));
    expect(crc32(content)).toBe(entry.crc32);
    files.set(entry.fileName, content);
  }
  return files;
}

const namesIn = async (recordings: readonly ZippedRecording[], timeZone = 'UTC') =>
  [...(await unzipped(await buffer(zipRecordings(recordings, timeZone).stream()))).keys()].slice(2);

const failureOf = (stream: Readable) =>
  buffer(stream).then(
    () => 'whole',
    (error: unknown) => String(error),
  );

describe('a ZIP of recordings', () => {
  it('holds twenty, as they are, and is as long as it said', async () => {
    const recordings = Array.from({ length: 20 }, (_, n) => recordingOf(n));
    const zip = zipRecordings(recordings, 'UTC');
    const bytes = await buffer(zip.stream());
    expect(bytes.length).toBe(zip.bytes);
    const files = await unzipped(bytes);
    expect(files.size).toBe(22);
    expect(files.get('2026-11-21 1200 Call 7.mp3')?.toString()).toMatch(/^(sound 7 )+/);
    expect((await buffer(zip.stream())).equals(bytes)).toBe(true);
  });

  it('says what is in it', async () => {
    const recordings = [
      recordingOf(1, { conference: 'Q3, "final"' }),
      recordingOf(2, { startedAt: null, durationMs: null, format: 'wav' }),
    ];
    const files = await unzipped(await buffer(zipRecordings(recordings, 'UTC').stream()));
    expect([...files.keys()]).toEqual([
      'manifest.csv',
      'SHA256SUMS',
      '2026-11-21 1200 Call 1.mp3',
      'Call 2.wav',
    ]);
    const manifest = files.get('manifest.csv')?.toString() ?? '';
    const [one, two] = recordings.map(({ sha256 }) => sha256);
    expect(readCsv(manifest.slice(1))).toEqual([
      ['name', 'id', 'conference', 'started', 'length_seconds', 'bytes', 'sha256'],
      [
        ...['2026-11-21 1200 Call 1.mp3', 'r-1', 'Q3, "final"', '2026-11-21T12:00:00.000Z'],
        ...['61.25', '1001', one],
      ],
      ['Call 2.wav', 'r-2', '', '', '', '1002', two],
    ]);
    const lines = (files.get('SHA256SUMS')?.toString() ?? '').split('\n').slice(0, -1);
    const sums = lines.map((line) => /^([0-9a-f]{64}) {2}(.+)$/.exec(line)?.slice(1));
    expect(sums).toHaveLength(2);
    for (const [sum, name = ''] of sums as string[][])
      expect(
        createHash('sha256')
          .update(files.get(name) ?? '')
          .digest('hex'),
      ).toBe(sum);
  });

  it('tells times where its reader is', async () => {
    expect(await namesIn([recordingOf(1)], 'Asia/Tokyo')).toEqual(['2026-11-21 2100 Call 1.mp3']);
  });

  it('gives each a name of its own, whatever the letters', async () => {
    const titles = [
      'Call',
      'CALL',
      'Call',
      'Anruf “Ü” 电话 🎉',
      'say "hi": why?',
      '../../etc',
      ' ',
      'a\nb',
    ];
    const recordings = titles.map((title, n) => recordingOf(n, { title }));
    expect(await namesIn(recordings)).toEqual([
      '2026-11-21 1200 Call.mp3',
      '2026-11-21 1200 CALL (2).mp3',
      '2026-11-21 1200 Call (3).mp3',
      '2026-11-21 1200 Anruf “Ü” 电话 🎉.mp3',
      "2026-11-21 1200 say 'hi'- why-.mp3",
      '2026-11-21 1200 ..-..-etc.mp3',
      '2026-11-21 1200 Recording.mp3',
      '2026-11-21 1200 ab.mp3',
    ]);
  });

  it('takes no name of its own files, and no long one', async () => {
    const recordings = [
      recordingOf(1, { title: '電'.repeat(300), startedAt: null }),
      recordingOf(2, { title: '電'.repeat(300), startedAt: null }),
      recordingOf(3, { title: '..', startedAt: null }),
    ];
    const long = '電'.repeat(66);
    expect(await namesIn(recordings)).toEqual([`${long}.mp3`, `${long} (2).mp3`, 'file.mp3']);
  });

  it.each([200, 201, 500])('of %i recordings is as long as it said', async (count) => {
    const recordings = Array.from({ length: count }, (_, n) =>
      recordingOf(n, { title: `${n} ${'x'.repeat(300)}` }),
    );
    const zip = zipRecordings(recordings, 'UTC');
    const bytes = await buffer(zip.stream());
    expect(bytes.length).toBe(zip.bytes);
    expect((await unzipped(bytes)).size).toBe(count + 2);
    const isZip64 = bytes.includes(Buffer.from([0x50, 0x4b, 6, 7]));
    expect(isZip64).toBe(count > 200);
  });

  it('of many gigabytes knows how long it will be, and opens nothing for it', () => {
    const never = () => Promise.reject(new Error('opened'));
    const recordings = [1, 2, 3].map((n) => recordingOf(n, { bytes: 3e9, open: never }));
    expect(zipRecordings(recordings, 'UTC').bytes).toBeGreaterThan(9e9);
  });

  it('without recordings is a ZIP all the same', async () => {
    const zip = zipRecordings([], 'UTC');
    const bytes = await buffer(zip.stream());
    expect(bytes.length).toBe(zip.bytes);
    expect((await unzipped(bytes)).size).toBe(2);
  });

  it('opens each recording when its turn comes, one at a time', async () => {
    let open = 0;
    let most = 0;
    const recordings = Array.from({ length: 5 }, (_, n) => {
      const recording = recordingOf(n);
      return {
        ...recording,
        open: async () => {
          open += 1;
          most = Math.max(most, open);
          return (await recording.open()).once('close', () => (open -= 1));
        },
      };
    });
    await buffer(zipRecordings(recordings, 'UTC').stream());
    expect({ open, most }).toEqual({ open: 0, most: 1 });
  });

  it.each([
    ['shorter', -1],
    ['longer', 1],
  ])('fails where a recording is %s than it says', async (_what, by) => {
    const recording = recordingOf(2);
    const wrong = { ...recording, bytes: recording.bytes - by };
    const zip = zipRecordings([recordingOf(1), wrong, recordingOf(3)], 'UTC');
    expect(await failureOf(zip.stream())).toMatch(/r-2 is not \d+ bytes long/);
  });

  it('fails where a recording cannot be opened, and where it breaks off', async () => {
    const gone = recordingOf(2, { open: () => Promise.reject(new Error('gone')) });
    expect(await failureOf(zipRecordings([recordingOf(1), gone], 'UTC').stream())).toBe(
      'Error: gone',
    );
    const broken = recordingOf(2, {
      open: () =>
        Promise.resolve(
          new Readable({
            read() {
              this.destroy(new Error('broken'));
            },
          }),
        ),
    });
    expect(await failureOf(zipRecordings([broken], 'UTC').stream())).toBe('Error: broken');
  });

  it('is read no faster than it is taken, and closes what is open when nobody takes it', async () => {
    let chunks = 0;
    const endless = new Readable({
      read() {
        chunks += 1;
        this.push(Buffer.alloc(64 * 1024));
      },
    });
    const recording = recordingOf(1, { bytes: 3e9, open: () => Promise.resolve(endless) });
    const stream = zipRecordings([recording], 'UTC').stream();
    const closed = new Promise((resolve) => endless.once('close', resolve));
    let taken = 0;
    for await (const chunk of stream) {
      taken += (chunk as Buffer).length;
      if (taken > 1_000_000) break;
    }
    await closed;
    expect(chunks).toBeLessThan(40);
  });
});
