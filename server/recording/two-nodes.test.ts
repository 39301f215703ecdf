import { join } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { createLocalStorage } from '@/server/storage/local-storage';
import { startPostgres, type TestPostgres } from '@/server/store/testing/start-postgres';
import {
  carrierForOneTest,
  directoryForOneTest,
  openTestCore,
} from '@/server/testing/open-test-core';
import {
  archivedAt,
  archivedRecording,
  carriersHash,
  recordingUntil,
  savedAt,
} from './testing/recordings-of-test';

const started = await startPostgres();

if ('reason' in started) {
  process.stdout.write(`Recordings of two nodes are not tested: ${started.reason}\n`);
  describe.skip('recordings of two nodes on one PostgreSQL', () => {
    it('need a PostgreSQL', () => undefined);
  });
} else {
  describe('recordings of two nodes on one PostgreSQL', () => {
    registerTwoNodes(started);
  });
}

/** Node A hears the carrier's webhooks; both keep files in one folder. */
async function twoNodes(postgres: TestPostgres) {
  const carrier = await carrierForOneTest();
  const databaseUrl = await postgres.createDatabase();
  const storage = createLocalStorage(join(directoryForOneTest(), 'shared'));
  const a = await openTestCore({ carrier, databaseUrl, storage });
  const b = await openTestCore({ carrier, databaseUrl, storage, hearsWebhooks: false });
  return { carrier, a, b };
}

function registerTwoNodes(postgres: TestPostgres): void {
  afterAll(() => postgres.stop());

  it('are archived once, and whoever watches the other node hears of it', async () => {
    const { carrier, a, b } = await twoNodes(postgres);
    const socket = b.socket();
    const heard: string[] = [];
    socket.on('rows', (topic, { upserted }) => {
      for (const row of upserted)
        if (topic === 'recordings' && row.kind === 'recording')
          heard.push(`${row.id} ${row.state}`);
    });
    await socket.emitWithAck('watch', 'recordings', {});
    const ids = await Promise.all(Array.from({ length: 6 }, () => savedAt(carrier)));
    for (const id of ids) {
      const row = await archivedAt(a, id);
      expect(row).toMatchObject({ tries: 0, sha256: await carriersHash(carrier, id) });
      const reads = carrier.requests.filter(
        ({ method, path }) => method === 'GET' && path === `/recordings/${id}`,
      );
      expect(reads, 'links that were asked for').toHaveLength(1);
    }
    await vi.waitFor(() => {
      expect(heard).toEqual(expect.arrayContaining(ids.map((id) => `${id} archived`)));
    }, 10_000);
  });

  it('are played and deleted by either, whichever archived them', async () => {
    const { carrier, a, b } = await twoNodes(postgres);
    const { id, bytes } = await archivedRecording(a);
    for (const { url, cookie } of [a, b]) {
      const answer = await fetch(`${url}/api/recordings/${id}/audio`, { headers: { cookie } });
      expect((await answer.arrayBuffer()).byteLength).toBe(bytes);
    }
    await b.send('DELETE', `/api/recordings/${id}`, { reason: 'The customer asked' });
    await recordingUntil(a, id, ({ state }) => state === 'deleted');
    expect(carrier.commands('/recordings/')).toHaveLength(1);
    expect((await a.get(`/api/recordings/${id}/audio`)).status).toBe(410);
  });
}
