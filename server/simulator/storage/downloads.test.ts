import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Rehearsal, startRehearsal } from '../testing/rehearsal';

let rehearsal: Rehearsal;
beforeEach(async () => {
  rehearsal = await startRehearsal();
});
afterEach(() => rehearsal.close());

const fault = (kind: string, more: object = {}) =>
  rehearsal.control('POST', '/faults', { kind, rate: 1, ...more });

interface Made {
  readonly id: string;
  readonly bytes: number;
  readonly url: string;
}

/** A fresh link to a recording. */
async function linkTo(id: string): Promise<string> {
  const { data } = await rehearsal.client.recordings.retrieve(id);
  const url = data?.download_urls?.wav ?? data?.download_urls?.mp3;
  return url ?? '';
}

async function made(more: object = {}): Promise<Made> {
  const answer = await rehearsal.control('POST', '/recordings', { seconds: 20, ...more });
  const id = String(answer.id);
  return { id, bytes: Number(answer.bytes), url: await linkTo(id) };
}

const get = (url: string, headers: Record<string, string> = {}) => fetch(url, { headers });
const bytesOf = async (response: Response) => Buffer.from(await response.arrayBuffer());
const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

async function codeOf(response: Response): Promise<[number, string | undefined]> {
  expect(response.headers.get('content-type')).toBe('application/xml');
  return [response.status, /<Code>(.*)<\/Code>/.exec(await response.text())?.[1]];
}

describe('a link to a recording', () => {
  it.each([
    ['wav', 'audio/wav'],
    ['mp3', 'audio/mpeg'],
  ])('hands out the %s without a key, the same each time', async (format, type) => {
    const { id, bytes, url } = await made({ format });
    const response = await get(url);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe(type);
    expect(response.headers.get('content-length')).toBe(String(bytes));
    expect(response.headers.get('accept-ranges')).toBe('bytes');
    expect(response.headers.get('etag')).toMatch(/^"[0-9a-f]{32}"$/);
    expect(Date.parse(response.headers.get('last-modified') ?? '')).not.toBeNaN();
    const told = await rehearsal.control('GET', `/recordings/${id}/sha256`);
    expect(told).toMatchObject({ bytes, sha256: sha256(await bytesOf(response)) });
    const again = await get(await linkTo(id));
    expect(again.headers.get('etag')).toBe(response.headers.get('etag'));
    expect(sha256(await bytesOf(again))).toBe(told.sha256);
  });

  it('is good for ten minutes; the next answer has a fresh one', async () => {
    const { id, url } = await made();
    expect(new URL(url).searchParams.get('X-Amz-Expires')).toBe('600');
    await rehearsal.advance(590_000);
    expect((await get(url)).status).toBe(200);
    await rehearsal.advance(10_000);
    const late = await get(url);
    expect(await late.clone().text()).toContain('<Message>Request has expired</Message>');
    expect(await codeOf(late)).toEqual([403, 'AccessDenied']);
    expect((await get(await linkTo(id))).status).toBe(200);
  });

  it('opens nothing when it was changed, is for another file, or lacks its signature', async () => {
    const { id, url } = await made();
    const other = await made();
    const forged = [
      url.replace('X-Amz-Expires=600', 'X-Amz-Expires=6000'),
      url.replace(/X-Amz-Signature=..../, 'X-Amz-Signature=0000'),
      url.replace(id, other.id),
    ];
    for (const link of forged) {
      expect(await codeOf(await get(link))).toEqual([403, 'SignatureDoesNotMatch']);
    }
    expect(await codeOf(await get(url.replace(/\?.*/, '')))).toEqual([403, 'AccessDenied']);
  });

  it('was signed for GET alone', async () => {
    const { url } = await made();
    expect((await fetch(url, { method: 'HEAD' })).status).toBe(403);
    const posted = await fetch(url, { method: 'POST', body: 'x' });
    expect(await codeOf(posted)).toEqual([403, 'SignatureDoesNotMatch']);
  });

  it('leads nowhere once the recording is deleted', async () => {
    for (const format of ['wav', 'mp3']) {
      const { id, url } = await made({ format });
      await rehearsal.client.recordings.delete(id);
      expect(await codeOf(await get(url))).toEqual([404, 'NoSuchKey']);
    }
  });
});

