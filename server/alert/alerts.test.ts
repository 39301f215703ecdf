import { describe, expect, it, vi } from 'vitest';
import type { RowsMessage, WatchAnswer } from '@/lib/contract/hub';
import type { ListRow } from '@/lib/contract/rows';
import { directoryForOneTest, openTestCore, type TestCore } from '@/server/testing/open-test-core';
import { alertIs, alertsAre, tight, waitsIn } from './testing/support-queue';

const patience = { timeout: 10_000, interval: 20 };

async function overTarget(rostrum: TestCore): Promise<string> {
  await rostrum.send('PUT', '/api/targets/support', tight);
  const leg = await waitsIn(rostrum, 'support');
  rostrum.clock.advance(61_000);
  await alertIs(rostrum, 'warning');
  return leg;
}

/** What the overview shows a browser, kept up to date. */
async function overviewOf(rostrum: TestCore, cookie = rostrum.cookie) {
  const socket = rostrum.socket({ cookie });
  const rows = new Map<string, ListRow>();
  const take = ({ upserted, removed }: RowsMessage) => {
    for (const id of removed) rows.delete(id);
    for (const row of upserted) rows.set(row.id, row);
  };
  socket.on('rows', (_, message) => {
    take(message);
  });
  const answer: WatchAnswer = await socket.emitWithAck('watch', 'overview', {});
  if (answer.ok && 'rows' in answer) take(answer.rows);
  return <K extends ListRow['kind']>(kind: K) =>
    [...rows.values()].filter((row): row is Extract<ListRow, { kind: K }> => row.kind === kind);
}

