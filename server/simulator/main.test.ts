import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { z } from 'zod';

const readySchema = z.object({
  type: z.literal('ready'),
  url: z.string(),
  controlUrl: z.string(),
  publicKey: z.string(),
});

function start(options: string): ChildProcess {
  const child = fork(join(import.meta.dirname, 'main.ts'), {
    execArgv: ['--import', 'tsx'],
    env: { ...process.env, SIMULATOR_OPTIONS: options },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  return child;
}

async function firstMessage(child: ChildProcess): Promise<unknown> {
  const [message] = (await once(child, 'message')) as unknown[];
  return message;
}

const good = (port = 0) =>
  JSON.stringify({ port, apiKey: 'key', webhookUrl: 'http://127.0.0.1:9/webhooks' });

it('the process says where it is, serves, and ends with its parent', async () => {
  const child = start(good());
  const ready = readySchema.parse(await firstMessage(child));
  const headers = { authorization: 'Bearer key' };
  expect((await fetch(`${ready.controlUrl}/state`, { headers })).status).toBe(200);
  expect((await fetch(`${ready.url}/conferences`, { headers })).status).toBe(200);
  child.disconnect();
  expect(await once(child, 'exit')).toEqual([0, null]);
});

it('the process ends when it is told to', async () => {
  const child = start(good());
  await firstMessage(child);
  child.kill('SIGTERM');
  expect(await once(child, 'exit')).toEqual([0, null]);
});

it('options that make no sense are a failure with a reason', async () => {
  const child = start('{"apiKey":"","webhookUrl":"nowhere"}');
  const exit = once(child, 'exit');
  expect(await firstMessage(child)).toMatchObject({
    type: 'failed',
    reason: expect.stringMatching(/apiKey[^]*webhookUrl/) as unknown,
  });
  expect(await exit).toEqual([1, null]);
});

it('a port in use is a failure with a reason', async () => {
  const squatter = createServer().listen(0, '127.0.0.1');
  await once(squatter, 'listening');
  onTestFinished(() => {
    squatter.close();
  });
  const { port } = z.object({ port: z.number() }).parse(squatter.address());
  const child = start(good(port));
  const exit = once(child, 'exit');
  expect(await firstMessage(child)).toMatchObject({
    type: 'failed',
    reason: expect.stringContaining('EADDRINUSE') as unknown,
  });
  expect(await exit).toEqual([1, null]);
});
