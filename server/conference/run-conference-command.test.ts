import { expect, it, describe } from 'vitest';
import { peopleIn } from '@/lib/domain/conference/view';
import { openTestCore } from '@/server/testing/open-test-core';

describe('probe', () => {
  it('works', async () => {
    const t0 = performance.now();
    const rostrum = await openTestCore();
    const t1 = performance.now();
    const { id, legs } = await rostrum.carrier.conference(3);
    await rostrum.until(id, (c) => peopleIn(c) === 3 && c.description !== null);
    const t2 = performance.now();
    const answer = await rostrum.command(id, 'participants.mute', { legs: [legs[1]] });
    console.log(JSON.stringify(answer.body), answer.status);
    await rostrum.until(id, (c) => c.commands[0]?.phase === 'confirmed');
    const t3 = performance.now();
    console.log(t1 - t0, t2 - t1, t3 - t2, rostrum.carrier.requests.map((r) => `${r.method} ${r.path} ${r.status}`));
    expect(answer.status).toBe(200);
  });
});
