import { createServer, get } from 'node:http';
import { expect, it, onTestFinished, vi } from 'vitest';
import { closed, listen } from '@/server/testing/test-carrier';
import { startSimulator } from './simulator-process';

const options = {
  port: 0,
  apiKey: 'KEY-of-the-tests',
  webhookUrl: 'http://127.0.0.1:9/webhooks',
  connectionId: '1684641123236054244',
  scenario: null,
};

const isThere = (url: string) =>
  new Promise<boolean>((resolve) => {
    get(url, (response) => {
      response.resume();
      resolve(true);
    }).on('error', () => {
      resolve(false);
    });
  });

it('the simulator runs as a child that answers, and is gone once it is stopped', async () => {
  const onLost = vi.fn();
  const simulator = await startSimulator(options, onLost);
  onTestFinished(() => simulator.stop());
  const authorization = `Bearer ${options.apiKey}`;
  const answer = await fetch(`${simulator.url}/conferences`, { headers: { authorization } });
  expect(await answer.json()).toMatchObject({ data: [] });
  expect(Buffer.from(simulator.publicKey, 'base64')).toHaveLength(32);
  await simulator.stop();
  expect(await isThere(simulator.url)).toBe(false);
  expect(onLost).not.toHaveBeenCalled();
});

it('a simulator that cannot have its port says so', async () => {
  const server = createServer();
  const url = await listen(server);
  onTestFinished(() => closed(server));
  const port = Number(new URL(url).port);
  const starting = startSimulator({ ...options, port }, () => undefined);
  await expect(starting).rejects.toThrow('The simulator does not start');
});