describe('a part of a file', () => {
  it('is what the range says, and goes on with what is there', async () => {
    for (const format of ['wav', 'mp3']) {
      const { bytes, url } = await made({ format, channels: 'dual' });
      const whole = await bytesOf(await get(url));
      const part = await get(url, { range: 'bytes=1001-70000' });
      expect(part.status).toBe(206);
      expect(part.headers.get('content-range')).toBe(`bytes 1001-70000/${bytes}`);
      expect((await bytesOf(part)).equals(whole.subarray(1001, 70_001))).toBe(true);
      const rest = await bytesOf(await get(url, { range: 'bytes=70001-' }));
      expect(rest.equals(whole.subarray(70_001))).toBe(true);
    }
  });

  it('is refused beyond the end', async () => {
    const { bytes, url } = await made();
    const beyond = await get(url, { range: `bytes=${bytes}-` });
    expect(beyond.headers.get('content-range')).toBe(`bytes */${bytes}`);
    expect(await codeOf(beyond)).toEqual([416, 'InvalidRange']);
  });

  it('is the whole where If-Range names another file', async () => {
    const { url } = await made();
    const { headers } = await get(url);
    const range = 'bytes=10-19';
    const same = await get(url, { range, 'if-range': headers.get('etag') ?? '' });
    const other = await get(url, { range, 'if-range': '"other"' });
    expect([same.status, other.status]).toEqual([206, 200]);
  });
});

describe('a fault of downloads', () => {
  it('broken: the connection ends before the file does', async () => {
    const { bytes, url } = await made({ seconds: 120 });
    await fault('download-broken', { count: 1 });
    const response = await get(url);
    expect(response.headers.get('content-length')).toBe(String(bytes));
    let received = 0;
    const read = async () => {
      for await (const piece of response.body!) received += (piece as Uint8Array).length;
    };
    await expect(read()).rejects.toThrow();
    expect(received).toBeGreaterThan(0);
    expect(received).toBeLessThanOrEqual(Math.floor(bytes * 0.6));
    expect(await bytesOf(await get(url))).toHaveLength(bytes);
  });

  it('truncated: the file has lost its end, and is another one', async () => {
    const { bytes, url } = await made();
    const whole = await get(url);
    await fault('download-truncated', { share: 0.5 });
    const short = await get(url);
    expect(short.headers.get('content-length')).toBe(String(bytes / 2));
    expect(short.headers.get('etag')).not.toBe(whole.headers.get('etag'));
    const start = (await bytesOf(whole)).subarray(0, bytes / 2);
    expect((await bytesOf(short)).equals(start)).toBe(true);
    const beyond = await get(url, { range: `bytes=${bytes / 2}-` });
    expect(await codeOf(beyond)).toEqual([416, 'InvalidRange']);
  });

  it('expired: a good link is said to be too old', async () => {
    const { url } = await made();
    await fault('download-expired', { count: 1 });
    expect(await codeOf(await get(url))).toEqual([403, 'AccessDenied']);
    expect((await get(url)).status).toBe(200);
  });

  it('slow: a piece comes at a time', async () => {
    const { bytes, url } = await made({ seconds: 10 });
    await fault('download-slow', { ms: 3_600_000 });
    const response = await get(url);
    const reader = response.body!.getReader();
    let received = 0;
    const readTo = async (wanted: number) => {
      while (received < wanted) {
        const { value } = await reader.read();
        received += value?.length ?? 0;
      }
    };
    await readTo(65_536);
    expect(received).toBe(65_536);
    await rehearsal.advance(3_600_000);
    await readTo(131_072);
    expect(received).toBe(131_072);
    await rehearsal.advance(3_600_000);
    await readTo(bytes);
    expect(received).toBe(bytes);
  });

  it('leaves everything else alone', async () => {
    for (const kind of ['slow', 'broken', 'truncated', 'expired']) await fault(`download-${kind}`);
    const { data } = await rehearsal.client.recordings.list();
    expect(data).toEqual([]);
    await rehearsal.caller();
  });
});
