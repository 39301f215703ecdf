// @ts-check
import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';
import { parentPort } from 'node:worker_threads';

const readAtOnceBytes = 1024 * 1024;

/** @type {Map<number, import('node:crypto').Hash>} */
const hashes = new Map();

parentPort?.on('message', (/** @type {import('./hashing').HashWork} */ work) => {
  /** @type {import('./hashing').HashNews} */
  let news;
  try {
    news = done(work);
  } catch (error) {
    const problem = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    news = { id: work.id, sha256: null, problem };
  }
  if (work.isEnd) hashes.delete(work.id);
  parentPort?.postMessage(news);
});

/**
 * @param {import('./hashing').HashWork} work
 * @returns {import('./hashing').HashNews}
 */
function done({ id, bytes, path, isEnd }) {
  const hash = hashes.get(id) ?? createHash('sha256');
  hashes.set(id, hash);
  if (bytes !== null) hash.update(bytes);
  if (path !== null) addFile(hash, path);
  return { id, sha256: isEnd ? hash.digest('hex') : null, problem: null };
}

/**
 * @param {import('node:crypto').Hash} hash
 * @param {string} path
 */
function addFile(hash, path) {
  const file = openSync(path, 'r');
  try {
    const part = Buffer.allocUnsafe(readAtOnceBytes);
    for (;;) {
      const read = readSync(file, part);
      if (read === 0) return;
      hash.update(part.subarray(0, read));
    }
  } finally {
    closeSync(file);
  }
}
