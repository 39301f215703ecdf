// @ts-check
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

const unbuilt = /\.(test|type-test|contract)\.tsx?$|\.md$|(^|\/)(testing|bench|launch)(\/|$)/;

/**
 * A hash over the names and contents of everything a build is made of; tests, measuring programs and
 * prose are left out.
 * @param {string} root the project's folder
 * @param {readonly string[]} inputs files and folders below it; missing ones count as empty
 * @param {readonly string[]} [except] files and folders below it to leave out
 * @returns {string}
 */
export function fingerprint(root, inputs, except = []) {
  const hash = createHash('sha256');
  for (const path of inputs.flatMap((input) => filesBelow(root, input, except))) {
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(root, path)))
      .update('\0');
  }
  return hash.digest('hex');
}

/**
 * @param {string} root
 * @param {string} path
 * @param {readonly string[]} except
 * @returns {string[]}
 */
function filesBelow(root, path, except) {
  if (unbuilt.test(path) || except.includes(path)) return [];
  const stat = statSync(join(root, path), { throwIfNoEntry: false });
  if (stat === undefined) return [];
  if (!stat.isDirectory()) return [path];
  return readdirSync(join(root, path))
    .sort()
    .flatMap((name) => filesBelow(root, `${path}/${name}`, except));
}
