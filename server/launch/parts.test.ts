import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { buildPart, staleParts } from './parts.mjs';

let root: string;

const pages = {
  name: 'pages',
  inputs: ['app', 'server', 'next.config.mjs'],
  except: ['server/simulator'],
  outputs: ['.next/BUILD_ID'],
  build: writing('.next/BUILD_ID', 'built'),
};
const server = {
  name: 'server',
  inputs: ['server'],
  except: [],
  outputs: ['.build/server.mjs'],
  build: writing('.build/server.mjs', 'built'),
};

beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'rostrum-parts-'));
  write('app/page.tsx', 'page');
  write('server/main.ts', 'main');
  write('server/simulator/world.ts', 'world');
  await buildPart(root, pages);
  await buildPart(root, server);
});
afterEach(() => {
  rmSync(root, { recursive: true });
});

it('finds nothing stale right after a build', () => {
  expect(stale()).toEqual([]);
});

it.each([
  ['app/page.tsx', 'changed page', ['pages']],
  ['app/new/page.tsx', 'another page', ['pages']],
  ['next.config.mjs', 'a setting', ['pages']],
  ['server/main.ts', 'changed main', ['pages', 'server']],
  ['server/simulator/world.ts', 'changed world', ['server']],
  ['server/main.test.ts', 'a test', []],
  ['server/simulator/testing/carrier-contract.ts', 'help for tests', []],
  ['server/launch/start.mjs', 'what runs before the server', []],
])('knows what a change to %s makes stale', (path, text, expected) => {
  write(path, text);

  expect(stale()).toEqual(expected);
});

it('misses a source that was deleted or renamed', () => {
  rmSync(join(root, 'app/page.tsx'));
  write('app/start.tsx', 'page');

  expect(stale()).toEqual(['pages']);
});

it('misses an output that was deleted', () => {
  rmSync(join(root, '.next'), { recursive: true });

  expect(stale()).toEqual(['pages']);
});

it('holds a build that failed for stale, though its sources are the same again', async () => {
  const failing = { ...pages, build: () => Promise.reject(new Error('no memory')) };
  await expect(buildPart(root, failing)).rejects.toThrow('no memory');

  expect(stale()).toEqual(['pages']);
});

it('holds a build for stale whose sources changed while it ran', async () => {
  const build = writing('app/page.tsx', 'saved during the build');
  await buildPart(root, { ...pages, build });

  expect(stale()).toEqual(['pages']);
});

function stale() {
  return staleParts(root, [pages, server]).map((part) => part.name);
}

function writing(path: string, text: string) {
  return () => {
    write(path, text);
    return Promise.resolve();
  };
}

function write(path: string, text: string) {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}
