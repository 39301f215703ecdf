// @ts-check
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { install, isInstalled } from './install.mjs';
import { withLock } from './lock.mjs';
import { buildPart, staleParts } from './parts.mjs';

/** The project's folder. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

const oldestNode = [20, 19];

/**
 * Installs the packages when they are missing or not those of the lock file. Two starts at once do it
 * once.
 * @throws Error with a sentence that says what to do
 */
export async function prepareInstall() {
  requireNode();
  if (isInstalled(root)) return;
  await alone(async () => {
    if (!isInstalled(root)) await timed('Packages installed', () => install(root));
  });
}

/**
 * Makes a production start possible: packages installed, pages and server built from the sources as
 * they are. Prints what it does, and nothing when there is nothing to do.
 * @throws Error with a sentence that says what to do
 */
export async function prepareBuild() {
  await prepareInstall();
  if (staleParts(root).length === 0) return;
  await alone(async () => {
    for (const part of staleParts(root)) {
      console.log(`Building the ${part.name} …`);
      await timed(`Built the ${part.name}`, () => buildPart(root, part));
    }
  });
}

/** @param {() => Promise<void>} work */
function alone(work) {
  return withLock(join(root, '.build/lock'), work, () => {
    console.log('Another start is installing or building; waiting for it …');
  });
}

/**
 * @param {string} what
 * @param {() => Promise<void>} work
 */
async function timed(what, work) {
  const start = performance.now();
  await work();
  console.log(`${what} in ${((performance.now() - start) / 1000).toFixed(1)} s.`);
}

function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = oldestNode;
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return;
  throw new Error(
    `Rostrum needs Node ${oldestNode.join('.')} or newer; this is ${process.version}.`,
  );
}
