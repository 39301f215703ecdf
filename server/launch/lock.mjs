// @ts-check
import { mkdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const beatMs = 2_000;
const silentMs = 30_000;
const lookMs = 200;

/**
 * Does work that only one process at a time may do. The lock is a file with the holder's process id,
 * touched while the work goes on; a holder that died or fell silent for 30 s loses it.
 * @template T
 * @param {string} path the lock file; its folder is made when missing
 * @param {() => Promise<T>} work
 * @param {() => void} [onWait] called once when somebody else holds the lock
 * @returns {Promise<T>} what `work` answers
 */
export async function withLock(path, work, onWait = () => undefined) {
  mkdirSync(dirname(path), { recursive: true });
  for (let waited = false; !take(path); waited = true) {
    if (!waited) onWait();
    dropDead(path);
    await pause(lookMs);
  }
  const beat = setInterval(() => {
    touch(path);
  }, beatMs);
  try {
    return await work();
  } finally {
    clearInterval(beat);
    if (holderOf(path) === process.pid) rmSync(path, { force: true });
  }
}

/** @param {string} path */
function take(path) {
  try {
    writeFileSync(path, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'EEXIST') return false;
    throw error;
  }
}

/**
 * Removes the lock of a dead holder. Two processes may see the same dead holder: the second must not
 * remove the lock that the first has taken since, hence a lock on the removal and a second look.
 * @param {string} path
 */
function dropDead(path) {
  if (!isDead(path)) return;
  const removal = `${path}.removal`;
  if (!take(removal)) {
    if (isDead(removal)) rmSync(removal, { force: true });
    return;
  }
  try {
    if (isDead(path)) rmSync(path, { force: true });
  } finally {
    rmSync(removal, { force: true });
  }
}

/** @param {string} path */
function isDead(path) {
  const age = ageOf(path);
  if (age === undefined) return false;
  if (age > silentMs) return true;
  const holder = holderOf(path);
  // An empty file is one that its holder has made and not yet written.
  return holder !== undefined && !isAlive(holder);
}

/** @param {string} path */
function ageOf(path) {
  const stat = statSync(path, { throwIfNoEntry: false });
  return stat && Date.now() - stat.mtimeMs;
}

/** @param {string} path */
function holderOf(path) {
  try {
    return Number(readFileSync(path, 'utf8')) || undefined;
  } catch {
    return undefined;
  }
}

/** @param {number} pid */
function isAlive(pid) {
  // Our own id in a lock that we do not hold was somebody's before us (a restarted container).
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
}

/** @param {string} path */
function touch(path) {
  try {
    const now = new Date();
    utimesSync(path, now, now);
  } catch {
    // Somebody removed the lock by hand; the work goes on.
  }
}
