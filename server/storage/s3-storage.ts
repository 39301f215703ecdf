import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import type { S3Config } from '@/server/config/recording-variables';
import {
  type RecordingStorage,
  StorageError,
  type StorageErrorCode,
} from '@/server/recording/storage-port';
import { checkKey } from './check-key';

const readAtOnceBytes = 1024 * 1024;
const partBytes = 16 * 1024 * 1024;
// Each holds one part in memory while it is sent.
const partsAtOnce = 2;
const connectMs = 5_000;
const answerMs = 120_000;
// Everybody who listens to a recording holds one.
const connections = 256;
const probe = '.probe';

/** Keeps recordings in a bucket. Nothing is asked of it before the first call. */
export async function openS3Storage(config: S3Config): Promise<RecordingStorage> {
  // Loaded here and not above: it takes longer than all else at start-up, and few configure it.
  const [s3, { Upload }] = await Promise.all([
    import('@aws-sdk/client-s3'),
    import('@aws-sdk/lib-storage'),
  ]);
  const client = new s3.S3Client(settingsOf(config));
  const at = (name: string) => ({
    Bucket: config.bucket,
    Key: config.prefix === '' ? name : `${config.prefix}/${name}`,
  });
  const placeOf = (key: string) => {
    checkKey(key);
    return at(key);
  };
  return {
    put: async (key, path) => {
      const place = placeOf(key);
      await guarded(async () => {
        const body = createReadStream(path, { highWaterMark: readAtOnceBytes });
        const params = { ...place, Body: body };
        const upload = new Upload({ client, params, partSize: partBytes, queueSize: partsAtOnce });
        await upload.done().finally(() => body.destroy());
        await rm(path);
      });
    },
    open: async (key, range) => {
      const place = placeOf(key);
      const part = range === undefined ? {} : { Range: `bytes=${range.start}-${range.end}` };
      const { Body } = await guarded(() =>
        client.send(new s3.GetObjectCommand({ ...place, ...part })),
      );
      if (!(Body instanceof Readable)) throw new TypeError('A bucket sent no stream');
      return Body;
    },
    localPath: () => null,
    size: async (key) => {
      const place = placeOf(key);
      try {
        const head = await guarded(() => client.send(new s3.HeadObjectCommand(place)));
        return head.ContentLength ?? null;
      } catch (error) {
        if (error instanceof StorageError && error.code === 'gone') return null;
        throw error;
      }
    },
    remove: async (key) => {
      const place = placeOf(key);
      await guarded(() => client.send(new s3.DeleteObjectCommand(place)));
    },
    check: () =>
      guarded(async () => {
        const place = at(probe);
        await client.send(new s3.PutObjectCommand({ ...place, Body: probe }));
        const { Body } = await client.send(new s3.GetObjectCommand(place));
        await Body?.transformToString();
        await client.send(new s3.DeleteObjectCommand(place));
      }),
  };
}

function settingsOf(config: S3Config) {
  return {
    region: config.region,
    ...(config.endpoint === null ? {} : { endpoint: config.endpoint }),
    credentials: { accessKeyId: config.accessKeyId, secretAccessKey: config.secretAccessKey },
    forcePathStyle: config.isPathStyle,
    // Services that only speak like S3 do not know the checksums that Amazon added later.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    requestHandler: {
      connectionTimeout: connectMs,
      requestTimeout: answerMs,
      throwOnRequestTimeout: true,
      // A listener may pause for as long as they like.
      socketTimeout: 0,
      httpAgent: { maxSockets: connections },
      httpsAgent: { maxSockets: connections },
    },
  } as const;
}

interface Refused {
  readonly name?: string;
  readonly code?: string;
  readonly $metadata?: { readonly httpStatusCode?: number };
}

async function guarded<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const { name = '', code = '' } = error as Refused;
    throw new StorageError(meaningOf(error as Refused), `The bucket: ${code || name}`, {
      cause: error,
    });
  }
}

function meaningOf({ name = '', code = '', $metadata }: Refused): StorageErrorCode {
  const status = $metadata?.httpStatusCode;
  if (status === 507 || /quota|storagefull/i.test(name)) return 'disk-full';
  // A bucket that is missing is a wrong configuration, and no file that is gone.
  const isFileGone = status === 404 && name !== 'NoSuchBucket';
  return isFileGone || code === 'ENOENT' ? 'gone' : 'storage-unreachable';
}
