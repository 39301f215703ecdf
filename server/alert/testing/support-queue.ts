import { expect, vi } from 'vitest';
import type { AlertRow } from '@/lib/contract/alert';
import { firstTargets, type Targets } from '@/lib/domain/target/targets';
import type { TestCore } from '@/server/testing/open-test-core';

/** Thresholds by which one caller who waits for a minute is a warning, and for two critical. */
export const tight: Targets = {
  service: { percent: 80, withinSeconds: 20 },
  thresholds: {
    ...firstTargets.thresholds,
    longestWait: { warning: 60, critical: 120 },
    averageWait: { warning: null, critical: null },
  },
};

/** Somebody calls in and is put into the queue; the leg's id. */
export async function waitsIn(rostrum: TestCore, queue: string, from?: string): Promise<string> {
  const leg = await rostrum.carrier.caller(from);
  await rostrum.carrier.client.calls.actions.enqueue(leg, { queue_name: queue });
  await rostrum.carrier.settled();
  return leg;
}

/** Waits until the alerts, the newest first, are as they should be. */
export async function alertsAre(
  rostrum: TestCore,
  check: (alerts: readonly AlertRow[]) => void,
): Promise<readonly AlertRow[]> {
  return vi.waitFor(
    async () => {
      const { body } = await rostrum.get('/api/alerts');
      const alerts = body.items as readonly AlertRow[];
      check(alerts);
      return alerts;
    },
    { timeout: 10_000, interval: 10 },
  );
}

/** Waits until there is one alert, at this level. */
export async function alertIs(rostrum: TestCore, level: AlertRow['level']): Promise<AlertRow> {
  const [alert] = await alertsAre(rostrum, (alerts) => {
    expect(alerts.map((one) => one.level)).toEqual([level]);
  });
  if (alert === undefined) throw new Error('There is no alert');
  return alert;
}
