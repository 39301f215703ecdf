import { once } from 'node:events';
import { createServer, request as ask } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream as WebStream } from 'node:stream/web';
import contentDisposition from 'content-disposition';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { askRaw } from '@/server/testing/ask-raw';
import { fileResponse, type StoredFile } from './file-response';

const content = Buffer.from('0123456789abcdefghij');
const sha256 = 'ab'.repeat(32);
const changed = 'Sat, 21 Nov 2026 12:00:00 GMT';

const usual: StoredFile = {
  name: 'call.wav',
  mediaType: 'audio/wav',
  disposition: 'attachment',
  bytes: content.length,
  sha256,
  lastModified: new Date('2026-11-21T12:00:00.250Z'),
  open: (range) =>
    Promise.resolve(Readable.from([content.subarray(range?.start, range && range.end + 1)])),
};
let file = usual;
let port = 0;

const server = createServer((asked, answer) => {
  const request = new Request(`http://localhost${asked.url ?? '/'}`, {
    method: asked.method ?? 'GET',
    headers: asked.headers as Record<string, string>,
  });
  const send = async () => {
    const { status, headers, body } = await fileResponse(request, file);
    answer.writeHead(status, Object.fromEntries(headers));
    if (body === null) answer.end();
    else await pipeline(Readable.fromWeb(body as WebStream), answer).catch(() => answer.destroy());
  };
  send().catch((error: unknown) => answer.writeHead(500).end(String(error)));
});

