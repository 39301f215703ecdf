import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BrowserContext } from '@playwright/test';
import type { Role } from '@/lib/domain/permission';
import { type Accounts, headerOf, openAccounts, post } from './accounts';
import { bareEnvironment, endProcess, tieToUs } from './child';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** What Rostrum is told through its environment. */
export type RostrumSettings = Readonly<Record<string, string>>;

/** A Rostrum of our own: the production build, a folder for its data, and its process. */
export interface Rostrum {
  /** The address it printed when it was ready. */
  readonly url: string;
  /** Somebody in this role signs in and goes on in this browser. */
  letsIn(context: BrowserContext, role: Role): Promise<void>;
  /** The Cookie header of somebody who is signed in in this role. */
  cookieOf(role: Role): Promise<string>;
  readonly invite: Accounts['invite'];
  /** Moves the clock of the rehearsed carrier on; Rostrum knows of it. */
  movesOn(ms: number): Promise<void>;
  /** What it has printed, by the pattern's first group. */
  printed(pattern: RegExp): string;
  /** Ends it without a word of warning, as a power cut would. */
  kill(): Promise<void>;
  /** Starts it again over the same data and at the same address. */
  startAgain(changed?: RostrumSettings): Promise<void>;
  /** What it has logged, which at its level are errors, and printed as such. */
  complaints(): string;
  /** Ends it for good and forgets its data. */
  close(): Promise<void>;
}

/** Starts the production build and waits until it prints its address. */
export async function startRostrum(settings: RostrumSettings): Promise<Rostrum> {
  const dataDir = await mkdtemp(join(tmpdir(), 'rostrum-journey-'));
  const known = {
    HOST: '127.0.0.1',
    PORT: '0',
    DATA_DIR: dataDir,
    LOG_LEVEL: 'error',
    ...settings,
  };
  let output = '';
  let errors = '';
  const start = async (changed: RostrumSettings) => {
    const env = { ...bareEnvironment(), ...known, ...changed };
    const child = spawn(process.execPath, ['.build/server.mjs'], { cwd: root, env });
    tieToUs(child);
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      errors += text;
    });
    return {
      child,
      url: await printedAddress(
        child,
        () => output,
        () => errors,
      ),
    };
  };
  let { child, url } = await start({});
  const accounts = openAccounts(() => url, settings.ADMIN_EMAIL === undefined);
  return {
    get url() {
      return url;
    },
    letsIn: async (context, role) => {
      await context.addCookies([...(await accounts.cookiesOf(role))]);
    },
    cookieOf: async (role) => headerOf(await accounts.cookiesOf(role)),
    invite: accounts.invite,
    movesOn: async (advanceMs) => {
      const cookie = headerOf(await accounts.cookiesOf('moderator'));
      await post(url, '/api/rehearsal', { action: 'advanceClock', advanceMs }, cookie);
    },
    printed: (pattern) => pattern.exec(output)?.[1] ?? '',
    kill: () => endProcess(child, 'SIGKILL'),
    async startAgain(changed = {}) {
      await endProcess(child, 'SIGTERM');
      ({ child, url } = await start({ PORT: new URL(url).port, ...changed }));
    },
    complaints: () => `${errors}${(output.match(/^\{"level".*$/gm) ?? []).join('\n')}`,
    async close() {
      await endProcess(child, 'SIGTERM');
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** A port that nobody listens on now. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

async function printedAddress(
  child: ChildProcess,
  output: () => string,
  errors: () => string,
): Promise<string> {
  const before = output().length;
  return new Promise((resolve, reject) => {
    child.stdout?.on('data', () => {
      const address = /ready at (\S+)/.exec(output().slice(before))?.[1];
      if (address !== undefined) resolve(address);
    });
    child.once('exit', () => {
      reject(new Error(`Rostrum ended before it was ready:\n${errors()}`));
    });
  });
}
