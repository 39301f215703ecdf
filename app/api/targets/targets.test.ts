import { describe, expect, it } from 'vitest';
import { firstTargets } from '@/lib/domain/target/targets';
import { may, type Permission, roles } from '@/lib/domain/permission';
import { openTestCore } from '@/server/testing/open-test-core';

const path = '/api/targets';
const changed = { ...firstTargets, service: { percent: 90, withinSeconds: 30 } };

describe('targets', () => {
  it('hold for all queues until one has its own, and say who saved them', async () => {
    const rostrum = await openTestCore();
    expect((await rostrum.get(path)).body).toMatchObject({
      standard: { queue: null, targets: firstTargets, updatedBy: null },
      queues: [],
      timeZone: expect.any(String) as string,
    });
    await rostrum.send('PUT', path, changed);
    const name = 'a/b +13125550142';
    const own = `${path}/${encodeURIComponent(name)}`;
    expect((await rostrum.send('PUT', own, firstTargets)).status).toBe(200);
    const { body } = await rostrum.get(path);
    expect(body).toMatchObject({
      standard: { targets: changed, updatedBy: { name: expect.any(String) as string } },
      queues: [{ queue: name, targets: firstTargets }],
    });
    const masked = await rostrum.get(path, { cookie: await rostrum.cookieOf('viewer') });
    expect(JSON.stringify(masked.body)).not.toContain('3125550142');
    expect((await rostrum.send('DELETE', own)).status).toBe(200);
    expect((await rostrum.send('DELETE', own)).body.code).toBe('not-found');
    expect((await rostrum.get(path)).body.queues).toEqual([]);
    const lines = await rostrum.get('/api/activity?action=target.change');
    expect(lines.body.items).toMatchObject([
      { outcome: 'done', target: { kind: 'queue', name } },
      { outcome: 'done', target: null, detail: { service: '90 % / 30 s', depth: '10 / 20' } },
    ]);
  });

  it.each([
    ['service.percent', { service: { percent: 101, withinSeconds: 20 } }, 'from 1 to 100'],
    ['service.withinSeconds', { service: { percent: 80, withinSeconds: 0.5 } }, 'whole number'],
    ['thresholds.depth.critical', { depth: { warning: 10, critical: 10 } }, 'more than that'],
    ['thresholds.longestWait.warning', { longestWait: { warning: -1, critical: null } }, 'seconds'],
    ['thresholds.abandonment.critical', { abandonment: { warning: 1, critical: 101 } }, 'percent'],
  ])('say what is right where %s is wrong', async (field, change, said) => {
    const rostrum = await openTestCore();
    const body =
      'service' in change
        ? { ...firstTargets, ...change }
        : { ...firstTargets, thresholds: { ...firstTargets.thresholds, ...change } };
    const answer = await rostrum.send('PUT', path, body);
    expect(answer).toMatchObject({ status: 422, body: { code: 'bad-request' } });
    const [error] = answer.body.errors as { path: string; message: string }[];
    expect(error?.path).toBe(field);
    expect(error?.message).toContain(said);
  });
});

describe.each(roles)('a %s', (role) => {
  it('sees targets and alerts, and changes them, as the table of permissions says', async () => {
    const rostrum = await openTestCore();
    const cookie = await rostrum.cookieOf(role);
    const doors: ['GET' | 'POST' | 'PUT' | 'DELETE', string, Permission, number][] = [
      ['GET', path, 'queue.watch', 200],
      ['GET', '/api/alerts', 'queue.watch', 200],
      ['PUT', path, 'queue.manage', 200],
      ['PUT', `${path}/support`, 'queue.manage', 200],
      ['DELETE', `${path}/support`, 'queue.manage', 200],
      ['POST', '/api/alerts/nobody/acknowledge', 'queue.manage', 404],
      ['GET', '/api/alert-webhook', 'settings.manage', 200],
      ['PUT', '/api/alert-webhook', 'settings.manage', 422],
      ['POST', '/api/alert-webhook/trial', 'settings.manage', 404],
      ['DELETE', '/api/alert-webhook', 'settings.manage', 200],
    ];
    for (const [method, at, permission, status] of doors) {
      const answer =
        method === 'GET'
          ? await rostrum.get(at, { cookie })
          : method === 'POST'
            ? await rostrum.post(at, {}, { cookie })
            : await rostrum.send(method, at, changed, { cookie });
      const expected = may(role, permission) ? status : 403;
      expect(`${method} ${at} ${answer.status}`).toBe(`${method} ${at} ${expected}`);
    }
  });
});
