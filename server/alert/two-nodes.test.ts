import { afterAll, describe, expect, it, vi } from 'vitest';
import type { AlertRow } from '@/lib/contract/alert';
import { startPostgres, type TestPostgres } from '@/server/store/testing/start-postgres';
import { carrierForOneTest, openTestCore } from '@/server/testing/open-test-core';
import { createTestClock } from '@/server/testing/test-clock';
import { alertIs, alertsAre, tight, waitsIn } from './testing/support-queue';

const started = await startPostgres();

if ('reason' in started) {
  process.stdout.write(`Alerts of two nodes are not tested: ${started.reason}\n`);
  describe.skip('alerts of two nodes on one PostgreSQL', () => {
    it('need a PostgreSQL', () => undefined);
  });
} else {
  describe('alerts of two nodes on one PostgreSQL', () => {
    registerTwoNodes(started);
  });
}

function registerTwoNodes(postgres: TestPostgres): void {
  afterAll(() => postgres.stop());

  it('are raised once, and acknowledged once, for both', async () => {
    const carrier = await carrierForOneTest();
    const databaseUrl = await postgres.createDatabase();
    const now = createTestClock();
    const a = await openTestCore({ carrier, databaseUrl, now });
    const b = await openTestCore({ carrier, databaseUrl, now, hearsWebhooks: false });
    await a.send('PUT', '/api/targets/support', tight);
    await waitsIn(a, 'support');
    await vi.waitFor(async () => {
      expect((await b.get('/api/queues')).body.items).toMatchObject([
        { name: 'support', alive: 1 },
      ]);
    }, 10_000);
    now.advance(61_000);
    const alert = await alertIs(a, 'warning');
    const path = `/api/alerts/${alert.id}/acknowledge`;
    const answers = await Promise.all([a, b].map((node) => node.post(path, undefined)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    now.advance(60_000);
    for (const node of [a, b]) {
      await alertsAre(node, (all) => {
        expect(all.map(({ id, level }) => ({ id, level }))).toEqual([
          { id: alert.id, level: 'critical' },
        ]);
      });
      await vi.waitFor(() => {
        const rows = node.core.services.queues
          .list()
          .map(({ target }) => target.levels.longestWait);
        expect(rows).toEqual(['critical' satisfies AlertRow['level']]);
      }, 15_000);
    }
  });
}