beforeAll(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  ({ port } = server.address() as AddressInfo);
});
beforeEach(() => {
  file = usual;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const get = (headers: Record<string, string> = {}, method = 'GET') =>
  askRaw(`http://127.0.0.1:${port}`, { path: '/', method, headers });

describe('a stored file', () => {
  it('comes whole', async () => {
    const { status, text, headers } = await get();
    expect({ status, text }).toEqual({ status: 200, text: content.toString() });
    expect(headers).toMatchObject({
      'content-type': 'audio/wav',
      'content-length': '20',
      'accept-ranges': 'bytes',
      etag: `"${sha256}"`,
      'last-modified': changed,
      'cache-control': 'private, no-cache',
      'x-content-type-options': 'nosniff',
      'content-disposition': 'attachment; filename="call.wav"',
    });
  });

  it('tells all about itself to HEAD, and is not opened', async () => {
    file = { ...usual, open: () => Promise.reject(new Error('opened')) };
    const { status, text, headers } = await get({ range: 'bytes=0-1' }, 'HEAD');
    expect({ status, text }).toEqual({ status: 200, text: '' });
    expect(headers).toMatchObject({ 'content-length': '20', etag: `"${sha256}"` });
  });

  it('that cannot be opened is a failure, and no empty file', async () => {
    file = { ...usual, open: () => Promise.reject(new Error('gone')) };
    expect(await get()).toMatchObject({ status: 500, text: 'Error: gone' });
    expect(await get({ range: 'bytes=0-1,4-5' })).toMatchObject({ status: 500 });
  });

  it('of no bytes comes whole, and has no part', async () => {
    file = { ...usual, bytes: 0, open: () => Promise.resolve(Readable.from([])) };
    expect(await get()).toMatchObject({
      status: 200,
      text: '',
      headers: { 'content-length': '0' },
    });
    expect(await get({ range: 'bytes=0-' })).toMatchObject({ status: 416 });
  });

  it('is opened here where it is asked for', async () => {
    file = { ...usual, disposition: 'inline' };
    const { headers } = await get();
    expect(headers['content-disposition']).toBe('inline; filename="call.wav"');
  });
});

describe('a part of a stored file', () => {
  it.each([
    ['the first', 'bytes=0-3', '0123', 'bytes 0-3/20'],
    ['one in the middle', 'bytes=9-10', '9a', 'bytes 9-10/20'],
    ['all from one on', 'bytes=18-', 'ij', 'bytes 18-19/20'],
    ['one that goes beyond the end', 'bytes=18-99', 'ij', 'bytes 18-19/20'],
    ['the last', 'bytes=-3', 'hij', 'bytes 17-19/20'],
    ['more than there is at its end', 'bytes=-99', content.toString(), 'bytes 0-19/20'],
    ['a single byte', 'bytes=0-0', '0', 'bytes 0-0/20'],
    ['the whole', 'bytes=0-', content.toString(), 'bytes 0-19/20'],
    ['one of several within it', 'bytes=2-3, 50-60', '23', 'bytes 2-3/20'],
    ['a unit in capitals', 'Bytes=2-3', '23', 'bytes 2-3/20'],
  ])('comes alone: %s', async (_what, range, text, contentRange) => {
    const answer = await get({ range });
    expect(answer).toMatchObject({ status: 206, text });
    expect(answer.headers).toMatchObject({
      'content-range': contentRange,
      'content-length': String(text.length),
      'content-type': 'audio/wav',
    });
  });

  it('comes with others', async () => {
    const { status, text, headers } = await get({ range: 'bytes=-2,0-1,9-10' });
    expect(status).toBe(206);
    expect(headers['content-length']).toBe(String(text.length));
    const [, boundary = ''] =
      /^multipart\/byteranges; boundary=(.+)$/.exec(headers['content-type'] ?? '') ?? [];
    const part = (range: string, bytes: string) =>
      `\r\n--${boundary}\r\ncontent-type: audio/wav\r\ncontent-range: bytes ${range}/20\r\n\r\n${bytes}`;
    expect(text).toBe(
      `${part('18-19', 'ij')}${part('0-1', '01')}${part('9-10', '9a')}\r\n--${boundary}--\r\n`,
    );
  });

  it.each(['bytes=20-', 'bytes=20-30', 'bytes=-0', 'bytes=99-100,30-'])(
    'beyond the end is none: %s',
    async (range) => {
      const answer = await get({ range });
      expect(answer).toMatchObject({ status: 416, text: '' });
      expect(answer.headers['content-range']).toBe('bytes */20');
    },
  );

  it.each([
    ['not well formed', 'bytes=abc'],
    ['empty', 'bytes='],
    ['without a number', 'bytes=-'],
    ['turned round', 'bytes=5-2'],
    ['negative', 'bytes=1--2'],
    ['of another unit', 'seconds=0-1'],
    ['half right', 'bytes=0-1,x'],
    ['overlapping', 'bytes=0-5,3-8'],
    ['the same again and again', 'bytes=0-,0-'],
    ['nine', `bytes=${Array.from({ length: 9 }, (_, i) => `${i * 2}-${i * 2}`).join()}`],
  ])('that is %s is ignored', async (_what, range) => {
    const answer = await get({ range });
    expect(answer).toMatchObject({ status: 200, text: content.toString() });
    expect(answer.headers['content-range']).toBeUndefined();
  });

  it.each([
    ['the same file', `"${sha256}"`, 206],
    ['another file', '"another"', 200],
    ['a file that is the same in meaning only', `W/"${sha256}"`, 200],
    ['the same date', changed, 206],
    ['another date', 'Sat, 21 Nov 2026 11:59:59 GMT', 200],
    ['no date', 'yesterday', 200],
  ])('is sent if the asker has %s: %s, %i', async (_what, condition, status) => {
    expect(await get({ range: 'bytes=0-1', 'if-range': condition })).toMatchObject({ status });
  });
});

describe('a stored file that the asker has already', () => {
  it.each([
    [{ 'if-none-match': `"${sha256}"` }, 304],
    [{ 'if-none-match': `"other", W/"${sha256}"` }, 304],
    [{ 'if-none-match': '*' }, 304],
    [{ 'if-none-match': `"${sha256}"`, range: 'bytes=0-1' }, 304],
    [{ 'if-none-match': '"other"' }, 200],
    [{ 'if-none-match': '"other"', 'if-modified-since': changed }, 200],
    [{ 'if-modified-since': changed }, 304],
    [{ 'if-modified-since': 'Sat, 21 Nov 2026 11:59:59 GMT' }, 200],
    [{ 'if-modified-since': 'yesterday' }, 200],
  ])('is told by %j: %i', async (headers, status) => {
    const answer = await get(headers);
    expect(answer).toMatchObject({ status, text: status === 304 ? '' : content.toString() });
    expect(answer.headers.etag).toBe(`"${sha256}"`);
  });
});

describe('the name of a stored file', () => {
  it.each([
    ['Q3 call.wav', 'Q3 call.wav', 'Q3 call.wav'],
    ['say "hi".wav', 'say "hi".wav', 'say _hi_.wav'],
    ['100%41.wav', '100%41.wav', '100_41.wav'],
    ['Überblick.wav', 'Überblick.wav', '_berblick.wav'],
    ['电话 🎉.wav', '电话 🎉.wav', '__ _.wav'],
    ['a; filename=b.exe', 'a; filename=b.exe', 'a; filename=b.exe'],
    ['a\r\nset-cookie: x=1\0.wav', 'aset-cookie: x=1.wav', 'aset-cookie: x=1.wav'],
    ['../../etc/passwd', '-..-etc-passwd', '-..-etc-passwd'],
    ['..\\..\\a.wav', '-..-a.wav', '-..-a.wav'],
    ['.htaccess', 'htaccess', 'htaccess'],
    ['\ud800.wav', '\ufffd.wav', '_.wav'],
    [`${'x'.repeat(300)}.wav`, `${'x'.repeat(196)}.wav`, `${'x'.repeat(196)}.wav`],
  ])('%j is sent as %j, and to old readers as %j', async (name, sent, plain) => {
    file = { ...usual, name };
    const { headers } = await get();
    const disposition = headers['content-disposition'] ?? '';
    expect(disposition).toMatch(/^[ -~]+$/);
    expect(contentDisposition.parse(disposition).parameters.filename).toBe(sent);
    expect(/ filename="([^"]*)"/.exec(disposition)?.[1]).toBe(plain);
    expect(disposition.includes("filename*=UTF-8''")).toBe(sent !== plain);
  });
});

describe('a stored file that is taken slowly', () => {
  it('is read no faster, and closed when nobody takes it any more', async () => {
    let chunks = 0;
    const endless = new Readable({
      highWaterMark: 64 * 1024,
      read() {
        chunks += 1;
        this.push(Buffer.alloc(64 * 1024));
      },
    });
    file = { ...usual, bytes: 1e9, open: () => Promise.resolve(endless) };
    const asking = ask({ port, host: '127.0.0.1', agent: false }).end();
    const [answer] = (await once(asking, 'response')) as [Readable];
    await once(answer, 'readable');
    const closed = once(endless, 'close');
    asking.destroy();
    await closed;
    // What the two ends of a connection hold, at most: 1 GB would be 16,000.
    expect(chunks).toBeLessThan(400);
  });

  it('closes the part it was at', async () => {
    const opened: Readable[] = [];
    file = {
      ...usual,
      bytes: 1e9,
      open: () => {
        const part = new Readable({
          read() {
            this.push(Buffer.alloc(64 * 1024));
          },
        });
        opened.push(part);
        return Promise.resolve(part);
      },
    };
    const headers = { range: 'bytes=0-400000000,500000000-' };
    const asking = ask({ port, host: '127.0.0.1', agent: false, headers }).end();
    const [answer] = (await once(asking, 'response')) as [Readable];
    await once(answer, 'readable');
    const closed = new Promise((resolve) => opened[0]?.once('close', resolve));
    asking.destroy();
    await closed;
    expect(opened).toHaveLength(1);
  });
});
