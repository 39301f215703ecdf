// @ts-check
import { spawn } from 'node:child_process';

/** Somebody asked this program to end while a child was at work. */
export class Interrupted extends Error {
  /** @param {NodeJS.Signals} signal the first signal that arrived */
  constructor(signal) {
    super(`Stopped by ${signal}.`);
    this.signal = signal;
  }
}

/**
 * @typedef {object} RunOptions
 * @property {string} cwd folder to run in
 * @property {Record<string, string>} [env] added to our own environment
 * @property {number} [limitMs] end the child, and count it as failed, after this many milliseconds
 * @property {'as it comes' | 'held'} [output] show what the child prints at once (the default), or all of it when it has ended
 * @property {boolean} [keepErrors] hand back what the child writes to stderr instead of showing it
 */

/**
 * Runs a program to its end with our output and no input. The child leads a process group, so that what
 * it started ends with it; a signal sent to us goes to that group, and rejects with {@link Interrupted}
 * once the child is gone.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {RunOptions} options
 * @returns {Promise<{ code: number, errors: string, timedOut: boolean }>} `code` is 1 for a child that died of a signal
 */
export async function run(command, args, options) {
  const { cwd, env = {}, limitMs, output = 'as it comes', keepErrors = false } = options;
  const shown = output === 'held' ? 'pipe' : 'inherit';
  const child = spawn(command, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', shown, keepErrors ? 'pipe' : shown],
    detached: true,
  });
  let errors = '';
  let held = '';
  let timedOut = false;
  const hold = (/** @type {string} */ text) => {
    held += text;
  };
  child.stdout?.setEncoding('utf8').on('data', hold);
  child.stderr?.setEncoding('utf8').on('data', (/** @type {string} */ text) => {
    if (keepErrors) errors += text;
    else hold(text);
  });

  const forwarding = forwardSignals((signal) => {
    signalGroup(child.pid, signal);
  });
  const limit = setTimeout(
    () => {
      timedOut = true;
      signalGroup(child.pid, 'SIGKILL');
    },
    limitMs ?? 2 ** 31 - 1,
  );
  try {
    const code = await new Promise((resolve, reject) => {
      child.once('error', reject);
      child.once('close', (/** @type {number | null} */ exitCode) => {
        resolve(exitCode ?? 1);
      });
    });
    const signal = forwarding.received();
    if (signal !== undefined) throw new Interrupted(signal);
    return { code, errors, timedOut };
  } finally {
    process.stdout.write(held);
    clearTimeout(limit);
    forwarding.stop();
    signalGroup(child.pid, 'SIGTERM');
  }
}

/** The one way a launch program fails: a sentence on stderr and an exit code, no stack for what is expected.
 * @param {unknown} error
 * @returns {never}
 */
export function exitWith(error) {
  if (error instanceof Interrupted) process.exit(error.signal === 'SIGINT' ? 130 : 143);
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

/** @param {(signal: NodeJS.Signals) => void} forward */
function forwardSignals(forward) {
  /** @type {NodeJS.Signals | undefined} */
  let first;
  const listener = (/** @type {NodeJS.Signals} */ signal) => {
    first ??= signal;
    forward(signal);
  };
  /** @type {NodeJS.Signals[]} */
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const signal of signals) process.on(signal, listener);
  return {
    received: () => first,
    stop() {
      for (const signal of signals) process.off(signal, listener);
    },
  };
}

/**
 * @param {number | undefined} leader
 * @param {NodeJS.Signals} signal
 */
function signalGroup(leader, signal) {
  if (leader === undefined) return;
  try {
    process.kill(-leader, signal);
  } catch {
    // The whole group has ended already.
  }
}
