import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { StoreError } from './store-error';

/**
 * Takes a data directory for this process; returns how to give it back. The lock itself is the
 * operating system's, on `rostrum.lock`: it ends with its process however that ends, so a pid that was
 * left behind and now names another program locks nobody out. `rostrum.pid` names the holder for people.
 * Throws a `StoreError` that names the pid of a live holder.
 */
export function lockDataDir(dataDir: string): () => void {
  const pidFile = join(dataDir, 'rostrum.pid');
  const lock = new Database(join(dataDir, 'rostrum.lock'), { timeout: 0 });
  try {
    lock.exec('begin exclusive');
  } catch (error) {
    lock.close();
    if (error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY'))
      throw inUse(dataDir, pidFile, error);
    throw error;
  }
  writeFileSync(pidFile, `${process.pid}\n`);
  return () => {
    // Not ours to remove once the lock is given back.
    rmSync(pidFile, { force: true });
    lock.close();
  };
}

function inUse(dataDir: string, pidFile: string, cause: Error): StoreError {
  const holder = `another Rostrum (process ${pidIn(pidFile)})`;
  return new StoreError(
    'busy',
    `The data directory ${dataDir} is in use by ${holder}: stop that one, or set DATA_DIR to another directory`,
    { cause },
  );
}

function pidIn(pidFile: string): string {
  try {
    return readFileSync(pidFile, 'utf8').trim();
  } catch {
    // Between its lock and its pid file.
    return 'just starting';
  }
}
