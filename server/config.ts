import { resolve } from 'node:path';
import { z } from 'zod';
import { isTimeZone } from '@/lib/contract/time-zone';
import type { CarrierRegion } from '@/lib/domain/conference/region';
import {
  type CarrierConfig,
  carrierVariables,
  readCarrier,
  readPublicKeys,
  readRegions,
} from './config/carrier-config';
import { readOutboundHosts } from './config/outbound-config';
import {
  checkRecordings,
  readRecordingHosts,
  readRecordings,
  type RecordingsConfig,
  recordingVariables,
} from './config/recording-variables';
import {
  checkSignIn,
  readSignIn,
  type SignInConfig,
  signInVariables,
} from './config/sign-in-config';
import { flag, type GivenEnvironment, httpUrl, optional, port, usually } from './config/variables';

/** How Rostrum is configured; parsed once, from the environment (ARCHITECTURE §7). */
export interface Config {
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  readonly databaseUrl: string | null;
  readonly carrier: CarrierConfig;
  readonly publicUrl: URL | null;
  readonly webhookDoor: 'server' | 'next';
  readonly carrierRegions: readonly CarrierRegion[];
  /** Reads of the carrier a second, of all kinds together. */
  readonly carrierReadsPerSecond: number;
  readonly signIn: SignInConfig;
  /** Where a day begins: an IANA name. */
  readonly timeZone: string;
  /** Hosts, some with a port, that may be posted to though they lie in our own network; in small letters. */
  readonly outboundHosts: readonly string[];
  readonly recordings: RecordingsConfig;
  readonly metricsToken: string | null;
  /** Whether the log may hold people's numbers. */
  readonly logsNumbers: boolean;
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent';
}

/** What is wrong with the environment: every error, each with what to do. */
export class ConfigError extends Error {
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(
      ['Rostrum does not start with this configuration:', ...problems.map((p) => `  - ${p}`)].join(
        '\n',
      ),
    );
    this.name = 'ConfigError';
    this.problems = problems;
  }
}

const environment = z.object({
  PORT: usually(port.default(3000)),
  HOST: usually(z.string().default('127.0.0.1')),
  DATA_DIR: usually(z.string().default('.data')),
  DATABASE_URL: optional(
    z.url({
      protocol: /^postgres(ql)?$/,
      error: 'give a postgres:// address, or leave it out for SQLite',
    }),
  ),
  PUBLIC_URL: optional(httpUrl),
  WEBHOOK_DOOR: usually(z.enum(['server', 'next'], 'write server or next').default('server')),
  CARRIER_READS_PER_SECOND: usually(
    z.coerce.number('a number from 0.1 to 100').min(0.1).max(100).default(5),
  ),
  ...carrierVariables,
  ...signInVariables,
  ...recordingVariables,
  // Offsets are zones to Intl too, but know no change of the clock.
  TIME_ZONE: usually(
    z
      .string()
      .refine(
        (name) => /^[a-z]/i.test(name) && isTimeZone(name),
        'give the name of a time zone, as Europe/Berlin or UTC',
      )
      .default(() => new Intl.DateTimeFormat().resolvedOptions().timeZone),
  ),
  OUTBOUND_HOSTS: optional(z.string()),
  METRICS_TOKEN: optional(
    z.string().min(16, 'at least 16 characters, so that it cannot be guessed'),
  ),
  LOG_NUMBERS: flag,
  LOG_LEVEL: usually(
    z
      .enum(
        ['debug', 'info', 'warn', 'error', 'silent'],
        'write debug, info, warn, error or silent',
      )
      .default('info'),
  ),
});

/** Reads the environment, or throws a `ConfigError` that lists everything wrong with it. */
export function readConfig(env: GivenEnvironment): Config {
  const read = environment.safeParse(env);
  const problems = read.success
    ? []
    : read.error.issues.map((i) => `${i.path.join('.')}: ${i.message}`);
  // Read from the text even where other variables are wrong, so that all is said at once.
  const publicKeys = readPublicKeys(env, problems);
  const regions = readRegions(env.CARRIER_REGIONS, problems);
  const outboundHosts = readOutboundHosts(env.OUTBOUND_HOSTS, problems);
  const recordingHosts = readRecordingHosts(env.RECORDING_HOSTS, problems);
  checkSignIn(env, problems);
  checkRecordings(env, problems);
  if (!read.success || problems.length > 0) throw new ConfigError(problems);
  const values = read.data;
  return {
    port: values.PORT,
    host: values.HOST,
    dataDir: resolve(values.DATA_DIR),
    databaseUrl: values.DATABASE_URL ?? null,
    carrier: readCarrier(values, publicKeys),
    publicUrl: values.PUBLIC_URL === undefined ? null : new URL(values.PUBLIC_URL),
    webhookDoor: values.WEBHOOK_DOOR,
    carrierRegions: regions,
    carrierReadsPerSecond: values.CARRIER_READS_PER_SECOND,
    signIn: readSignIn(values),
    timeZone: values.TIME_ZONE,
    outboundHosts,
    recordings: readRecordings(values, recordingHosts),
    metricsToken: values.METRICS_TOKEN ?? null,
    logsNumbers: values.LOG_NUMBERS === 'true',
    logLevel: values.LOG_LEVEL,
  };
}
