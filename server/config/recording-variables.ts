import { isIP } from 'node:net';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import {
  absent,
  flag,
  type GivenEnvironment,
  httpUrl,
  listed,
  optional,
  usually,
} from './variables';

/** A bucket of S3, or of a service that speaks like it. */
export interface S3Config {
  readonly bucket: string;
  /** Null: Amazon's own, by region. */
  readonly endpoint: string | null;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /** Stands before every key, without a slash at its end; empty for none. */
  readonly prefix: string;
  /** Whether the bucket is named in the path and not in the host. */
  readonly isPathStyle: boolean;
}

/** Where recordings are kept, and where they are fetched from. */
export interface RecordingsConfig {
  /** Finished recordings lie here where there is no bucket. */
  readonly dir: string;
  readonly s3: S3Config | null;
  /**
   * From where links may lead: `host`, `host:port`, `*.host` or `*.host:port`, by HTTPS and its usual port
   * where none is given; `http://` before it where plain HTTP is meant. In small letters.
   */
  readonly hosts: readonly string[];
  /** No recording may be larger. */
  readonly maxBytes: number;
}

/** The variables about recordings. */
export const recordingVariables = {
  RECORDINGS_DIR: optional(z.string()),
  S3_BUCKET: optional(
    z.string().regex(/^[a-z\d][\w.-]{1,62}$/i, 'give the name of a bucket, as rostrum-recordings'),
  ),
  S3_ENDPOINT: optional(httpUrl),
  S3_REGION: usually(
    z
      .string()
      .regex(/^[a-z\d-]{1,40}$/i, 'give a region, as eu-central-1')
      .default('us-east-1'),
  ),
  S3_ACCESS_KEY_ID: optional(z.string()),
  S3_SECRET_ACCESS_KEY: optional(z.string()),
  S3_PREFIX: usually(
    z
      .string()
      .regex(/^\/*(?:[\w.-]+\/*)*$/, 'give folders, as calls/recordings')
      .max(200, 'at most 200 characters')
      .default(''),
  ),
  S3_PATH_STYLE: flag,
  RECORDING_HOSTS: usually(z.string().default('*.amazonaws.com,*.telnyx.com')),
  RECORDING_MAX_BYTES: usually(
    z.coerce
      .number('a number of bytes, at least 1')
      .int('a whole number of bytes')
      .min(1, 'a number of bytes, at least 1')
      .default(4 * 1024 ** 3),
  ),
};

type Values = z.output<z.ZodObject<typeof recordingVariables>> & { readonly DATA_DIR: string };

/** What the variables about recordings say, once they are known to be right. */
export function readRecordings(values: Values, hosts: readonly string[]): RecordingsConfig {
  return {
    dir: resolve(values.RECORDINGS_DIR ?? join(values.DATA_DIR, 'recordings')),
    s3: readS3(values),
    hosts,
    maxBytes: values.RECORDING_MAX_BYTES,
  };
}

function readS3(values: Values): S3Config | null {
  const {
    S3_BUCKET: bucket,
    S3_ACCESS_KEY_ID: accessKeyId,
    S3_SECRET_ACCESS_KEY: secretAccessKey,
  } = values;
  if (bucket === undefined || accessKeyId === undefined || secretAccessKey === undefined)
    return null;
  return {
    bucket,
    endpoint: values.S3_ENDPOINT ?? null,
    region: values.S3_REGION,
    accessKeyId,
    secretAccessKey,
    prefix: values.S3_PREFIX.replace(/^\/+|\/+$/g, ''),
    isPathStyle: values.S3_PATH_STYLE === 'true',
  };
}

const needed = ['S3_BUCKET', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'] as const;
const further = ['S3_ENDPOINT', 'S3_REGION', 'S3_PREFIX', 'S3_PATH_STYLE'] as const;

/** Notes what is missing of a bucket that is named in part. */
export function checkRecordings(env: GivenEnvironment, problems: string[]): void {
  const isGiven = (name: string) => absent(env[name]) !== undefined;
  const given = [...needed, ...further].filter(isGiven);
  if (given.length === 0) return;
  for (const name of needed)
    if (!isGiven(name))
      problems.push(
        `${name}: missing beside ${given.join(', ')}: set it, or leave out all that begins with S3_ to keep recordings in RECORDINGS_DIR`,
      );
  if (isGiven('S3_BUCKET') && isGiven('RECORDINGS_DIR'))
    problems.push(
      'RECORDINGS_DIR: given together with S3_BUCKET: recordings are kept in one place, so leave one of them out',
    );
}

/** The hosts that links to recordings may lead to, as addresses spell them; notes those that are none. */
export function readRecordingHosts(
  text: string | undefined,
  problems: string[],
): readonly string[] {
  const given = recordingVariables.RECORDING_HOSTS.parse(text);
  const hosts = listed(given).flatMap((part) => {
    const host = hostOf(part);
    if (host === null)
      problems.push(
        `RECORDING_HOSTS: ${part} is no host: write files.example.com, *.example.com, 10.0.0.7:9000 or http://files.internal:9000`,
      );
    return host ?? [];
  });
  if (listed(given).length === 0)
    problems.push('RECORDING_HOSTS: names no host: nothing could be fetched');
  return hosts;
}

function hostOf(part: string): string | null {
  const [, scheme = 'https://', star = '', host, port] =
    /^(https?:\/\/)?(\*\.)?([^\s:/?#@\\*]+|\[[^\]\s]+\])(?::(\d{1,5}))?$/i.exec(part) ?? [];
  if (host === undefined || !URL.canParse(`http://${host}`)) return null;
  if (port !== undefined && (Number(port) === 0 || Number(port) > 65_535)) return null;
  const name = new URL(`http://${host}`).hostname.replace(/\.$/, '');
  // A pattern over a whole top-level domain, or over numbers, would be a slip.
  if (star !== '' && (!name.includes('.') || isIP(name) !== 0)) return null;
  const plain = scheme.toLowerCase() === 'http://' ? 'http://' : '';
  return `${plain}${star}${name}${port === undefined ? '' : `:${Number(port)}`}`;
}
