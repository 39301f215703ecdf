import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openDatabase, openStore } from './open-store';
import { registerStoreContract } from './store.contract';
import { append, jobOf, streamAt, town } from './testing/records';

function emptyDir(): string {
  return mkdtempSync(join(tmpdir(), 'rostrum-store-'));
}

registerStoreContract('a SQLite store', async (now) => {
  const dataDir = emptyDir();
  const database = await openDatabase({ dataDir, databaseUrl: null, now });
  return {
    database,
    close: async () => {
      await database.store.close();
      rmSync(dataDir, { recursive: true });
    },
  };
});

describe('a SQLite data directory', () => {
  function dirForOneTest(): string {
    const dataDir = emptyDir();
    onTestFinished(() => {
      rmSync(dataDir, { recursive: true });
    });
    return dataDir;
  }

  async function open(dataDir: string) {
    const store = await openStore({ dataDir, databaseUrl: null });
    onTestFinished(() => store.close());
    return store;
  }

  it('keeps everything between one opening and the next', async () => {
    const dataDir = dirForOneTest();
    const first = await open(dataDir);
    await first.transact((tx) => append(tx, town, 0, 3));
    await first.close();
    const second = await open(dataDir);
    expect(await second.readStream(town)).toEqual(streamAt(town, 3));
  });

  it('gives out again at once what a process that ended had leased', async () => {
    const dataDir = dirForOneTest();
    const first = await open(dataDir);
    await first.transact((tx) => tx.addJobs([jobOf('a')]));
    await first.leaseJob(['read-back'], 100, 60_000);
    await first.close();
    const second = await open(dataDir);
    expect(await second.leaseJob(['read-back'], 101, 60_000)).toMatchObject({ key: 'a', tries: 2 });
  });

  it('gives out at once what a process that ended was to look at later', async () => {
    const dataDir = dirForOneTest();
    const first = await open(dataDir);
    await first.transact((tx) => tx.addJobs([jobOf('a', { dueAt: 30_000_000 })]));
    await first.close();
    const second = await open(dataDir);
    expect(await second.leaseJob(['read-back'], 101, 60_000)).toMatchObject({ key: 'a' });
  });

  it('is made when it is not there', async () => {
    const store = await open(join(dirForOneTest(), 'some', 'where'));
    await store.check();
  });

  it('refuses a second store and names the process that has it', async () => {
    const dataDir = dirForOneTest();
    await open(dataDir);
    const second = openStore({ dataDir, databaseUrl: null });
    await expect(second).rejects.toMatchObject({
      name: 'StoreError',
      code: 'busy',
      message: expect.stringMatching(
        `in use by another Rostrum \\(process ${process.pid}\\)`,
      ) as string,
    });
  });

  it('is free again once its store is closed', async () => {
    const dataDir = dirForOneTest();
    await (await open(dataDir)).close();
    await expect(open(dataDir)).resolves.toBeDefined();
  });

  it('is free when only a dead holder’s pid was left behind, even one that lives again', async () => {
    const dataDir = dirForOneTest();
    writeFileSync(join(dataDir, 'rostrum.pid'), `${process.pid}\n`);
    await expect(open(dataDir)).resolves.toBeDefined();
    expect(readFileSync(join(dataDir, 'rostrum.pid'), 'utf8')).toBe(`${process.pid}\n`);
  });

  it('that holds something else is said to be damaged', async () => {
    const dataDir = dirForOneTest();
    writeFileSync(join(dataDir, 'rostrum.db'), 'This is no database. '.repeat(500));
    const opening = openStore({ dataDir, databaseUrl: null });
    await expect(opening).rejects.toMatchObject({ name: 'StoreError', code: 'corrupt' });
    rmSync(join(dataDir, 'rostrum.db'));
    await expect(open(dataDir)).resolves.toBeDefined();
  });
});
