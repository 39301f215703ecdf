// @ts-check
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundle } from './bundle.mjs';
import { fingerprint } from './fingerprint.mjs';
import { run } from './run.mjs';

const shared = ['package-lock.json', 'tsconfig.json', 'lib', 'server'];

/**
 * @typedef {object} Part
 * @property {string} name
 * @property {readonly string[]} inputs what it is made of
 * @property {readonly string[]} except what of that it never contains
 * @property {readonly string[]} outputs files that must be there
 * @property {(root: string) => Promise<void>} build
 */

/** The two things a production start needs. @type {readonly Part[]} */
const parts = [
  {
    name: 'pages',
    inputs: [...shared, 'app', 'components', 'public', 'next.config.mjs', '.postcssrc.json'],
    except: ['server/main.ts', 'server/simulator'],
    outputs: ['.next/BUILD_ID'],
    build: buildPages,
  },
  {
    name: 'server',
    inputs: shared,
    except: [],
    outputs: ['.build/server.mjs', '.build/simulator.mjs', '.build/transfer-thread.mjs'],
    build: buildServer,
  },
];

/**
 * Which parts have to be built: never built, half built, or built from other sources.
 * @param {string} root the project's folder
 * @param {readonly Part[]} [all]
 * @returns {Part[]}
 */
export function staleParts(root, all = parts) {
  const stamp = readStamp(root);
  return all.filter(
    (part) =>
      stamp[part.name] !== fingerprintOf(root, part) ||
      part.outputs.some((path) => !existsSync(join(root, path))),
  );
}

/**
 * Builds one part and notes what it was built from. The note is taken before the build and written
 * after it, so a build that is broken off, or whose sources change meanwhile, is stale.
 * @param {string} root the project's folder
 * @param {Part} part
 */
export async function buildPart(root, part) {
  const builtFrom = fingerprintOf(root, part);
  writeStamp(root, { ...readStamp(root), [part.name]: '' });
  await part.build(root);
  writeStamp(root, { ...readStamp(root), [part.name]: builtFrom });
}

/** @param {string} root */
async function buildPages(root) {
  const next = join(root, 'node_modules/next/dist/bin/next');
  const env = { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' };
  const { code } = await run(process.execPath, [next, 'build'], { cwd: root, env });
  if (code !== 0) throw new Error('The pages could not be built; the reason is above.');
}

/** @param {string} root */
async function buildServer(root) {
  await bundle(root, '.build', {
    server: './server/main.ts',
    simulator: './server/simulator/main.ts',
    // Started as a thread by the server, from beside it.
    'transfer-thread': './server/recording/transfer/transfer-thread.ts',
  });
}

/**
 * @param {string} root
 * @param {Part} part
 */
function fingerprintOf(root, part) {
  return fingerprint(root, part.inputs, part.except);
}

/**
 * @param {string} root
 * @returns {Record<string, string>}
 */
function readStamp(root) {
  try {
    const text = readFileSync(join(root, '.build/stamp'), 'utf8');
    return /** @type {Record<string, string>} */ (JSON.parse(text));
  } catch {
    return {};
  }
}

/**
 * @param {string} root
 * @param {Record<string, string>} stamp
 */
function writeStamp(root, stamp) {
  mkdirSync(join(root, '.build'), { recursive: true });
  writeFileSync(join(root, '.build/stamp'), JSON.stringify(stamp));
}
