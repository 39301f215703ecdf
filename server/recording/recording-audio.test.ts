import { createHash } from 'node:crypto';
import { parse } from 'content-disposition';
import { describe, expect, it } from 'vitest';
import type { RecordingRow } from '@/lib/contract/recording';
import { openTestCore, type TestCore } from '@/server/testing/open-test-core';
import { archivedRecording, linesOf, savedAt } from './testing/recordings-of-test';

const unusual = 'Q3 "Zahlen" 数据/év';

interface Archived {
  readonly rostrum: TestCore;
  readonly row: RecordingRow;
  readonly whole: Buffer;
  readonly ask: (headers?: Record<string, string>, more?: Asked) => Promise<Answered>;
}

/** An answer that is read to its end. */
interface Answered {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Buffer;
}

interface Asked {
  readonly method?: string;
  readonly query?: string;
}

/** A recording that is archived, its file, and how to ask for it. */
async function archivedFile(asked: object = {}): Promise<Archived> {
  const rostrum = await openTestCore();
  const row = await archivedRecording(rostrum, asked);
  const ask: Archived['ask'] = async (headers = {}, { method = 'GET', query = '' } = {}) => {
    const answer = await fetch(`${rostrum.url}/api/recordings/${row.id}/audio${query}`, {
      method,
      headers: { cookie: rostrum.cookie, ...headers },
    });
    const body = Buffer.from(await answer.arrayBuffer());
    return { status: answer.status, headers: answer.headers, body };
  };
  return { rostrum, row, whole: (await ask()).body, ask };
}

