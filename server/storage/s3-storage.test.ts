import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { S3Config } from '@/server/config/recording-variables';
import { openS3Storage } from './s3-storage';
import { registerStorageContract } from './storage.contract';
import { startS3 } from './testing/start-s3';

registerStorageContract('a bucket for recordings', async () => {
  const bucket = await startS3();
  return { storage: await openS3Storage(bucket.config), close: () => bucket.close() };
});

const config: S3Config = {
  bucket: 'calls',
  endpoint: null,
  region: 'us-east-1',
  accessKeyId: 'AKIA',
  secretAccessKey: 'hush',
  prefix: '',
  isPathStyle: true,
};

function fileOf(text: string): string {
  const dir = mkdtempSync(join(tmpdir(), 'rostrum-storage-'));
  onTestFinished(() => {
    rmSync(dir, { recursive: true });
  });
  writeFileSync(join(dir, 'finished'), text);
  return join(dir, 'finished');
}

/** A service that answers all the same, and writes down what it was asked. */
async function serve(status: number, code: string) {
  const asked: string[] = [];
  const answer: RequestListener = (request, response) => {
    asked.push(`${request.method ?? ''} ${request.url?.split('?')[0] ?? ''}`);
    request.resume().on('end', () => {
      response.writeHead(status, { 'content-type': 'application/xml' });
      response.end(request.method === 'HEAD' ? '' : `<Error><Code>${code}</Code></Error>`);
    });
  };
  const server = createServer(answer).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { asked, endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

describe('a bucket for recordings', () => {
  it.each([
    [403, 'InvalidAccessKeyId', 'storage-unreachable'],
    [404, 'NoSuchBucket', 'storage-unreachable'],
    [403, 'QuotaExceeded', 'disk-full'],
    [400, 'XMinioStorageFull', 'disk-full'],
  ])('that answers %i %s is called %s, and the file is left', async (status, code, meaning) => {
    const { endpoint } = await serve(status, code);
    const storage = await openS3Storage({ ...config, endpoint });
    const path = fileOf('hello');
    const refusal = { name: 'StorageError', code: meaning };
    await expect(storage.put('a.wav', path)).rejects.toMatchObject(refusal);
    await expect(storage.open('a.wav')).rejects.toMatchObject(refusal);
    await expect(storage.check()).rejects.toMatchObject(refusal);
    expect(existsSync(path)).toBe(true);
  });

  it('that nobody serves is called unreachable', async () => {
    const storage = await openS3Storage({ ...config, endpoint: 'http://127.0.0.1:1' });
    const refusal = { name: 'StorageError', code: 'storage-unreachable' };
    await expect(storage.size('a.wav')).rejects.toMatchObject(refusal);
  });

  it('is asked for keys below the prefix', async () => {
    const { endpoint, asked } = await serve(404, 'NoSuchKey');
    const storage = await openS3Storage({ ...config, endpoint, prefix: 'rostrum/calls' });
    await expect(storage.open('2026/a.wav')).rejects.toMatchObject({ code: 'gone' });
    expect(asked).toEqual(['GET /calls/rostrum/calls/2026/a.wav']);
  });
});
