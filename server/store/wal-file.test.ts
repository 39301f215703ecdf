import { mkdtemp, open, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WalFile } from './wal-file';

describe('the write-ahead log on the disk', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'rostrum-wal-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('is synced as often as asked, and once more after it was written to', async () => {
    const path = join(folder, 'a-wal');
    await writeFile(path, 'one');
    const wal = new WalFile(path);
    await wal.sync();
    const other = await open(path, 'a');
    await other.write('two');
    await other.close();
    await wal.sync();
    await wal.close();
  });

  it('takes nothing more after a sync that failed, though the file would be there now', async () => {
    const path = join(folder, 'b-wal');
    const wal = new WalFile(path);
    const failure = { name: 'StoreError', code: 'unavailable' };
    await expect(wal.sync()).rejects.toMatchObject(failure);
    await writeFile(path, 'now');
    await expect(wal.sync()).rejects.toMatchObject(failure);
    await wal.close();
  });
});
