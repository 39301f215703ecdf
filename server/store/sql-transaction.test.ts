import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { openStore } from './open-store';
import { SqlTransaction } from './sql-transaction';
import { ada, streamAt, town } from './testing/records';

it('locking reads no snapshot of a stream that is in memory: its size costs nothing', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'rostrum-store-'));
  const store = await openStore({ dataDir, databaseUrl: null });
  onTestFinished(async () => {
    await store.close();
    rmSync(dataDir, { recursive: true });
  });
  const snapshot = { seq: 1, version: 1, state: { people: 800 } };
  const locked = await store.transact(async (tx) => {
    if (!(tx instanceof SqlTransaction)) throw new Error('Not the transaction of this store');
    await tx.saveStreams([streamAt(town, 1, { snapshot }), streamAt(ada, 1, { snapshot })]);
    return tx.lockStreams([town, ada], new Map([[town, {}]]));
  });
  expect(locked).toEqual([streamAt(town, 1), streamAt(ada, 1, { snapshot })]);
});
