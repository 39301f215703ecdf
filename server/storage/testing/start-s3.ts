import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { S3Config } from '@/server/config/recording-variables';

// It comes without types.
type S3rver = new (options: object) => {
  configureBuckets(): Promise<void>;
  getMiddleware(): RequestListener;
};
const S3rver = createRequire(import.meta.url)('s3rver') as S3rver;

/** A bucket on this machine. */
export interface TestBucket {
  readonly config: S3Config;
  close(): Promise<void>;
}

/** Starts a service that speaks like S3 on a free port, with one empty bucket. */
export async function startS3(): Promise<TestBucket> {
  const directory = mkdtempSync(join(tmpdir(), 'rostrum-s3-'));
  const service = new S3rver({
    directory,
    silent: true,
    configureBuckets: [{ name: 'calls' }],
  });
  await service.configureBuckets();
  const server = createServer(service.getMiddleware());
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    config: {
      bucket: 'calls',
      endpoint: `http://127.0.0.1:${port}`,
      region: 'us-east-1',
      accessKeyId: 'S3RVER',
      secretAccessKey: 'S3RVER',
      prefix: 'rostrum',
      isPathStyle: true,
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
      rmSync(directory, { recursive: true });
    },
  };
}
