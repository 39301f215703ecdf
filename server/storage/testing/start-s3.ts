import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import S3rver from 's3rver';
import type { S3Config } from '@/server/config/recording-variables';

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
    configureBuckets: [{ name: 'calls', configs: [] }],
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
