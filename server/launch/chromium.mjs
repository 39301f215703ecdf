// @ts-check
import { existsSync, readFileSync } from 'node:fs';
import { run } from './run.mjs';

const usualPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/**
 * The browser that the journeys drive: `CHROMIUM_PATH` or a usual place.
 * @param {Readonly<Record<string, string | undefined>>} [env]
 * @param {readonly string[]} [places]
 * @returns {string | undefined} its path, undefined when there is none
 */
export function findChromium(env = process.env, places = usualPlaces) {
  const candidates = env.CHROMIUM_PATH ? [env.CHROMIUM_PATH] : places;
  return candidates.find((path) => existsSync(path));
}

/**
 * Finds a browser, or installs Debian's where we may.
 * @param {string} root the project's folder
 * @returns {Promise<string>} its path
 * @throws Error with a sentence that says what to install
 */
export async function ensureChromium(root) {
  const found = findChromium();
  if (found !== undefined) return found;
  if (isDebian() && process.getuid?.() === 0) {
    console.log('Installing Chromium from Debian …');
    const env = { DEBIAN_FRONTEND: 'noninteractive' };
    await run('apt-get', ['update', '--quiet'], { cwd: root, env });
    const packages = ['install', '--yes', '--quiet', '--no-install-recommends', 'chromium'];
    await run('apt-get', packages, { cwd: root, env });
  }
  const installed = findChromium();
  if (installed !== undefined) return installed;
  throw new Error(
    'The journeys need Chromium and there is none: install it (on Debian: sudo apt-get install ' +
      'chromium), or set CHROMIUM_PATH to a Chromium or Chrome.',
  );
}

function isDebian() {
  try {
    return /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'));
  } catch {
    return false;
  }
}
