import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Answer, CommonTasks, Question, Tasks } from './tasks';

const stopWithinMs = 5_000;

/** A process that answers questions. */
export interface Child<T> {
  ask<K extends keyof T & string>(
    task: K,
    ...input: T[K] extends (input: infer I) => unknown ? (unknown extends I ? [] : [I]) : []
  ): Promise<T[K] extends (...input: never[]) => infer R ? Awaited<R> : never>;
  /** Waits for a line on its standard output; answers the pattern's first group. */
  said(pattern: RegExp): Promise<string>;
  readonly stop: () => Promise<void>;
}

/** Starts Node with these arguments, a pipe for questions and nothing of our environment but PATH. */
export function startChild<T extends Tasks<T>>(
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Child<T & CommonTasks> {
  const child: ChildProcess = spawn(process.execPath, args, {
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    env: { NODE_ENV: 'production', PATH: process.env.PATH, ...env },
  });
  const waiting = new Map<number, Asked<unknown>>();
  let number = 0;
  let output = '';
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    output += text;
    // A server under measurement logs errors only, and its first ones are worth seeing.
    if (text.startsWith('{')) process.stderr.write(text.slice(0, 2_000));
    child.emit('said');
  });
  child.on('message', (message) => {
    const answer = message as Answer;
    const asked = waiting.get(answer.number);
    waiting.delete(answer.number);
    if ('error' in answer) asked?.reject(new Error(answer.error));
    else asked?.resolve(answer.result);
  });
  child.on('exit', (code) => {
    for (const { reject } of waiting.values()) reject(new Error(`It ended with ${code}`));
    child.emit('said');
  });
  return {
    ask: (task, ...input) =>
      new Promise((resolve, reject) => {
        number += 1;
        waiting.set(number, { resolve: resolve as (value: unknown) => void, reject });
        const question: Question = { number, task, input: (input as readonly unknown[])[0] };
        child.send(question);
      }),
    said: async (pattern) => {
      for (;;) {
        const found = pattern.exec(output)?.[1];
        if (found !== undefined) return found;
        if (child.exitCode !== null) throw new Error(`It ended before it was ready: ${output}`);
        await once(child, 'said');
      }
    },
    stop: () => stop(child),
  };
}

interface Asked<T> {
  readonly resolve: (value: T) => void;
  readonly reject: (reason: Error) => void;
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), stopWithinMs);
  await gone;
  clearTimeout(timer);
}
