// @ts-check
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './run.mjs';

/** @typedef {{ version?: string, integrity?: string, optional?: boolean, devOptional?: boolean, peer?: boolean, link?: boolean }} LockedPackage */

/**
 * Whether node_modules holds what package-lock.json asks for, built for this Node. Two signs count: our
 * stamp of an earlier install, and npm's own record, so that packages installed by hand are not
 * installed again.
 * @param {string} root the project's folder
 * @returns {boolean}
 */
export function isInstalled(root) {
  const record = readText(join(root, 'node_modules/.package-lock.json'));
  if (record === undefined) return false;
  const stamp = readText(stampPath(root));
  if (stamp === stampOf(root)) return true;
  const builtForThisNode = stamp === undefined || stamp.endsWith(abi());
  if (!builtForThisNode || !agrees(readText(join(root, 'package-lock.json')), record)) return false;
  writeFileSync(stampPath(root), stampOf(root));
  return true;
}

/**
 * Installs the packages of package-lock.json, development ones included (the build needs them).
 * @param {string} root the project's folder
 * @throws Error with a sentence when npm could not
 */
export async function install(root) {
  console.log('Installing packages (a minute or two the first time) …');
  const strict = await npm(root, 'ci');
  if (strict.code !== 0) {
    console.log(`npm ci refused (${reasonIn(strict.errors)}); trying npm install instead.`);
    const loose = await npm(root, 'install');
    if (loose.code !== 0) {
      throw new Error(
        `${loose.errors}\nThe packages could not be installed; npm's words are above.`,
      );
    }
  }
  writeFileSync(stampPath(root), stampOf(root));
}

/**
 * @param {string | undefined} wanted text of package-lock.json
 * @param {string} record text of npm's record inside node_modules
 */
function agrees(wanted, record) {
  if (wanted === undefined) return false;
  const installed = packagesIn(record);
  return Object.entries(packagesIn(wanted)).every(([path, locked]) => {
    if (path === '') return true;
    const found = installed[path];
    // npm leaves out what this platform cannot use.
    if (found === undefined) return locked.optional === true || locked.devOptional === true;
    return found.version === locked.version && found.integrity === locked.integrity;
  });
}

/**
 * @param {string} lockText
 * @returns {Record<string, LockedPackage>}
 */
function packagesIn(lockText) {
  const lock = /** @type {{ packages?: Record<string, LockedPackage> }} */ (JSON.parse(lockText));
  return lock.packages ?? {};
}

/**
 * @param {string} root
 * @param {'ci' | 'install'} command
 */
function npm(root, command) {
  // npm leaves development packages out where NODE_ENV says production.
  return run('npm', [command, '--include=dev'], { cwd: root, keepErrors: true });
}

/** @param {string} errors what npm wrote to stderr */
function reasonIn(errors) {
  const lines = errors.split('\n').flatMap((line) => /^npm error (.+)$/.exec(line)?.[1] ?? []);
  const outOfStep = lines.filter((line) => /^(Missing|Invalid): /.test(line));
  const told = outOfStep.length > 0 ? outOfStep : lines;
  return told.slice(0, 3).join(' · ') || 'npm gave no reason';
}

/** @param {string} root */
function stampPath(root) {
  return join(root, 'node_modules/.rostrum-lock');
}

/** @param {string} root */
function stampOf(root) {
  const lock = readFileSync(join(root, 'package-lock.json'));
  return `${createHash('sha256').update(lock).digest('hex')} ${abi()}`;
}

/** Packages with native code fit one Node ABI. */
function abi() {
  return `abi-${process.versions.modules}-${process.platform}-${process.arch}`;
}

/** @param {string} path */
function readText(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
