import { describe, expect, it } from 'vitest';
import { peopleIn } from '@/lib/domain/conference/view';
import type { Role } from '@/lib/domain/permission';
import { openTestCore } from '@/server/testing/open-test-core';

describe('the queues that are known', () => {
  it('are those a caller was heard in and the lobbies in use, each once', async () => {
    const rostrum = await openTestCore();
    const listed = async (role: Role) => {
      const cookie = await rostrum.cookieOf(role);
      return (await rostrum.get('/api/queues', { cookie })).body.items;
    };
    expect(await listed('viewer')).toEqual([]);

    const leg = await rostrum.carrier.caller('+13125550142');
    await rostrum.carrier.client.calls.actions.enqueue(leg, { queue_name: 'support' });
    await rostrum.carrier.settled();
    const { id } = await rostrum.carrier.conference(1);
    await rostrum.until(id, (c) => peopleIn(c) === 1);
    expect(await listed('viewer')).toEqual(['support']);

    await rostrum.command(id, 'conference.setLobby', { queue: 'board' });
    expect(await listed('viewer')).toEqual(['board', 'support']);
    await rostrum.command(id, 'conference.setLobby', { queue: 'support' });
    expect(await listed('viewer')).toEqual(['support']);
  });
});
