import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { beforeAll, afterAll, describe, expect, it, onTestFinished } from 'vitest';
import { wavOf } from '@/server/recording/sound/testing/sounds';
import { directoryForOneTest } from '@/server/testing/open-test-core';
import type { DownloadRequest } from './download-recording';
import { openTransfers, type Transfers } from './open-transfers';
import type { Transferred } from './transfer-messages';

const sumOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
const noSignal = new AbortController().signal;
const origin = 'http://127.0.0.1';

describe('files that are moved in threads', () => {
  let answer: RequestListener;
  const server = createServer((request, response) => {
    answer(request, response);
  });
  let transfers: Transfers;
  let url: string;
  beforeAll(async () => {
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    url = `${origin}:${(server.address() as AddressInfo).port}`;
    transfers = openTransfers({ hosts: [url] });
  });
  afterAll(async () => {
    await transfers.close();
    server.closeAllConnections();
    server.close();
  });

  function download(change: Partial<DownloadRequest> = {}): Promise<Transferred> {
    return transfers.download({
      ...{ path: join(directoryForOneTest(), 'a.part'), etag: null, keptBytes: 0 },
      ...{ maxBytes: 10_000_000, signal: noSignal, link: () => Promise.resolve(url) },
      onBegin: () => Promise.resolve(),
      onProgress: () => undefined,
      onKept: () => Promise.resolve(),
      ...change,
    });
  }

  it('come whole, several at once, and what is in them is looked at', async () => {
    const sounds = [1, 2, 3].map((seconds) => wavOf([Array<number>(seconds).fill(0.5)]));
    answer = (request, response) => {
      response.end(sounds[Number(request.url?.slice(1))]);
    };
    const paths = sounds.map((_, i) => join(directoryForOneTest(), `${i}.part`));
    const came = await Promise.all(
      paths.map((path, i) => download({ path, link: () => Promise.resolve(`${url}/${i}`) })),
    );
    expect(came).toEqual(
      sounds.map((sound, i) => ({
        bytes: sound.length,
        sha256: sumOf(sound),
        sound: { format: 'wav', durationMs: (i + 1) * 1000 },
      })),
    );
    expect(paths.map((path) => sumOf(readFileSync(path)))).toEqual(sounds.map(sumOf));
  });

  it('tell how they begin, how far they are and what is kept', async () => {
    const bytes = Buffer.alloc(3_000_000, 'sound');
    answer = (_, response) => {
      response.writeHead(200, { etag: '"one"', 'content-length': bytes.length }).end(bytes);
    };
    const told: unknown[] = [];
    const { sound } = await download({
      onBegin: (begun) => Promise.resolve(void told.push(begun)),
      onProgress: (done) => void told.push(done > 0),
      onKept: (kept) => Promise.resolve(void told.push({ kept })),
    });
    expect(sound).toBeNull();
    expect(told[0]).toMatchObject({ bytes: bytes.length, etag: '"one"' });
    expect(told).toContain(true);
    expect(told.at(-1)).toEqual({ kept: bytes.length });
  });

  it('fail for the reason they fail for, and the next comes all the same', async () => {
    answer = (_, response) => {
      response.writeHead(404).end();
    };
    const refused = { name: 'ArchiveError', problem: 'download-refused', isFinal: false };
    await expect(download()).rejects.toMatchObject(refused);
    const elsewhere = download({ link: () => Promise.resolve('http://169.254.169.254/') });
    await expect(elsewhere).rejects.toMatchObject({ problem: 'address-refused', isFinal: true });
    answer = (_, response) => {
      response.end('sound');
    };
    const full = download({ path: '/dev/full' });
    await expect(full).rejects.toMatchObject({ code: 'ENOSPC' });
    expect(await download()).toMatchObject({ bytes: 5 });
  });

  it('fail with what kept whoever was asked from answering', async () => {
    answer = (_, response) => {
      response.end('sound');
    };
    const noLink = new Error('The carrier does not answer');
    await expect(download({ link: () => Promise.reject(noLink) })).rejects.toBe(noLink);
    const noRow = new Error('The table is locked');
    await expect(download({ onBegin: () => Promise.reject(noRow) })).rejects.toBe(noRow);
    await expect(download({ onKept: () => Promise.reject(noRow) })).rejects.toBe(noRow);
  });

  it('stop when they are told to, and keep what has come', async () => {
    answer = (_, response) => {
      response.writeHead(200, { etag: '"one"', 'content-length': 1_000 });
      response.write(Buffer.alloc(600));
    };
    const stopping = new AbortController();
    const kept: number[] = [];
    const stopped = download({
      signal: stopping.signal,
      onProgress: () => {
        stopping.abort();
      },
      onKept: (bytes) => Promise.resolve(void kept.push(bytes)),
    });
    await expect(stopped).rejects.toThrow('aborted');
    expect(kept).toEqual([600]);
    await expect(download({ signal: stopping.signal })).rejects.toThrow('aborted');
  });

  it('are counted from the disk, of which a missing one has no sum', async () => {
    const path = join(directoryForOneTest(), 'sound.wav');
    const bytes = Buffer.alloc(2_500_001, 'sound');
    writeFileSync(path, bytes);
    expect(await transfers.sumOfFile(path, noSignal)).toBe(sumOf(bytes));
    const missing = transfers.sumOfFile(`${path}.gone`, noSignal);
    await expect(missing).rejects.toMatchObject({ code: 'ENOENT' });
    await expect(transfers.sumOfFile(path, AbortSignal.abort())).rejects.toThrow('aborted');
  });

  it('end with their threads, and whoever waits is told', async () => {
    let onAsked: () => void = () => undefined;
    const asked = new Promise<void>((resolve) => {
      onAsked = resolve;
    });
    const own = openTransfers({ hosts: [url] });
    onTestFinished(() => own.close());
    const waiting = own.download({
      ...{ path: join(directoryForOneTest(), 'a.part'), etag: null, keptBytes: 0, maxBytes: 10 },
      signal: noSignal,
      link: () => {
        onAsked();
        return new Promise(() => undefined);
      },
      onBegin: () => Promise.resolve(),
      onProgress: () => undefined,
      onKept: () => Promise.resolve(),
    });
    const ended = expect(waiting).rejects.toThrow('The thread has ended');
    await asked;
    await own.close();
    await ended;
  });
});
