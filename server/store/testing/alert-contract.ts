import { describe, expect, it } from 'vitest';
import { firstTargets } from '@/lib/domain/target/targets';
import type { AlertTables, WebhookRecord } from '@/server/alert/ports';
import type { AlertRecord, Store } from '@/server/log/ports';

const grace = { userId: 'grace', name: 'Grace' };

function alertOf(id: string, change: Partial<AlertRecord> = {}): AlertRecord {
  return {
    ...{ kind: 'alert', id, queue: 'support', measure: 'longestWait' },
    ...{ level: 'warning', worst: 'warning', value: 60.25, threshold: 60, raisedAt: 1000 },
    ...{ escalatedAt: null, acknowledgedAt: null, acknowledgedBy: null, resolvedAt: null },
    ...{ warningCalmSince: null, criticalCalmSince: null, told: 1 },
    ...change,
  };
}

/** Targets, alerts, and where alerts are posted. */
export function registerAlertContract(store: () => Store, tables: () => AlertTables): void {
  const save = (...alerts: AlertRecord[]) => store().transact((tx) => tx.saveAlerts(alerts));

  describe('alerts', () => {
    it('come back as they were saved, and as they were changed', async () => {
      await save(alertOf('one'));
      expect(await tables().reads.open()).toEqual([alertOf('one')]);
      const after = alertOf('one', {
        ...{ level: 'critical', worst: 'critical', value: 120, threshold: 120, escalatedAt: 2000 },
        ...{ acknowledgedAt: 2500, acknowledgedBy: grace, warningCalmSince: 3000, told: 3 },
      });
      await save(after);
      const found = await store().transact(async (tx) => ({
        one: await tx.readAlert('one'),
        open: await tx.openAlerts('support'),
        elsewhere: await tx.openAlerts('billing'),
        none: await tx.readAlert('none'),
      }));
      expect(found).toEqual({ one: after, open: [after], elsewhere: [], none: null });
    });

    it('are open once for each queue and measure, whoever raises them', async () => {
      await save(alertOf('one'));
      await expect(save(alertOf('two'))).rejects.toThrow(/unique/i);
      await save(alertOf('three', { measure: 'depth' }), alertOf('four', { queue: 'billing' }));
      await save(alertOf('one', { resolvedAt: 5000 }), alertOf('two', { raisedAt: 6000 }));
      const open = await tables().reads.open();
      expect(open.map(({ id }) => id)).toEqual(['four', 'three', 'two']);
    });

    it('are listed by pages, the newest first', async () => {
      for (let i = 0; i < 5; i += 1)
        await save(alertOf(`a${i}`, { raisedAt: 1000, resolvedAt: i < 4 ? 2000 : null }));
      await save(alertOf('b', { queue: 'billing', raisedAt: 500 }));
      const page = (query: object = {}) =>
        tables().reads.page({ state: 'all', limit: 4, ...query });
      const first = await page();
      expect(first.items.map(({ id }) => id)).toEqual(['a4', 'a3', 'a2', 'a1']);
      const rest = await page({ cursor: first.nextCursor ?? '' });
      expect(rest.items.map(({ id }) => id)).toEqual(['a0', 'b']);
      expect(rest.nextCursor).toBeNull();
      const ids = async (query: object) => (await page(query)).items.map(({ id }) => id);
      expect(await ids({ state: 'open' })).toEqual(['a4', 'b']);
      expect(await ids({ state: 'resolved', queue: 'billing' })).toEqual([]);
      await expect(page({ cursor: 'nonsense' })).rejects.toMatchObject({ name: 'BadCursorError' });
    });

    it('are deleted when they were resolved long ago, and never while they are open', async () => {
      await save(alertOf('old', { resolvedAt: 99 }), alertOf('new', { resolvedAt: 100 }));
      await save(alertOf('open', { raisedAt: 1 }));
      expect(await store().deleteOlderThan(100)).toBe(1);
      const { items } = await tables().reads.page({ state: 'all', limit: 9 });
      expect(items.map(({ id }) => id).sort()).toEqual(['new', 'open']);
    });
  });

  describe('targets', () => {
    it('are one for all queues and one for each that has its own', async () => {
      const row = { queue: null, targets: firstTargets, updatedAt: 1000, updatedBy: grace };
      const own = { ...row, queue: 'support', updatedAt: 2000 };
      await tables().targets.save(row);
      await tables().targets.save({ ...own, updatedAt: 1500 });
      await tables().targets.save(own);
      expect(await tables().targets.list()).toEqual([row, own]);
      expect(await tables().targets.remove('support')).toBe(true);
      expect(await tables().targets.remove('support')).toBe(false);
      expect(await tables().targets.remove('')).toBe(false);
      expect(await tables().targets.list()).toEqual([row]);
    });
  });

  describe('where alerts are posted', () => {
    it('is one address, with what became of the last post to it', async () => {
      const webhook: WebhookRecord = {
        ...{ url: 'https://example.com/hook', sealedSecret: 'sealed', updatedAt: 1000 },
        ...{ updatedBy: grace, lastAttempt: null },
      };
      expect(await tables().webhook.read()).toBeNull();
      await tables().webhook.save({ ...webhook, url: 'https://example.com/old' });
      await tables().webhook.save(webhook);
      const attempt = { at: 2000, status: null, problem: 'ECONNREFUSED' };
      await tables().webhook.tell({ ...attempt, at: 1900 }, 'https://example.com/old');
      expect(await tables().webhook.read()).toEqual(webhook);
      await tables().webhook.tell(attempt, webhook.url);
      expect(await tables().webhook.read()).toEqual({ ...webhook, lastAttempt: attempt });
      await tables().webhook.remove();
      expect(await tables().webhook.read()).toBeNull();
    });
  });
}
