// @ts-check
import { createHash } from 'node:crypto';
import { parentPort } from 'node:worker_threads';

/** @type {Map<number, import('node:crypto').Hash>} */
const hashes = new Map();

parentPort?.on('message', (/** @type {import('./hashing').HashWork} */ { id, chunks, isEnd }) => {
  const hash = hashes.get(id) ?? createHash('sha256');
  hashes.set(id, hash);
  let bytes = 0;
  for (const chunk of chunks) {
    hash.update(chunk);
    bytes += chunk.length;
  }
  if (isEnd) hashes.delete(id);
  /** @type {import('./hashing').HashNews} */
  const news = { id, bytes, sha256: isEnd ? hash.digest('hex') : null };
  parentPort?.postMessage(news);
});
