import { type KeyObject, randomBytes } from 'node:crypto';
import { isIP } from 'node:net';
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
  readonly signIn: SignInConfig;
  readonly metricsToken: string | null;
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent';
}

/** How people sign in. */
export interface SignInConfig {
  /** Signs session cookies; null: one is kept in the data directory. */
  readonly secret: string | null;
  /** The first account, made when there is none. */
  readonly administrator: { readonly email: string; readonly password: string } | null;
  readonly oidc: {
    readonly issuer: string;
    readonly clientId: string;
    readonly clientSecret: string;
    readonly name: string;
  } | null;
  /** The proxies whose forwarding headers are believed. */
  readonly trustProxy: string;
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
  AUTH_SECRET: optional(z.string().min(32, 'at least 32 characters, for instance 24 random bytes')),
  ADMIN_EMAIL: optional(z.email('give the e-mail address of the first administrator')),
  ADMIN_PASSWORD: optional(z.string().min(12, 'at least 12 characters').max(128)),
  OIDC_ISSUER: optional(httpUrl),
  OIDC_CLIENT_ID: optional(z.string()),
  OIDC_CLIENT_SECRET: optional(z.string()),
  OIDC_NAME: z.preprocess(absent, z.string().max(60).default('Single sign-on')),
  TRUST_PROXY: z.preprocess(
    absent,
    z
      .string()
      .default('')
      .refine(isProxyList, 'give addresses or networks, separated by commas: 10.0.0.0/8, ::1'),
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

function isProxyList(text: string): boolean {
  const bits = { 0: -1, 4: 32, 6: 128 } as const;
  return text.split(',').every((part) => {
    const [address = '', length] = part.trim().split('/');
    if (part.trim() === '') return true;
    const most = bits[isIP(address) as 0 | 4 | 6];
    return most > 0 && (length === undefined || (/^\d+$/.test(length) && Number(length) <= most));
  });
}

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
  checkPairs(env, problems);
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
    metricsToken: values.METRICS_TOKEN ?? null,
    logLevel: values.LOG_LEVEL,
  };
}

function readSignIn(values: Environment): SignInConfig {
  const { ADMIN_EMAIL: email, ADMIN_PASSWORD: password } = values;
  const {
    OIDC_ISSUER: issuer,
    OIDC_CLIENT_ID: clientId,
    OIDC_CLIENT_SECRET: clientSecret,
  } = values;
  const hasAdministrator = email !== undefined && password !== undefined;
  const hasOidc = issuer !== undefined && clientId !== undefined && clientSecret !== undefined;
  return {
    secret: values.AUTH_SECRET ?? null,
    administrator: hasAdministrator ? { email, password } : null,
    oidc: hasOidc ? { issuer, clientId, clientSecret, name: values.OIDC_NAME } : null,
    trustProxy: values.TRUST_PROXY,
  };
}

const together = [
  ['ADMIN_EMAIL', 'ADMIN_PASSWORD'],
  ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'],
] as const;

/** Notes which variables are missing beside those that make sense only together. */
function checkPairs(env: Readonly<Record<string, string | undefined>>, problems: string[]): void {
  for (const names of together) {
    const given = names.filter((name) => absent(env[name]) !== undefined);
    if (given.length === 0) continue;
    for (const name of names)
      if (!given.some((one) => one === name))
        problems.push(`${name}: missing beside ${given.join(', ')}`);
  }
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
