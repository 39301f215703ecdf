import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createDownloads } from '@/server/outbound/create-downloads';
import { directoryForOneTest } from '@/server/testing/open-test-core';
import { downloadRecording, type DownloadRequest } from './download-recording';

const sound = Buffer.from(Array.from({ length: 200_000 }, (_, i) => (i * 31) % 251));
const sha256 = createHash('sha256').update(sound).digest('hex');

/** A store that holds one file and serves it as S3 does. */
async function serve(
  answer: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<{ url: string; asked: IncomingMessage['headers'][] }> {
  const asked: IncomingMessage['headers'][] = [];
  const server = createServer((request, response) => {
    asked.push(request.headers);
    answer(request, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
}

/** Answers with the file, or with what is missing of it where the asker has the same. */
function whole({ headers }: IncomingMessage, response: ServerResponse, etag = '"one"'): void {
  const from = /^bytes=(\d+)-$/.exec(headers.range ?? '')?.[1];
  const first = from !== undefined && headers['if-range'] === etag ? Number(from) : null;
  if (first !== null && first >= sound.length) {
    response.writeHead(416, { 'content-range': `bytes */${sound.length}` }).end();
    return;
  }
  const range =
    first === null ? {} : { 'content-range': `bytes ${first}-${sound.length - 1}/${sound.length}` };
  const body = sound.subarray(first ?? 0);
  response
    .writeHead(first === null ? 200 : 206, { etag, 'content-length': body.length, ...range })
    .end(body);
}

function download(url: string, change: Partial<DownloadRequest> = {}, have?: Buffer) {
  const path = change.path ?? join(directoryForOneTest(), 'parts', 'a.part');
  const begun: unknown[] = [];
  const kept: number[] = [];
  const request: DownloadRequest = {
    ...{
      path,
      etag: null,
      keptBytes: have?.length ?? 0,
      maxBytes: 1_000_000,
      signal: new AbortController().signal,
    },
    link: () => Promise.resolve(url),
    onBegin: (each) => {
      begun.push(each);
      return Promise.resolve();
    },
    onProgress: () => undefined,
    onKept: (bytes) => {
      kept.push(bytes);
      return Promise.resolve();
    },
    ...change,
  };
  if (have !== undefined) writeFileSync(path, have);
  const downloads = createDownloads({ hosts: [new URL(url).origin] });
  return { path, begun, kept, done: downloadRecording(downloads, request) };
}

/** With so much of it here already, from a file of that name. */
function resumed(url: string, have: Buffer, etag = '"one"', change: Partial<DownloadRequest> = {}) {
  return download(url, { ...change, etag, path: join(directoryForOneTest(), 'a.part') }, have);
}

describe('downloading a recording', () => {
  it('keeps it byte for byte and tells its checksum', async () => {
    const { url, asked } = await serve(whole);
    const { path, begun, done } = download(url);
    expect(await done).toEqual({ bytes: sound.length, sha256 });
    expect(readFileSync(path).equals(sound)).toBe(true);
    expect(begun).toEqual([{ bytes: sound.length, etag: '"one"' }]);
    expect(asked[0]).toMatchObject({ 'accept-encoding': 'identity' });
    expect(asked[0]?.range).toBeUndefined();
  });

  it('goes on from where it was when it is the same file', async () => {
    const { url, asked } = await serve(whole);
    const { path, done } = resumed(url, sound.subarray(0, 120_000));
    expect(await done).toEqual({ bytes: sound.length, sha256 });
    expect(readFileSync(path).equals(sound)).toBe(true);
    expect(asked).toMatchObject([{ range: 'bytes=120000-', 'if-range': '"one"' }]);
  });

  it('goes on from what was kept for good, whatever stands behind it', async () => {
    const { url, asked } = await serve(whole);
    const spoilt = Buffer.concat([sound.subarray(0, 50_000), Buffer.alloc(70_000)]);
    const { path, done } = resumed(url, spoilt, '"one"', { keptBytes: 50_000 });
    expect(await done).toEqual({ bytes: sound.length, sha256 });
    expect(readFileSync(path).equals(sound)).toBe(true);
    expect(asked).toMatchObject([{ range: 'bytes=50000-' }]);
  });

  it('begins anew when it is another file by now', async () => {
    const { url } = await serve((request, response) => {
      whole(request, response, '"two"');
    });
    const { path, done } = resumed(url, Buffer.alloc(150_000, 7));
    expect(await done).toEqual({ bytes: sound.length, sha256 });
    expect(readFileSync(path).equals(sound)).toBe(true);
  });

  it('asks for nothing more when nothing is missing', async () => {
    const { url } = await serve(whole);
    const { done } = resumed(url, sound);
    expect(await done).toEqual({ bytes: sound.length, sha256 });
  });

  it('does not go on from a file whose name it never heard', async () => {
    const { url, asked } = await serve(whole);
    const path = join(directoryForOneTest(), 'a.part');
    const { done } = download(url, { path }, Buffer.alloc(10));
    expect(await done).toMatchObject({ sha256 });
    expect(asked[0]?.range).toBeUndefined();
  });

  it('throws away more than there is', async () => {
    const { url } = await serve(whole);
    const { done } = resumed(url, Buffer.alloc(sound.length + 1));
    await expect(done).rejects.toMatchObject({ problem: 'length-differs', isSpoilt: true });
  });

  it('that is cut keeps what came, and says that it was cut', async () => {
    const { url } = await serve((_request, response) => {
      response.writeHead(200, { etag: '"one"', 'content-length': sound.length });
      response.write(sound.subarray(0, 100_000), () => response.socket?.destroy());
    });
    const { path, done, kept } = download(url);
    await expect(done).rejects.toMatchObject({ problem: 'download-cut', isSpoilt: false });
    const came = readFileSync(path);
    expect(came.equals(sound.subarray(0, came.length))).toBe(true);
    // The next try goes on from there.
    expect(kept.at(-1)).toBe(came.length);
  });

  it('asks for another link when one has expired, and once only', async () => {
    const { url } = await serve((request, response) => {
      if (request.url === '/old') response.writeHead(403).end();
      else whole(request, response);
    });
    const links = ['/new', '/old'];
    const { done } = download(url, { link: () => Promise.resolve(`${url}${links.pop() ?? ''}`) });
    expect(await done).toMatchObject({ sha256 });
    const always = download(url, { link: () => Promise.resolve(`${url}/old`) });
    await expect(always.done).rejects.toMatchObject({ problem: 'link-expired' });
  });

  it.each([
    [404, 'download-refused'],
    [500, 'download-refused'],
    [204, 'download-refused'],
  ])('answered with %i is refused', async (status, problem) => {
    const { url } = await serve((_request, response) => response.writeHead(status).end());
    await expect(download(url).done).rejects.toMatchObject({ problem, isFinal: false });
  });

  it('of more than is allowed ends before the first byte, or at the last that is allowed', async () => {
    const told = await serve(whole);
    const small = { maxBytes: 1_000 };
    const tooLarge = { problem: 'too-large', isFinal: true, isSpoilt: true };
    await expect(download(told.url, small).done).rejects.toMatchObject(tooLarge);
    const untold = await serve((_request, response) => response.writeHead(200).end(sound));
    await expect(download(untold.url, small).done).rejects.toMatchObject(tooLarge);
  });

  it('whose part begins elsewhere is not mixed in', async () => {
    const { url } = await serve((_request, response) => {
      response.writeHead(206, { 'content-range': `bytes 0-9/${sound.length}` }).end(sound);
    });
    const { done } = resumed(url, sound.subarray(0, 50));
    await expect(done).rejects.toMatchObject({ problem: 'length-differs', isSpoilt: true });
  });

  it('that is stopped leaves what came for the next time', async () => {
    const stopping = new AbortController();
    const { url } = await serve((_request, response) => {
      response.writeHead(200, { etag: '"one"', 'content-length': sound.length });
      response.write(sound.subarray(0, 1_000));
    });
    const { done } = download(url, {
      signal: stopping.signal,
      onProgress: () => {
        stopping.abort();
      },
    });
    await expect(done).rejects.toMatchObject({ name: 'AbortError' });
  });

  it.each(['s3://bucket/sound.wav', 'gs://bucket/sound.wav'])(
    'that the carrier keeps at %s says so',
    async (link) => {
      const { done } = download('http://127.0.0.1', { link: () => Promise.resolve(link) });
      await expect(done).rejects.toMatchObject({ problem: 'own-storage', isFinal: true });
    },
  );

  it('from elsewhere than allowed is refused for good', async () => {
    const { url } = await serve((_request, response) =>
      response.writeHead(302, { location: 'http://169.254.169.254/latest' }).end(),
    );
    const final = { problem: 'address-refused', isFinal: true };
    await expect(download(url).done).rejects.toMatchObject(final);
    const file = download(url, { link: () => Promise.resolve('file:///etc/passwd') });
    await expect(file.done).rejects.toMatchObject(final);
  });
});
