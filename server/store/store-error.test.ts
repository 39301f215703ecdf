import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { StoreError, storeErrorOf } from './store-error';

function errorOf(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return storeErrorOf(error);
  }
  throw new Error('It did not fail');
}

function sqlite(file = ''): Database.Database {
  const handle = new Database(file, { timeout: 0 });
  onTestFinished(() => {
    handle.close();
  });
  return handle;
}

const withCode = (code: string) => Object.assign(new Error('It said so'), { code });

describe('what a database error means', () => {
  it('a full database is full, and a person must make room', () => {
    const handle = sqlite();
    handle.exec('create table t (x text)');
    handle.pragma('max_page_count = 4');
    const write = handle.prepare('insert into t values (?)');
    expect(errorOf(() => write.run('x'.repeat(100_000)))).toMatchObject({
      name: 'StoreError',
      code: 'full',
      retryable: false,
      message: 'There is no room left for the database: database or disk is full',
    });
  });

  it('a locked database is busy, and worth another try', () => {
    const dir = mkdtempSync(join(tmpdir(), 'rostrum-busy-'));
    const holder = sqlite(join(dir, 'a.db'));
    onTestFinished(() => {
      rmSync(dir, { recursive: true });
    });
    holder.exec('begin exclusive');
    const other = sqlite(holder.name);
    expect(errorOf(() => other.exec('begin immediate'))).toMatchObject({
      code: 'busy',
      retryable: true,
    });
  });

  it.each([
    ['40P01', 'busy'],
    ['55P03', 'busy'],
    ['53100', 'full'],
    ['ENOSPC', 'full'],
    ['XX001', 'corrupt'],
    ['SQLITE_NOTADB', 'corrupt'],
    ['57P01', 'unavailable'],
    ['08006', 'unavailable'],
    ['ECONNREFUSED', 'unavailable'],
    ['SQLITE_IOERR_FSYNC', 'unavailable'],
  ])('%s is %s', (code, kind) => {
    expect(storeErrorOf(withCode(code))).toMatchObject({ name: 'StoreError', code: kind });
  });

  it('a connection that ended without a code is unavailable', () => {
    const error = new Error('Connection terminated unexpectedly');
    expect(storeErrorOf(error)).toMatchObject({ code: 'unavailable', cause: error });
  });

  it('is nothing where the error is a mistake of ours or of the work', () => {
    for (const error of [new TypeError('no'), withCode('23505'), withCode('SQLITE_CONSTRAINT'), 7])
      expect(storeErrorOf(error)).toBe(error);
  });

  it('stays what it was when it has been said already', () => {
    const error = new StoreError('busy', 'Wait');
    expect(storeErrorOf(error)).toBe(error);
  });
});
