import { createHash, type Hash } from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';
import { setImmediate as nextTurn } from 'node:timers/promises';

// What fits into the processor's own memory is counted from there.
const readAtOnceBytes = 256 * 1024;
const listenEveryBytes = 64 * 1024 * 1024;

/**
 * Takes the first `bytes` of a file, or all of it, into a sum. It reads while everything else waits: for threads
 * that have nothing else to do. Throws what the system says of the file, or the reason of the signal.
 */
export async function addFile(
  hash: Hash,
  path: string,
  { bytes = Infinity, signal }: { readonly bytes?: number; readonly signal: AbortSignal },
): Promise<void> {
  const file = openSync(path, 'r');
  try {
    const piece = Buffer.allocUnsafeSlow(readAtOnceBytes);
    for (let at = 0; at < bytes;) {
      const read = readSync(file, piece, 0, Math.min(piece.length, bytes - at), at);
      if (read === 0) return;
      hash.update(piece.subarray(0, read));
      at += read;
      if (at % listenEveryBytes < readAtOnceBytes) await nextTurn();
      signal.throwIfAborted();
    }
  } finally {
    closeSync(file);
  }
}

/** The SHA-256 of a file in hexadecimal; as `addFile`. */
export async function sumOfFile(path: string, signal: AbortSignal): Promise<string> {
  const hash = createHash('sha256');
  await addFile(hash, path, { signal });
  return hash.digest('hex');
}
