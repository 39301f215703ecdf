import { describe, expect, it, vi } from 'vitest';
import { peopleIn } from '@/lib/domain/conference/view';
import type { EndedWait } from '@/lib/domain/queue/wait';
import {
  carrierForOneTest,
  directoryForOneTest,
  openTestCore,
  type TestCore,
} from '@/server/testing/open-test-core';
import { openDatabase } from '@/server/store/open-store';
import type { TestCarrier } from '@/server/testing/test-carrier';

async function enqueued(carrier: TestCarrier) {
  const leg = await carrier.caller();
  await carrier.client.calls.actions.enqueue(leg, { queue_name: 'support' });
  return leg;
}

/** The waits that are kept, read by another process once this one has ended. */
async function keptBy(rostrum: TestCore, dataDir: string): Promise<readonly EndedWait[]> {
  await rostrum.stop();
  const { store, queueHistory } = await openDatabase({ dataDir, databaseUrl: null });
  const waits = await queueHistory.waits('support', { from: 0, to: Number.MAX_SAFE_INTEGER });
  await store.close();
  return waits;
}

describe('waits that have ended', () => {
  it('are kept as they ended: answered, abandoned, or neither', async () => {
    const dataDir = directoryForOneTest();
    const carrier = await carrierForOneTest();
    const rostrum = await openTestCore({ carrier, dataDir });
    const [admitted, impatient, taken] = [
      await enqueued(carrier),
      await enqueued(carrier),
      await enqueued(carrier),
    ];
    const { id } = await carrier.conference(1);
    await rostrum.until(id, (c) => peopleIn(c) === 1);
    await carrier.settled();
    await rostrum.command(id, 'participants.join', { legs: [admitted] });
    await carrier.control('POST', `/calls/${impatient}/hangup`);
    await carrier.client.calls.actions.leaveQueue(taken, {});
    await rostrum.until(id, (c) => peopleIn(c) === 2);
    await carrier.settled();
    const waits = await keptBy(rostrum, dataDir);
    const outcomes = new Map(waits.map(({ callControlId, outcome }) => [callControlId, outcome]));
    expect(Object.fromEntries(outcomes)).toEqual({
      [admitted]: 'answered',
      [impatient]: 'abandoned',
      [taken]: 'other',
    });
    for (const { waitedMicros, enqueuedAt, endedAt } of waits)
      expect(waitedMicros).toBe(endedAt - enqueuedAt);
  });

  it('by a leave are answered where we let the caller in, whoever of us did it', async () => {
    const dataDir = directoryForOneTest();
    const carrier = await carrierForOneTest();
    const rostrum = await openTestCore({ carrier, dataDir });
    const leg = await enqueued(carrier);
    const { id } = await carrier.conference(1);
    await rostrum.until(id, (c) => peopleIn(c) === 1);
    await carrier.settled();
    // A carrier that lets whoever joins leave the queue first, and tells it so.
    carrier.intercept((_, path) =>
      path.endsWith('/actions/join') ? { status: 200, body: { data: { result: 'ok' } } } : null,
    );
    await rostrum.command(id, 'participants.join', { legs: [leg] });
    await vi.waitFor(async () => {
      const view = await rostrum.core.services.queues.read('support');
      expect(view?.state.calls.flat()[0]?.[1].admitted).toMatchObject({ value: id });
    }, 5000);
    await carrier.client.calls.actions.leaveQueue(leg, {});
    await carrier.settled();
    expect(await keptBy(rostrum, dataDir)).toMatchObject([
      { outcome: 'answered', reason: 'leave' },
    ]);
  });
});
