import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, it } from 'vitest';
import { run } from './run.mjs';

const cwd = import.meta.dirname;

it('answers the exit code of the program and what it complained of', async () => {
  const script = 'process.stderr.write("no such thing\\n"); process.exitCode = 3';
  const ended = await run(process.execPath, ['-e', script], { cwd, keepErrors: true });

  expect(ended).toEqual({ code: 3, errors: 'no such thing\n', timedOut: false });
});

it('passes its environment on', async () => {
  const script = 'process.exitCode = process.env.ANSWER === "42" ? 0 : 1';
  const ended = await run(process.execPath, ['-e', script], { cwd, env: { ANSWER: '42' } });

  expect(ended.code).toBe(0);
});

it('ends a program that takes too long, with what it started', async () => {
  const script =
    'require("child_process").spawn("sleep", ["600"], { stdio: "inherit" }); setInterval(() => {}, 1000)';
  const ended = await run(process.execPath, ['-e', script], {
    cwd,
    limitMs: 500,
    keepErrors: true,
  });

  expect(ended).toMatchObject({ code: 1, timedOut: true });
});

it('passes a signal on, and ends as one who was told to once the program has ended', async () => {
  const script =
    "import { exitWith, run } from './run.mjs'; run('sleep', ['600'], { cwd: '.' }).catch(exitWith); console.log('runs')";
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { cwd });
  await once(child.stdout, 'data');
  child.kill('SIGTERM');

  expect(await once(child, 'exit')).toEqual([143, null]);
});

it('rejects when there is no such program', async () => {
  await expect(run('no-such-program', [], { cwd })).rejects.toThrow('ENOENT');
});
