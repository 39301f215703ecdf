import { describe, expect, it, vi } from 'vitest';
import { peopleIn } from '@/lib/domain/conference/view';
import type { Queue } from '@/lib/domain/queue/queue';
import { openMortalCore } from '@/server/testing/open-mortal-core';
import {
  carrierForOneTest,
  directoryForOneTest,
  openTestCore,
} from '@/server/testing/open-test-core';
import type { TestCarrier } from '@/server/testing/test-carrier';

// The carrier tries again for longer than it takes to start.
const patient = { retryDelaysMs: [500, 500, 1000, 1000, 2000] };
const path = '/api/queues/support';

/** Lets three in, by a Rostrum that dies of the second; answers where its data lies. */
async function dieOf(carrier: TestCarrier, death: 'unheard' | 'unsent', conferenceId: string) {
  const dataDir = directoryForOneTest();
  const rostrum = await openMortalCore(carrier, dataDir);
  const legs: string[] = [];
  for (let i = 0; i < 3; i += 1) {
    const leg = await carrier.caller();
    await carrier.client.calls.actions.enqueue(leg, { queue_name: 'support' });
    legs.push(leg);
  }
  await vi.waitFor(async () => {
    const { state } = await rostrum.get(path);
    expect((state as Queue | undefined)?.calls.flat()).toHaveLength(3);
  }, 10_000);
  await vi.waitFor(async () => {
    const { state } = await rostrum.get(`/api/conferences/${conferenceId}`);
    expect(state).toMatchObject({ description: { status: 'in_progress' } });
  }, 10_000);
  let joins = 0;
  const isSecond = (method: string, address: string) => {
    if (method !== 'POST' || !address.endsWith('/actions/join')) return false;
    joins += 1;
    return joins === 2;
  };
  if (death === 'unheard') {
    carrier.onAnswer((request) => {
      if (isSecond(request.method, request.path)) rostrum.kill();
    });
  } else {
    carrier.intercept((method, address) => {
      if (!isSecond(method, address)) return null;
      rostrum.kill();
      return { status: 500, body: {} };
    });
  }
  const command = { type: 'queueCalls.admit', fields: { legs, conferenceId } };
  rostrum.post(`${path}/commands`, { commandId: 'the-command', command }).catch(() => undefined);
  await rostrum.isDead;
  carrier.onAnswer(null);
  carrier.intercept(null);
  return { dataDir, legs };
}

describe('a server that is killed while it lets callers in', () => {
  const deaths = [
    ['as the carrier lets the second in', 'unheard'],
    ['before the carrier was asked for the second', 'unsent'],
  ] as const;
  // Two processes start one after the other, on a machine that may be busy.
  it.each(deaths)(
    '%s, lets in each once when it is back',
    { timeout: 60_000 },
    async (_, death) => {
      const carrier = await carrierForOneTest(patient);
      const { id } = await carrier.conference(1);
      const { dataDir, legs } = await dieOf(carrier, death, id);
      const rostrum = await openTestCore({ carrier, dataDir });
      await rostrum.until(id, (c) => peopleIn(c) === 4);
      await vi.waitFor(async () => {
        const { body } = await rostrum.get(path);
        const { commands } = body.state as Queue;
        expect(commands).toMatchObject([{ phase: 'confirmed' }]);
      }, 10_000);
      await carrier.settled();
      const { body } = await rostrum.get(`/api/conferences/${id}/events?types=participant.joined`);
      const told = body.items as { source: string; data: { callControlId: string } }[];
      // A second joining would be told by a second webhook.
      const heard = told.flatMap((e) => (e.source === 'carrier' ? e.data.callControlId : []));
      expect(heard).toHaveLength(new Set(heard).size);
      expect(heard).toEqual(expect.arrayContaining(legs));
    },
  );
});
