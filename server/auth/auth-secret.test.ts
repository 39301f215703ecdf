import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readAuthSecret } from './auth-secret';

function directory(): string {
  const dir = mkdtempSync(join(tmpdir(), 'rostrum-secret-'));
  onTestFinished(() => {
    rmSync(dir, { recursive: true, force: true });
  });
  return dir;
}

test('the configured secret is taken and nothing is written', () => {
  const dir = directory();
  expect(readAuthSecret('configured', dir)).toBe('configured');
  expect(readdirSync(dir)).toEqual([]);
});

test('a secret is made once, for its owner only', () => {
  const dir = join(directory(), 'data');
  const secret = readAuthSecret(null, dir);
  expect(Buffer.from(secret, 'base64url')).toHaveLength(32);
  expect(readAuthSecret(null, dir)).toBe(secret);
  expect(readdirSync(dir)).toEqual(['auth-secret']);
  expect(statSync(join(dir, 'auth-secret')).mode & 0o777).toBe(0o600);
});

test('an empty file is an error, not a secret', () => {
  const dir = directory();
  writeFileSync(join(dir, 'auth-secret'), '\n');
  expect(() => readAuthSecret(null, dir)).toThrow(/is empty/);
});