describe('the file of a recording', () => {
  it.each([
    ['wav', 'audio/wav'],
    ['mp3', 'audio/mpeg'],
  ])('that is a %s is sent whole as %s', async (format, type) => {
    const { row, whole, ask } = await archivedFile({ format });
    const answer = await ask();
    expect(answer.status).toBe(200);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': type,
      'content-length': String(whole.length),
      'accept-ranges': 'bytes',
      'cache-control': 'private, no-cache',
      'x-content-type-options': 'nosniff',
      etag: `"${row.sha256}"`,
    });
    expect(createHash('sha256').update(whole).digest('hex')).toBe(row.sha256);
  });

  it('is called what its conference is called, whatever stands in that', async () => {
    const { ask } = await archivedFile({ conferenceName: unusual });
    const heard = (await ask()).headers.get('content-disposition') ?? '';
    const kept = (await ask({}, { query: '?download=1' })).headers.get('content-disposition') ?? '';
    expect(parse(heard).type).toBe('inline');
    expect(parse(kept).type).toBe('attachment');
    const name = parse(kept).parameters.filename;
    expect(name).toMatch(/^\d{4}-\d\d-\d\d \d{4} Q3 "Zahlen" 数据-év\.wav$/);
    // Who knows no other letters gets those that everybody knows.
    expect(kept).toMatch(/filename="[ -~]*Q3 _Zahlen_ __-_v\.wav"/);
  });

  it('is sent in the part that is asked for: first, middle and last', async () => {
    const { whole, ask } = await archivedFile();
    const total = whole.length;
    for (const [range, from, to] of [
      ['bytes=0-99', 0, 99],
      ['bytes=1000-1999', 1000, 1999],
      ['bytes=-100', total - 100, total - 1],
      [`bytes=${total - 7}-`, total - 7, total - 1],
      [`bytes=10-${total + 1000}`, 10, total - 1],
    ] as const) {
      const answer = await ask({ range });
      expect(answer.status, range).toBe(206);
      expect(answer.headers.get('content-range')).toBe(`bytes ${from}-${to}/${total}`);
      expect(answer.headers.get('content-length')).toBe(String(to - from + 1));
      expect(answer.body.equals(whole.subarray(from, to + 1)), range).toBe(true);
    }
  });

  it('is sent in several parts at once', async () => {
    const { whole, ask } = await archivedFile();
    const answer = await ask({ range: 'bytes=0-9,100-149,-20' });
    expect(answer.status).toBe(206);
    const type = answer.headers.get('content-type') ?? '';
    const [, boundary = ''] = /^multipart\/byteranges; boundary=(.+)$/.exec(type) ?? [];
    const { body } = answer;
    expect(answer.headers.get('content-length')).toBe(String(body.length));
    const parts = body
      .toString('latin1')
      .split(`\r\n--${boundary}`)
      .slice(1, -1)
      .map((part) => part.split(/\r\n\r\n([^]*)/));
    const total = whole.length;
    expect(parts.map(([head]) => head?.trim().split('\r\n'))).toEqual(
      [`0-9/${total}`, `100-149/${total}`, `${total - 20}-${total - 1}/${total}`].map((range) => [
        'content-type: audio/wav',
        `content-range: bytes ${range}`,
      ]),
    );
    expect(parts.map(([, content]) => content)).toEqual(
      [whole.subarray(0, 10), whole.subarray(100, 150), whole.subarray(total - 20)].map((part) =>
        part.toString('latin1'),
      ),
    );
  });

  it('has no part beyond its end, and says where that is', async () => {
    const { whole, ask } = await archivedFile();
    const answer = await ask({ range: `bytes=${whole.length}-` });
    expect(answer.status).toBe(416);
    expect(answer.headers.get('content-range')).toBe(`bytes */${whole.length}`);
  });

  it('is sent whole where the part is of another file', async () => {
    const { row, whole, ask } = await archivedFile();
    const lastModified = (await ask()).headers.get('last-modified') ?? '';
    for (const same of [`"${row.sha256}"`, lastModified])
      expect((await ask({ range: 'bytes=5-9', 'if-range': same })).status, same).toBe(206);
    for (const other of ['"another"', `W/"${row.sha256}"`, 'Sat, 01 Jan 2000 00:00:00 GMT']) {
      const answer = await ask({ range: 'bytes=5-9', 'if-range': other });
      expect(answer.status, other).toBe(200);
      expect(answer.body).toHaveLength(whole.length);
    }
  });

  it('is not sent again to who has it', async () => {
    const { row, ask } = await archivedFile();
    const answer = await ask({ 'if-none-match': `"other", "${row.sha256}"` });
    expect(answer.status).toBe(304);
    expect(answer.body).toHaveLength(0);
    expect((await ask({ 'if-none-match': '"other"' })).status).toBe(200);
  });

  it('tells its length without being sent', async () => {
    const { rostrum, whole, ask } = await archivedFile();
    const before = await linesOf(rostrum, 'recording.listen');
    const answer = await ask({ range: 'bytes=0-9' }, { method: 'HEAD' });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-length')).toBe(String(whole.length));
    expect(answer.headers.get('content-type')).toBe('audio/wav');
    expect(answer.body).toHaveLength(0);
    expect(await linesOf(rostrum, 'recording.listen')).toEqual(before);
  });

  it('that is not here yet is refused with the reason', async () => {
    const rostrum = await openTestCore();
    rostrum.carrier.intercept((method, path) =>
      method === 'GET' && path.startsWith('/recordings/') ? { status: 503, body: {} } : null,
    );
    const id = await savedAt(rostrum.carrier);
    await expect
      .poll(async () => (await rostrum.get(`/api/recordings/${id}/audio`)).body)
      .toMatchObject({
        code: 'recording-not-archived',
        detail: 'Its file is not here yet: its row says how far it is, and why',
      });
  });
});

describe('activity', () => {
  it('tells of one listening, however many parts are asked for, and of the next after half an hour', async () => {
    const { rostrum, row, ask } = await archivedFile({ conferenceName: 'Town hall' });
    for (const range of ['bytes=0-', 'bytes=500-', 'bytes=0-9']) await ask({ range });
    const { userId, name } = (await rostrum.get('/api/me')).body;
    expect(await linesOf(rostrum, 'recording.listen')).toMatchObject([
      {
        actor: { userId, name },
        role: 'administrator',
        target: { kind: 'recording', id: row.id, name: 'Town hall' },
        conference: { name: 'Town hall' },
        outcome: 'done',
      },
    ]);
    rostrum.clock.advance(1_801_000);
    await ask();
    expect(await linesOf(rostrum, 'recording.listen')).toHaveLength(2);
  });

  it('tells of one download, however many parts it has', async () => {
    const { rostrum, row, ask } = await archivedFile();
    const query = '?download=1';
    for (const range of ['bytes=0-', 'bytes=1000-', 'bytes=2000-']) await ask({ range }, { query });
    const lines = await linesOf(rostrum, 'recording.download');
    expect(lines).toMatchObject([{ target: { kind: 'recording', id: row.id }, outcome: 'done' }]);
  });
});
