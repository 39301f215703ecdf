import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createLocalStorage } from './local-storage';
import { registerStorageContract } from './storage.contract';

function folder(): string {
  const dir = mkdtempSync(join(tmpdir(), 'rostrum-storage-'));
  onTestFinished(() => {
    rmSync(dir, { recursive: true });
  });
  return dir;
}

function failing(code: string) {
  return () => Promise.reject(Object.assign(new Error(code), { code }));
}

registerStorageContract('a folder for recordings', () => {
  const dir = mkdtempSync(join(tmpdir(), 'rostrum-storage-'));
  const close = () => {
    rmSync(dir, { recursive: true });
    return Promise.resolve();
  };
  return Promise.resolve({ storage: createLocalStorage(join(dir, 'not/yet/made')), close });
});

describe('a folder for recordings', () => {
  it('is nobody else’s to look into', async () => {
    const dir = join(folder(), 'recordings');
    await createLocalStorage(dir).check();
    expect(statSync(dir).mode & 0o777).toBe(0o700);
    expect(readdirSync(dir)).toEqual([]);
  });

  it.each([
    ['ENOSPC', 'disk-full'],
    ['EDQUOT', 'disk-full'],
    ['EIO', 'storage-unreachable'],
    ['EROFS', 'storage-unreachable'],
  ])('that fails with %s is called %s, and loses nothing', async (code, meaning) => {
    const dir = folder();
    const path = join(dir, 'finished');
    writeFileSync(path, 'hello');
    const storage = createLocalStorage(join(dir, 'kept'), {
      rename: failing(code),
      writeFile: failing(code),
    });
    const refusal = { name: 'StorageError', code: meaning };
    await expect(storage.put('a.wav', path)).rejects.toMatchObject(refusal);
    await expect(storage.check()).rejects.toMatchObject(refusal);
    expect(readFileSync(path, 'utf8')).toBe('hello');
    expect(await storage.size('a.wav')).toBeNull();
  });

  it('takes files over from another disk', async () => {
    const dir = folder();
    const path = join(dir, 'finished');
    writeFileSync(path, 'hello');
    const storage = createLocalStorage(join(dir, 'kept'), { rename: failing('EXDEV'), writeFile });
    await storage.put('2026/a.wav', path);
    expect((await buffer(await storage.open('2026/a.wav'))).toString()).toBe('hello');
    expect(readdirSync(dir)).toEqual(['kept']);
    expect(readdirSync(join(dir, 'kept/2026'))).toEqual(['a.wav']);
  });

  it('that cannot be made is called unreachable', async () => {
    const dir = folder();
    writeFileSync(join(dir, 'file'), '');
    const storage = createLocalStorage(join(dir, 'file'), { rename, writeFile });
    await expect(storage.check()).rejects.toMatchObject({ code: 'storage-unreachable' });
  });
});
