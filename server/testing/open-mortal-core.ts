import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { onTestFinished } from 'vitest';
import { bundle } from '@/server/launch/bundle.mjs';
import type { TestCarrier } from './test-carrier';

const root = join(import.meta.dirname, '../..');
// As deep below the root as this file: the routes are looked for beside it.
const folder = `.test-output/programs-${process.pid}`;
const name = 'core-until-killed';
let bundled: Promise<void> | null = null;

/** Rostrum without its pages in a process of its own, which a test can kill. */
export interface MortalCore {
  post(path: string, body: unknown): Promise<unknown>;
  get(path: string): Promise<Record<string, unknown>>;
  /** Ends it at once, without a word of warning; the carrier finds nobody at its address. */
  kill(): void;
  /** Resolves when it is gone. */
  readonly isDead: Promise<unknown>;
}

/** Starts it over this directory, beside this carrier; it ends with the test at the latest. */
export async function openMortalCore(carrier: TestCarrier, dataDir: string): Promise<MortalCore> {
  const { url, apiKey, publicKey, controlUrl } = carrier;
  bundled ??= bundle(root, folder, {
    [name]: './server/testing/core-until-killed.ts',
    'transfer-thread': './server/recording/transfer/transfer-thread.ts',
  });
  await bundled;
  const options = JSON.stringify({ dataDir, carrier: { url, apiKey, publicKey, controlUrl } });
  const child = spawn(process.execPath, [join(root, folder, `${name}.mjs`), options], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const isDead = once(child, 'close');
  const kill = () => {
    carrier.deliverTo(null);
    child.kill('SIGKILL');
  };
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await isDead;
  });
  const [line] = (await Promise.race([
    once(createInterface({ input: child.stdout }), 'line'),
    isDead.then(() => {
      throw new Error('It ended before it was ready');
    }),
  ])) as string[];
  const told = JSON.parse(line ?? '') as Record<'url' | 'webhookUrl' | 'cookie', string>;
  carrier.deliverTo(told.webhookUrl);
  const headers = { cookie: told.cookie, 'content-type': 'application/json' };
  const ask = async (path: string, init: RequestInit) => {
    const answer = await fetch(`${told.url}${path}`, { ...init, headers });
    return (await answer.json()) as Record<string, unknown>;
  };
  return {
    get: (path) => ask(path, {}),
    post: (path, body) => ask(path, { method: 'POST', body: JSON.stringify(body) }),
    kill,
    isDead,
  };
}
