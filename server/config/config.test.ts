import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ConfigError, readConfig } from '@/server/config';
import { createTestKey } from '@/server/testing/signed-post';

const key = createTestKey().publicText;
const other = createTestKey().publicText;
const real = { TELNYX_API_KEY: 'KEY0123456789', TELNYX_PUBLIC_KEY: key };

type Environment = Readonly<Record<string, string | undefined>>;

function problemsOf(env: Environment): readonly string[] {
  try {
    readConfig(env);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
}

describe('the configuration', () => {
  it('of an empty environment rehearses on this machine alone', () => {
    expect(readConfig({})).toEqual({
      port: 3000,
      host: '127.0.0.1',
      dataDir: resolve('.data'),
      databaseUrl: null,
      carrier: {
        kind: 'simulator',
        apiKey: expect.stringMatching(/^SIMULATED[0-9a-f]{48}$/) as string,
        port: 3001,
        scenario: 'town-hall',
        connectionId: expect.any(String) as string,
      },
      publicUrl: null,
      webhookDoor: 'server',
      carrierRegions: [],
      carrierReadsPerSecond: 5,
      signIn: { secret: null, administrator: null, oidc: null, trustProxy: '' },
      timeZone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
      outboundHosts: [],
      recordings: {
        dir: resolve('.data/recordings'),
        s3: null,
        hosts: ['*.amazonaws.com', '*.telnyx.com'],
        maxBytes: 4_294_967_296,
      },
      metricsToken: null,
      logsNumbers: false,
      logLevel: 'info',
    });
  });

  it('takes an empty variable for an absent one', () => {
    const names = [
      ...['PORT', 'HOST', 'DATA_DIR', 'DATABASE_URL', 'TELNYX_API_KEY', 'TELNYX_PUBLIC_KEY'],
      ...['TELNYX_API_URL', 'TELNYX_CONNECTION_ID', 'PUBLIC_URL', 'SIMULATOR', 'SIMULATOR_PORT'],
      ...['SIMULATOR_SCENARIO', 'WEBHOOK_DOOR', 'CARRIER_REGIONS', 'CARRIER_READS_PER_SECOND'],
      ...['METRICS_TOKEN', 'LOG_LEVEL', 'OUTBOUND_HOSTS', 'TIME_ZONE', 'RECORDINGS_DIR'],
      ...['S3_BUCKET', 'S3_ENDPOINT', 'S3_REGION', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'],
      ...['S3_PREFIX', 'S3_PATH_STYLE', 'RECORDING_HOSTS', 'RECORDING_MAX_BYTES'],
    ];
    const { carrier, ...rest } = readConfig(Object.fromEntries(names.map((name) => [name, ''])));
    const { carrier: usual, ...usualRest } = readConfig({});
    expect(rest).toEqual(usualRest);
    expect({ ...carrier, apiKey: '' }).toEqual({ ...usual, apiKey: '' });
  });

  it('lets pass what is not meant for Rostrum', () => {
    expect(problemsOf({ PATH: '/bin', HOME: '/root', TELNYX_LOG: 'debug' })).toEqual([]);
  });

  it.each<[string, string, object]>([
    ['PORT', '8080', { port: 8080 }],
    ['PORT', '0', { port: 0 }],
    ['HOST', '0.0.0.0', { host: '0.0.0.0' }],
    ['DATA_DIR', '/var/lib/rostrum', { dataDir: '/var/lib/rostrum' }],
    ['LOG_NUMBERS', 'true', { logsNumbers: true }],
    ['TRUST_PROXY', '10.0.0.0/8, ::1', { signIn: { trustProxy: '10.0.0.0/8, ::1' } }],
    ['PUBLIC_URL', 'https://rostrum.test', { publicUrl: new URL('https://rostrum.test') }],
    ['WEBHOOK_DOOR', 'next', { webhookDoor: 'next' }],
    [
      'CARRIER_REGIONS',
      'Europe, us ,middle east',
      { carrierRegions: ['Europe', 'US', 'Middle East'] },
    ],
    ['CARRIER_READS_PER_SECOND', '0.5', { carrierReadsPerSecond: 0.5 }],
    ['TIME_ZONE', 'Asia/Shanghai', { timeZone: 'Asia/Shanghai' }],
    [
      'OUTBOUND_HOSTS',
      'App.Internal., 10.0.0.7:8080, [::1]:80,0x7f.1',
      { outboundHosts: ['app.internal', '10.0.0.7:8080', '[::1]:80', '127.0.0.1'] },
    ],
    ['RECORDINGS_DIR', '/srv/calls', { recordings: { dir: '/srv/calls' } }],
    ['DATA_DIR', '/var/lib/rostrum', { recordings: { dir: '/var/lib/rostrum/recordings' } }],
    ['RECORDING_MAX_BYTES', '1000', { recordings: { maxBytes: 1000 } }],
    [
      'RECORDING_HOSTS',
      'Files.Example.com.,*.example.com, *.example.com:8443,https://a.test',
      {
        recordings: {
          hosts: ['files.example.com', '*.example.com', '*.example.com:8443', 'a.test'],
        },
      },
    ],
    [
      'RECORDING_HOSTS',
      'http://files.internal:9000,http://[::1]:80,10.0.0.7:443',
      {
        recordings: { hosts: ['http://files.internal:9000', 'http://[::1]:80', '10.0.0.7:443'] },
      },
    ],
    ['METRICS_TOKEN', '0123456789abcdef', { metricsToken: '0123456789abcdef' }],
    ['LOG_LEVEL', 'silent', { logLevel: 'silent' }],
    ['SIMULATOR', 'on', { carrier: { kind: 'simulator' } }],
    ['SIMULATOR_PORT', '9000', { carrier: { port: 9000 } }],
    ['SIMULATOR_SCENARIO', 'quiet', { carrier: { scenario: 'quiet' } }],
    ['SIMULATOR_SCENARIO', 'none', { carrier: { scenario: null } }],
    ['TELNYX_CONNECTION_ID', '12', { carrier: { connectionId: '12' } }],
  ])('takes %s=%s', (name, value, expected) => {
    expect(readConfig({ [name]: value })).toMatchObject(expected);
  });

  it.each<[string, string]>([
    ['PORT', 'http'],
    ['PORT', '65536'],
    ['PORT', '-1'],
    ['PORT', '80.5'],
    ['DATABASE_URL', 'mysql://a@b/c'],
    ['DATABASE_URL', 'rostrum.db'],
    ['TELNYX_API_KEY', 'short'],
    ['TELNYX_API_URL', 'api.telnyx.com'],
    ['TELNYX_API_URL', 'ftp://api.telnyx.com'],
    ['TELNYX_CONNECTION_ID', '1'.repeat(101)],
    ['PUBLIC_URL', 'rostrum.test'],
    ['SIMULATOR', 'yes'],
    ['SIMULATOR_PORT', '70000'],
    ['SIMULATOR_SCENARIO', 'x'.repeat(61)],
    ['WEBHOOK_DOOR', 'front'],
    ['CARRIER_REGIONS', 'Mars'],
    ['CARRIER_READS_PER_SECOND', '0'],
    ['CARRIER_READS_PER_SECOND', '101'],
    ['CARRIER_READS_PER_SECOND', 'often'],
    ['TIME_ZONE', 'Europe/Atlantis'],
    ['TIME_ZONE', '+02:00'],
    ['OUTBOUND_HOSTS', 'http://app.internal'],
    ['OUTBOUND_HOSTS', 'app.internal:0'],
    ['OUTBOUND_HOSTS', 'app.internal:65536'],
    ['OUTBOUND_HOSTS', 'me@app.internal'],
    ['OUTBOUND_HOSTS', '::1'],
    ['RECORDING_HOSTS', 'ftp://files.example.com'],
    ['RECORDING_HOSTS', 'files.example.com/recordings'],
    ['RECORDING_HOSTS', 'files.*.com'],
    ['RECORDING_HOSTS', '*'],
    ['RECORDING_HOSTS', '*.com'],
    ['RECORDING_HOSTS', '*.10.0.0.7'],
    ['RECORDING_HOSTS', 'files.example.com:0'],
    ['RECORDING_HOSTS', 'me@files.example.com'],
    ['RECORDING_HOSTS', ','],
    ['RECORDING_MAX_BYTES', '0'],
    ['RECORDING_MAX_BYTES', '1.5'],
    ['RECORDING_MAX_BYTES', 'much'],
    ['METRICS_TOKEN', 'guess me'],
    ['LOG_LEVEL', 'loud'],
    ['LOG_NUMBERS', 'yes'],
    ['AUTH_SECRET', 'too short'],
    ['OIDC_TRUST_EMAIL', 'on'],
    ['TRUST_PROXY', '10.0.0.0/33'],
  ])('refuses %s=%s and names it', (name, value) => {
    const problems = problemsOf({
      TELNYX_PUBLIC_KEY: key,
      AUTH_SECRET: 'x'.repeat(32),
      [name]: value,
    });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(new RegExp(`^${name}: .{10,}`));
  });

  it('lists everything that is wrong at once', () => {
    const wrong = {
      PORT: 'http',
      LOG_LEVEL: 'loud',
      PUBLIC_URL: 'rostrum.test',
      CARRIER_REGIONS: 'Mars, Europe, Venus',
      TELNYX_API_KEY: real.TELNYX_API_KEY,
      TELNYX_PUBLIC_KEY: 'abc',
      SIMULATOR: 'off',
    };
    const problems = problemsOf(wrong);
    const names = problems.map((problem) => problem.slice(0, problem.indexOf(':')));
    expect(names.sort()).toEqual([
      'CARRIER_REGIONS',
      'CARRIER_REGIONS',
      'LOG_LEVEL',
      'PORT',
      'PUBLIC_URL',
      'TELNYX_PUBLIC_KEY',
    ]);
    expect(() => readConfig(wrong)).toThrow(/does not start[^]*PORT[^]*\n {2}- /);
  });

  it('gives the simulator a new key at each start, and the next port', () => {
    const [one, two] = [readConfig({ PORT: '4000' }).carrier, readConfig({ PORT: '0' }).carrier];
    expect(one.apiKey).not.toBe(two.apiKey);
    expect([one, two]).toMatchObject([{ port: 4001 }, { port: 0 }]);
  });
});

describe('the configuration of a real carrier', () => {
  it('needs its key and its public key', () => {
    expect(readConfig(real).carrier).toMatchObject({
      kind: 'carrier',
      apiKey: real.TELNYX_API_KEY,
      apiUrl: 'https://api.telnyx.com/v2',
      connectionId: null,
      publicKeys: [{ asymmetricKeyType: 'ed25519' }],
    });
    expect(problemsOf({ TELNYX_API_KEY: real.TELNYX_API_KEY })).toMatchObject([
      expect.stringMatching(/^TELNYX_PUBLIC_KEY: missing/),
    ]);
  });

  it('takes another address and a connection', () => {
    const more = { TELNYX_API_URL: 'http://127.0.0.1:9/v2', TELNYX_CONNECTION_ID: '149' };
    expect(readConfig({ ...real, ...more }).carrier).toMatchObject({
      apiUrl: 'http://127.0.0.1:9/v2',
      connectionId: '149',
    });
  });

  it('takes several public keys while one replaces another', () => {
    const keys = (text: string) => {
      const { carrier } = readConfig({ ...real, TELNYX_PUBLIC_KEY: text });
      return carrier.kind === 'carrier' ? carrier.publicKeys.length : 0;
    };
    expect(keys(`${key},${other}`)).toBe(2);
    expect(keys(` ${key} , ${other} ,`)).toBe(2);
  });

  it('says which of several public keys is wrong, and that one of small order can be forged', () => {
    const small = Buffer.alloc(32).toString('base64');
    const problems = problemsOf({ ...real, TELNYX_PUBLIC_KEY: `${key},abc,${small}` });
    expect(problems).toMatchObject([
      expect.stringContaining('32 bytes'),
      expect.stringContaining('small order'),
    ]);
  });

  it('does not start beside a simulator, nor does the simulator go off without a key', () => {
    expect(problemsOf({ ...real, SIMULATOR: 'on' })).toMatchObject([
      expect.stringMatching(/^SIMULATOR: /),
    ]);
    expect(problemsOf({ SIMULATOR: 'off' })).toMatchObject([
      expect.stringMatching(/^TELNYX_API_KEY: missing/),
    ]);
    expect(problemsOf({ ...real, SIMULATOR: 'off' })).toEqual([]);
  });
});

describe('the configuration of signing in', () => {
  const secret = 'x'.repeat(32);

  it.each(['postgres://a@b/c', 'postgresql://a@b/c'])(
    'beside %s needs a secret that all nodes share',
    (databaseUrl) => {
      expect(problemsOf({ DATABASE_URL: databaseUrl })).toMatchObject([
        expect.stringMatching(/^AUTH_SECRET: missing beside DATABASE_URL/),
      ]);
      const read = readConfig({ DATABASE_URL: databaseUrl, AUTH_SECRET: secret });
      expect(read).toMatchObject({ databaseUrl, signIn: { secret } });
    },
  );

  it('names what is missing of variables that belong together', () => {
    expect(problemsOf({ ADMIN_EMAIL: 'ada@example.com', OIDC_CLIENT_ID: 'rostrum' })).toEqual([
      'ADMIN_PASSWORD: missing beside ADMIN_EMAIL',
      'OIDC_ISSUER: missing beside OIDC_CLIENT_ID',
      'OIDC_CLIENT_SECRET: missing beside OIDC_CLIENT_ID',
    ]);
  });

  it.each([
    ['', false],
    ['true', true],
  ])('with OIDC_TRUST_EMAIL=%s trusts an unverified address: %s', (text, trustsEmail) => {
    const given = { OIDC_ISSUER: 'https://id.test', OIDC_CLIENT_ID: 'a', OIDC_CLIENT_SECRET: 'b' };
    const { signIn } = readConfig({ ...given, OIDC_TRUST_EMAIL: text });
    expect(signIn.oidc).toMatchObject({ issuer: 'https://id.test', trustsEmail });
  });
});

describe('the configuration of where recordings are kept', () => {
  const bucket = { S3_BUCKET: 'calls', S3_ACCESS_KEY_ID: 'AKIA', S3_SECRET_ACCESS_KEY: 'hush' };

  it('takes a bucket of Amazon, or of a service that speaks like it', () => {
    expect(readConfig(bucket).recordings.s3).toEqual({
      bucket: 'calls',
      endpoint: null,
      region: 'us-east-1',
      accessKeyId: 'AKIA',
      secretAccessKey: 'hush',
      prefix: '',
      isPathStyle: false,
    });
    const elsewhere = {
      S3_ENDPOINT: 'http://minio.internal:9000',
      S3_REGION: 'eu-central-1',
      S3_PREFIX: '/rostrum/calls/',
      S3_PATH_STYLE: 'true',
    };
    expect(readConfig({ ...bucket, ...elsewhere }).recordings.s3).toMatchObject({
      endpoint: 'http://minio.internal:9000',
      region: 'eu-central-1',
      prefix: 'rostrum/calls',
      isPathStyle: true,
    });
  });

  it.each([
    ['S3_BUCKET', 'no bucket'],
    ['S3_ENDPOINT', 'minio.internal'],
    ['S3_REGION', 'the moon'],
    ['S3_PREFIX', 'a b'],
    ['S3_PATH_STYLE', 'yes'],
    ['RECORDINGS_DIR', '/srv/calls'],
  ])('refuses %s=%s beside a bucket and names it', (name, value) => {
    const problems = problemsOf({ ...bucket, [name]: value });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(new RegExp(`^${name}: .{10,}`));
  });

  it('refuses half of a bucket, and says what is missing', () => {
    const what =
      'set it, or leave out all that begins with S3_ to keep recordings in RECORDINGS_DIR';
    expect(problemsOf({ S3_BUCKET: 'calls', S3_ACCESS_KEY_ID: 'AKIA' })).toEqual([
      `S3_SECRET_ACCESS_KEY: missing beside S3_BUCKET, S3_ACCESS_KEY_ID: ${what}`,
    ]);
    expect(problemsOf({ S3_REGION: 'eu-central-1' })).toHaveLength(3);
  });
});
