import { expect, it } from 'vitest';
import { Interrupted, run } from './run.mjs';

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

it('passes a signal on and rejects once the program has ended', async () => {
  const running = run('sleep', ['600'], { cwd });
  process.emit('SIGTERM', 'SIGTERM');

  await expect(running).rejects.toBeInstanceOf(Interrupted);
});

it('rejects when there is no such program', async () => {
  await expect(run('no-such-program', [], { cwd })).rejects.toThrow('ENOENT');
});
