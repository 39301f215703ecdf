import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { isInstalled } from './install.mjs';

let root: string;

const react = { version: '19.3.1', integrity: 'sha512-react' };
const forWindows = { version: '1.0.0', integrity: 'sha512-windows', optional: true };

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'rostrum-install-'));
  mkdirSync(join(root, 'node_modules'));
  locks({ '': { version: '0.1.0' }, 'node_modules/react': react, 'node_modules/w': forWindows });
});
afterEach(() => {
  rmSync(root, { recursive: true });
});

it('is not installed without npm’s record of a finished install', () => {
  expect(isInstalled(root)).toBe(false);
});

it('takes packages that npm installed by hand, without those of other platforms', () => {
  records({ 'node_modules/react': react });

  expect(isInstalled(root)).toBe(true);
  expect(existsSync(stamp())).toBe(true);
});

it('misses a package that was added to the lock file', () => {
  records({ 'node_modules/react': react });
  expect(isInstalled(root)).toBe(true);
  locks({ 'node_modules/react': react, 'node_modules/zod': { version: '4.6.7' } });

  expect(isInstalled(root)).toBe(false);
});

it('misses a package whose release or contents changed', () => {
  records({ 'node_modules/react': { ...react, version: '19.3.0' } });
  expect(isInstalled(root)).toBe(false);

  records({ 'node_modules/react': { ...react, integrity: 'sha512-other' } });
  expect(isInstalled(root)).toBe(false);
});

it('believes its stamp when npm install could not follow the lock file to the letter', () => {
  records({ 'node_modules/react': react });
  isInstalled(root);
  records({ 'node_modules/react': { ...react, version: '19.3.0' } });

  expect(isInstalled(root)).toBe(true);
});

it('installs anew for another Node, whose native packages differ', () => {
  records({ 'node_modules/react': react });
  isInstalled(root);
  writeFileSync(stamp(), readFileSync(stamp(), 'utf8').replace(/abi-\d+/, 'abi-1'));

  expect(isInstalled(root)).toBe(false);
});

function locks(packages: object) {
  writeFileSync(join(root, 'package-lock.json'), JSON.stringify({ packages }));
}

function records(packages: object) {
  writeFileSync(join(root, 'node_modules/.package-lock.json'), JSON.stringify({ packages }));
}

function stamp() {
  return join(root, 'node_modules/.rostrum-lock');
}
