import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { withLock } from './lock.mjs';

let folder: string;
let path: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rostrum-lock-'));
  path = join(folder, 'deep/lock');
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

it('lets one at a time work and tells the other that it waits', async () => {
  const order: string[] = [];
  let finish: () => void = () => undefined;
  const first = withLock(path, async () => {
    order.push('first begins');
    await new Promise<void>((resolve) => (finish = resolve));
    order.push('first ends');
  });
  const second = withLock(
    path,
    () => Promise.resolve(order.push('second works')),
    () => {
      order.push('second waits');
      finish();
    },
  );
  await Promise.all([first, second]);

  expect(order).toEqual(['first begins', 'second waits', 'first ends', 'second works']);
  expect(existsSync(path)).toBe(false);
});

it('gives the lock back when the work fails', async () => {
  await expect(withLock(path, () => Promise.reject(new Error('no disk')))).rejects.toThrow(
    'no disk',
  );

  expect(existsSync(path)).toBe(false);
});

it('writes down who holds it', async () => {
  await withLock(path, () => {
    expect(readFileSync(path, 'utf8')).toBe(String(process.pid));
    return Promise.resolve();
  });
});

it('takes the lock of a holder that died', async () => {
  const { pid } = spawnSync(process.execPath, ['--version']);
  await withLock(path, () => Promise.resolve());
  writeFileSync(path, String(pid));

  expect(await withLock(path, () => Promise.resolve('mine'))).toBe('mine');
});

it('takes the lock of a holder that fell silent', async () => {
  await withLock(path, () => Promise.resolve());
  writeFileSync(path, String(process.ppid));
  utimesSync(path, 0, 0);

  expect(await withLock(path, () => Promise.resolve('mine'))).toBe('mine');
});
