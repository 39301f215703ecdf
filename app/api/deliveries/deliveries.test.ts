import { describe, expect, it } from 'vitest';
import type { DeliveryRow, Page } from '@/lib/contract/rows';
import { peopleIn } from '@/lib/domain/conference/view';
import { openTestCore, type TestCore, type TestCoreOptions } from '@/server/testing/open-test-core';

const list = async (rostrum: TestCore, query = '') =>
  (await rostrum.get(`/api/deliveries?${query}`)).body as unknown as Page<DeliveryRow>;

async function delivered(options: TestCoreOptions = {}) {
  const rostrum = await openTestCore(options);
  const { id } = await rostrum.carrier.conference(2);
  await rostrum.until(id, (c) => peopleIn(c) === 2);
  await rostrum.carrier.settled();
  return rostrum;
}

describe('GET /api/deliveries', () => {
  it('lists what came, the newest first, without the bodies', async () => {
    const rostrum = await delivered();
    const { items } = await list(rostrum);
    expect(items.length).toBeGreaterThan(5);
    const times = items.map(({ receivedAt }) => receivedAt);
    expect(times).toEqual(times.toSorted((a, b) => b - a));
    for (const item of items) {
      expect(item).toMatchObject({ verdict: 'stored', attempt: 1, isOurs: true });
      expect(item).not.toHaveProperty('body');
    }
  });

  it('pages through all of them once', async () => {
    const rostrum = await delivered();
    const whole = await list(rostrum, 'limit=200');
    const seen: string[] = [];
    let query = 'limit=3';
    for (;;) {
      const { items, nextCursor } = await list(rostrum, query);
      seen.push(...items.map(({ id }) => id));
      if (nextCursor === null) break;
      query = `limit=3&cursor=${encodeURIComponent(nextCursor)}`;
    }
    expect(seen).toEqual(whole.items.map(({ id }) => id));
  });

  it('filters by type, by verdict and by application', async () => {
    const rostrum = await delivered();
    const other = await rostrum.carrier.control('POST', '/calls', {
      from: '+12125550199',
      to: '+13125550100',
      connectionId: '2000000000000000000',
    });
    expect(other).toHaveProperty('callControlId');
    await rostrum.carrier.settled();
    const joined = await list(rostrum, 'type=conference.participant.joined');
    expect(joined.items.map(({ eventType }) => eventType)).toEqual(
      Array(2).fill('conference.participant.joined'),
    );
    const others = await list(rostrum, 'application=other');
    expect(others.items).toMatchObject([{ eventType: 'call.initiated', isOurs: false }]);
    const ours = await list(rostrum, 'application=ours&limit=200');
    expect(ours.items.every(({ isOurs }) => isOurs === true)).toBe(true);
    expect(ours.items).toHaveLength((await list(rostrum, 'limit=200')).items.length - 1);
    expect((await list(rostrum, 'verdict=repeat')).items).toEqual([]);
  });

  it('shows the heads of what was turned away', async () => {
    const rostrum = await delivered();
    const refused = await rostrum.post('/api/webhooks/telnyx', { data: { id: 'forged' } });
    expect(refused.status).toBe(401);
    const { items } = await list(rostrum, 'verdict=missing-signature');
    expect(items).toMatchObject([{ verdict: 'missing-signature', eventId: null }]);
    expect((await list(rostrum)).items[0]).toMatchObject({ verdict: 'missing-signature' });
  });

  it.each(['verdict=fine', 'application=theirs', 'limit=0', 'cursor=%21', 'page=2'])(
    'is 422 with %s',
    async (query) => {
      const rostrum = await openTestCore();
      const answer = await rostrum.get(`/api/deliveries?${query}`);
      expect([answer.status, answer.body.code]).toEqual([422, 'bad-request']);
    },
  );
});
