import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';
import { openStore } from './open-store';
import { town } from './testing/records';

const root = join(import.meta.dirname, '../..');
const program = fileURLToPath(new URL('./testing/write-until-killed.ts', import.meta.url));

/** Lets the program write and kills it after so many acknowledgements; answers the last one heard. */
async function killAfter(acknowledgements: number, dataDir: string): Promise<number> {
  const child = spawn(process.execPath, ['--import', 'tsx', program, dataDir], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'close');
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  let heard = 0;
  let last = 0;
  for await (const line of createInterface({ input: child.stdout })) {
    heard += 1;
    last = Number(line);
    if (heard === acknowledgements) child.kill('SIGKILL');
  }
  await ended;
  expect(child.signalCode).toBe('SIGKILL');
  return last;
}

it('a process killed at any moment loses nothing that it acknowledged', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'rostrum-kill-'));
  onTestFinished(() => {
    rmSync(dataDir, { recursive: true, force: true });
  });
  let before = 0;
  for (let round = 0; round < 5; round += 1) {
    const moment = 1 + Math.floor(Math.random() * 400);
    const acknowledged = await killAfter(moment, dataDir);
    const told = `round ${round}, killed after ${moment} acknowledgements`;

    const store = await openStore({ dataDir, databaseUrl: null });
    const seq = (await store.readStream(town))?.seq ?? 0;
    const events = await store.readEvents(town, { limit: 1_000_000 });
    const claimed = await store.transact((tx) =>
      tx.claimEventIds(events.map(({ id, seq: at }) => ({ id, receivedAt: at }))),
    );
    const { items } = await store.listDeliveries({ limit: 1_000_000 });
    await store.close();

    expect(acknowledged, told).toBeGreaterThan(before);
    expect(seq, told).toBeGreaterThanOrEqual(acknowledged);
    const numbers = Array.from({ length: seq }, (_, i) => i + 1);
    expect(
      events.map((event) => event.seq),
      told,
    ).toEqual(numbers);
    expect(items.map(({ receivedAt }) => receivedAt).reverse(), told).toEqual(numbers);
    expect([...claimed], told).toEqual([]);
    before = seq;
  }
}, 60_000);
