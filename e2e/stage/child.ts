import { type ChildProcess } from 'node:child_process';
import { once } from 'node:events';

const patienceMs = 15_000;

/**
 * Ends a process by its id and waits until it is gone. One that does not listen is killed, and that
 * is an error.
 */
export async function endProcess(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit') as Promise<[number | null, NodeJS.Signals | null]>;
  child.kill(signal);
  const limit = setTimeout(() => {
    child.kill('SIGKILL');
  }, patienceMs);
  const [, endedBy] = await gone;
  clearTimeout(limit);
  if (signal !== 'SIGKILL' && endedBy === 'SIGKILL') {
    throw new Error(`${child.spawnargs.join(' ')} did not end when it was asked to`);
  }
}

/** Sees to it that a child does not outlive this process, however this process ends. */
export function tieToUs(child: ChildProcess): void {
  const end = () => {
    child.kill('SIGKILL');
  };
  process.once('exit', end);
  child.once('exit', () => {
    process.off('exit', end);
  });
}

/** What a child may know of our environment: nothing that would configure it. */
export function bareEnvironment(): NodeJS.ProcessEnv {
  const { PATH, HOME, TZ } = process.env;
  return { PATH, HOME, TZ, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' };
}