describe('a queue over its target', () => {
  it('[TA1] alerts once though nothing happens but time, and becomes worse once', async () => {
    const rostrum = await openTestCore();
    await overTarget(rostrum);
    const warned = await alertIs(rostrum, 'warning');
    expect(warned).toMatchObject({
      ...{ queue: 'support', measure: 'longestWait', threshold: 60, worst: 'warning' },
      ...{ escalatedAt: null, acknowledgedBy: null, resolvedAt: null },
    });
    expect(warned.value).toBeGreaterThanOrEqual(60);
    await waitsIn(rostrum, 'support');
    rostrum.clock.advance(60_000);
    const worse = await alertIs(rostrum, 'critical');
    expect(worse).toMatchObject({ id: warned.id, threshold: 120, worst: 'critical' });
    expect(worse.escalatedAt).not.toBeNull();
  });

  it('[TA3] is calm again when it was so for half a minute, and its alert is kept', async () => {
    const rostrum = await openTestCore();
    const leg = await overTarget(rostrum);
    await rostrum.carrier.client.calls.actions.leaveQueue(leg, {});
    await rostrum.carrier.settled();
    await vi.waitFor(async () => {
      // The clock of the tests moves on by itself to what falls due within seconds; this does not.
      rostrum.clock.advance(1_000);
      const { body } = await rostrum.get('/api/alerts?state=resolved');
      expect(body.items).toMatchObject([{ queue: 'support', worst: 'warning' }]);
    }, patience);
    const [alert] = await alertsAre(rostrum, (all) => {
      expect(all).toHaveLength(1);
    });
    expect(alert!.resolvedAt! - alert!.raisedAt).toBeGreaterThanOrEqual(30_000_000);
    expect((await rostrum.get('/api/alerts?state=open')).body.items).toEqual([]);
  });

  it('is acknowledged by one of two, and the other sees the name at once', async () => {
    const rostrum = await openTestCore();
    const shown = await overviewOf(rostrum, await rostrum.cookieOf('viewer'));
    await overTarget(rostrum);
    await vi.waitFor(() => {
      expect(shown('alert')).toMatchObject([{ queue: 'support', acknowledgedBy: null }]);
    }, patience);
    const { id } = shown('alert')[0]!;
    const path = `/api/alerts/${id}/acknowledge`;
    const cookie = await rostrum.cookieOf('supervisor');
    const done = await rostrum.post(path, undefined, { cookie });
    expect(done).toMatchObject({ status: 200, body: { id, acknowledgedBy: {} } });
    const { name } = done.body.acknowledgedBy as { name: string };
    await vi.waitFor(() => {
      expect(shown('alert')).toMatchObject([{ id, acknowledgedBy: { name } }]);
    }, patience);
    const late = await rostrum.post(path, undefined);
    expect(late).toMatchObject({ status: 409, body: { code: 'alert-acknowledged' } });
    expect(late.body.detail).toContain(name);
    const lines = await rostrum.get('/api/activity?action=alert.acknowledge');
    expect(lines.body.items).toMatchObject([
      { outcome: 'refused', why: 'alert-acknowledged' },
      { outcome: 'done', target: { kind: 'alert', id, name: 'support' } },
    ]);
  });

  it('is not alerted of again after a restart, and goes on from where it was', async () => {
    const dataDir = directoryForOneTest();
    const first = await openTestCore({ dataDir });
    await overTarget(first);
    const before = await alertIs(first, 'warning');
    await first.stop();
    const { carrier, clock: now } = first;
    const second = await openTestCore({ dataDir, carrier, now });
    await waitsIn(second, 'support');
    expect(await alertIs(second, 'warning')).toEqual(before);
    now.advance(60_000);
    expect(await alertIs(second, 'critical')).toMatchObject({ id: before.id });
  });

  it('shows in its row, whose other measures stand apart', async () => {
    const rostrum = await openTestCore();
    const shown = await overviewOf(rostrum);
    await overTarget(rostrum);
    await vi.waitFor(() => {
      expect(shown('queue')).toMatchObject([
        {
          name: 'support',
          target: { levels: { longestWait: 'warning', depth: 'ok' }, targets: tight },
          service: { now: { answered: 0, level: null } },
        },
      ]);
    }, patience);
  });

  it('is held against new targets as soon as they are saved', async () => {
    const rostrum = await openTestCore();
    await waitsIn(rostrum, 'support');
    await alertsAre(rostrum, (all) => {
      expect(all).toEqual([]);
    });
    const depth = { warning: 1, critical: null };
    const strict = { ...tight, thresholds: { ...tight.thresholds, depth } };
    await rostrum.send('PUT', '/api/targets', strict);
    const [alert] = await alertsAre(rostrum, (all) => {
      expect(all).toHaveLength(1);
    });
    expect(alert).toMatchObject({ measure: 'depth', value: 1, threshold: 1 });
    await rostrum.send('PUT', '/api/targets/support', tight);
    await vi.waitFor(async () => {
      rostrum.clock.advance(1_000);
      const { body } = await rostrum.get('/api/alerts?state=open');
      expect(body.items).toEqual([]);
    }, patience);
  });
});

describe('how a queue serves its callers', () => {
  it('[SV1] counts who is answered and who gives up, and is the same after a restart', async () => {
    const dataDir = directoryForOneTest();
    const first = await openTestCore({ dataDir });
    const answered = await waitsIn(first, 'support');
    const agent = await first.carrier.caller();
    await first.carrier.client.calls.actions.bridge(agent, {
      call_control_id_to_bridge_with: answered,
    });
    const gone = await waitsIn(first, 'support');
    await first.carrier.control('POST', '/clock', { advanceMs: 9_000 });
    await first.carrier.control('POST', `/calls/${gone}/hangup`);
    await first.carrier.settled();
    const today = { answered: 1, answeredInTime: 1, abandoned: 1, level: 50, abandonment: 50 };
    const shownFirst = await overviewOf(first);
    await vi.waitFor(() => {
      expect(shownFirst('queue')).toMatchObject([
        { service: { now: today, halfHour: today, today } },
      ]);
    }, patience);
    await first.stop();
    const second = await openTestCore({ dataDir, carrier: first.carrier, now: first.clock });
    const shown = await overviewOf(second);
    await vi.waitFor(() => {
      expect(shown('queue')).toMatchObject([{ service: { today } }]);
    }, patience);
  });
});
