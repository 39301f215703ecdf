import { type KeyObject, randomBytes } from 'node:crypto';
import { resolve } from 'node:path';
import { z } from 'zod';
import { type CarrierRegion, carrierRegions } from './carrier/conference-carrier';
import { readPublicKey } from './carrier/verify-signature';

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
  readonly metricsToken: string | null;
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent';
}

/** The real carrier, or the simulator that stands in for it. */
export type CarrierConfig =
  | {
      readonly kind: 'carrier';
      readonly apiKey: string;
      readonly apiUrl: string;
      readonly publicKeys: readonly KeyObject[];
      readonly connectionId: string | null;
    }
  | {
      readonly kind: 'simulator';
      readonly apiKey: string;
      readonly port: number;
      readonly scenario: string | null;
      readonly connectionId: string;
    };

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

const absent = (value: unknown) => (value === '' ? undefined : value);
const optional = <T extends z.ZodType>(schema: T) => z.preprocess(absent, schema.optional());
const port = z.coerce.number('a port is a number from 0 to 65535').int().min(0).max(65_535);
const httpUrl = z.url({ protocol: /^https?$/, error: 'give an http or https address' });

const environment = z.object({
  PORT: z.preprocess(absent, port.default(3000)),
  HOST: z.preprocess(absent, z.string().default('127.0.0.1')),
  DATA_DIR: z.preprocess(absent, z.string().default('.data')),
  DATABASE_URL: optional(
    z.url({
      protocol: /^postgres(ql)?$/,
      error: 'give a postgres:// address, or leave it out for SQLite',
    }),
  ),
  TELNYX_API_KEY: optional(z.string().min(8, 'copy the whole key from the carrier’s portal')),
  TELNYX_PUBLIC_KEY: optional(z.string()),
  TELNYX_API_URL: z.preprocess(absent, httpUrl.default('https://api.telnyx.com/v2')),
  TELNYX_CONNECTION_ID: optional(z.string().max(100)),
  PUBLIC_URL: optional(httpUrl),
  SIMULATOR: optional(z.enum(['on', 'off'], 'write on or off')),
  SIMULATOR_PORT: optional(port),
  SIMULATOR_SCENARIO: z.preprocess(absent, z.string().max(60).default('town-hall')),
  WEBHOOK_DOOR: z.preprocess(
    absent,
    z.enum(['server', 'next'], 'write server or next').default('server'),
  ),
  CARRIER_REGIONS: optional(z.string()),
  CARRIER_READS_PER_SECOND: z.preprocess(
    absent,
    z.coerce.number('a number from 0.1 to 100').min(0.1).max(100).default(5),
  ),
  METRICS_TOKEN: optional(
    z.string().min(16, 'at least 16 characters, so that it cannot be guessed'),
  ),
  LOG_LEVEL: z.preprocess(
    absent,
    z
      .enum(
        ['debug', 'info', 'warn', 'error', 'silent'],
        'write debug, info, warn, error or silent',
      )
      .default('info'),
  ),
});
type Environment = z.infer<typeof environment>;

/** Reads the environment, or throws a `ConfigError` that lists everything wrong with it. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const read = environment.safeParse(env);
  const problems = read.success
    ? []
    : read.error.issues.map((i) => `${i.path.join('.')}: ${i.message}`);
  // Read from the text even where other variables are wrong, so that all is said at once.
  const publicKeys = readPublicKeys(env, problems);
  const regions = readRegions(env.CARRIER_REGIONS, problems);
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
    metricsToken: values.METRICS_TOKEN ?? null,
    logLevel: values.LOG_LEVEL,
  };
}

function readCarrier(values: Environment, publicKeys: readonly KeyObject[]): CarrierConfig {
  const { TELNYX_API_KEY: apiKey } = values;
  if (apiKey === undefined) return simulated(values);
  return {
    kind: 'carrier',
    apiKey,
    apiUrl: values.TELNYX_API_URL,
    publicKeys,
    connectionId: values.TELNYX_CONNECTION_ID ?? null,
  };
}

/** The carrier's public keys, none with the simulator; says which of the two it cannot be. */
function readPublicKeys(
  env: Readonly<Record<string, string | undefined>>,
  problems: string[],
): readonly KeyObject[] {
  const hasKey = absent(env.TELNYX_API_KEY) !== undefined;
  const simulator = env.SIMULATOR;
  if (hasKey && simulator === 'on') {
    problems.push('SIMULATOR: on together with TELNYX_API_KEY: leave one of them out');
  } else if (!hasKey && simulator === 'off') {
    problems.push(
      'TELNYX_API_KEY: missing: set it, or leave SIMULATOR out to rehearse without an account',
    );
  } else if (hasKey) {
    return readKeys(env.TELNYX_PUBLIC_KEY, problems);
  }
  return [];
}

function simulated(values: Environment): CarrierConfig {
  // Any free one where there is no next.
  const nextPort = values.PORT === 0 || values.PORT === 65_535 ? 0 : values.PORT + 1;
  return {
    kind: 'simulator',
    // Made anew at every start: nothing but this process and its child ever needs it.
    apiKey: `SIMULATED${randomBytes(24).toString('hex')}`,
    port: values.SIMULATOR_PORT ?? nextPort,
    scenario: values.SIMULATOR_SCENARIO === 'none' ? null : values.SIMULATOR_SCENARIO,
    connectionId: values.TELNYX_CONNECTION_ID ?? '1494404757140276705',
  };
}

function readKeys(text: string | undefined, problems: string[]): readonly KeyObject[] {
  const parts = (text ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  if (parts.length === 0) {
    problems.push(
      'TELNYX_PUBLIC_KEY: missing: without it nobody can tell the carrier’s webhooks from forged ones',
    );
  }
  return parts.flatMap((part) => {
    try {
      return [readPublicKey(part)];
    } catch (error) {
      problems.push(`TELNYX_PUBLIC_KEY: ${error instanceof Error ? error.message : String(error)}`);
      return [];
    }
  });
}

function readRegions(text: string | undefined, problems: string[]): readonly CarrierRegion[] {
  const parts = (text ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  return parts.flatMap((part) => {
    const region = carrierRegions.find((known) => known.toLowerCase() === part.toLowerCase());
    if (region === undefined)
      problems.push(`CARRIER_REGIONS: ${part} is none of ${carrierRegions.join(', ')}`);
    return region ?? [];
  });
}
