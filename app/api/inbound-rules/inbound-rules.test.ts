import { describe, expect, it } from 'vitest';
import type { InboundRules } from '@/lib/contract/inbound-rule';
import { openTestCore, type TestCore } from '@/server/testing/open-test-core';

const path = '/api/inbound-rules';
const support = {
  name: 'Support',
  number: '+13125550100',
  action: 'enqueue',
  queue: 'support',
  music: null,
};

const list = async (rostrum: TestCore) => (await rostrum.get(path)).body as unknown as InboundRules;

describe('rules for calls that come in', () => {
  it('are made, changed and deleted, and activity tells of it', async () => {
    const rostrum = await openTestCore();
    const made = await rostrum.post(path, { ...support, number: '+1 (312) 555-0100' });
    expect(made.status).toBe(200);
    const { items, hasApplication } = await list(rostrum);
    expect(hasApplication).toBe(true);
    expect(items).toMatchObject([{ id: made.body.id, rule: support, done: 0, failed: 0 }]);
    const change = { name: 'Rest', number: null, action: 'leave' };
    const one = `${path}/${String(made.body.id)}`;
    expect((await rostrum.send('PUT', one, change)).status).toBe(200);
    expect((await list(rostrum)).items).toMatchObject([{ rule: change }]);
    expect((await rostrum.send('DELETE', one)).status).toBe(200);
    expect((await list(rostrum)).items).toEqual([]);
    const { body } = await rostrum.get('/api/activity');
    const lines = (body.items as { action: string }[]).map(({ action }) => action);
    expect(lines).toEqual(
      expect.arrayContaining(['inboundRule.create', 'inboundRule.change', 'inboundRule.delete']),
    );
  });

  it('have a number each, and those that are gone cannot be changed', async () => {
    const rostrum = await openTestCore();
    await rostrum.post(path, support);
    expect(await rostrum.post(path, support)).toMatchObject({
      status: 409,
      body: { code: 'number-taken' },
    });
    for (const method of ['PUT', 'DELETE'] as const)
      expect(
        await rostrum.send(method, `${path}/nobody`, { ...support, number: null }),
      ).toMatchObject({ status: 404, body: { code: 'not-found' } });
  });

  it.each([
    ['number', { number: '3125550100' }, '+13125550100'],
    ['name', { name: ' ' }, 'Give the rule a name'],
    ['queue', { queue: '' }, 'Name the queue'],
    ['music.audioUrl', { music: { audioUrl: 'ftp://example.com' } }, 'https://'],
    ['music', { music: { mediaName: 'a', audioUrl: 'https://example.com' } }, 'stored file'],
  ])('say what is right where the %s is wrong', async (field, change, said) => {
    const rostrum = await openTestCore();
    const answer = await rostrum.post(path, { ...support, ...change });
    expect(answer).toMatchObject({ status: 422, body: { code: 'bad-request' } });
    const [error] = answer.body.errors as { path: string; message: string }[];
    expect(error?.path).toBe(field);
    expect(error?.message).toContain(said);
    expect((await list(rostrum)).items).toEqual([]);
  });

  it('are for administrators alone', async () => {
    const rostrum = await openTestCore();
    const cookie = await rostrum.cookieOf('supervisor');
    for (const answer of [
      await rostrum.get(path, { cookie }),
      await rostrum.post(path, support, { cookie }),
      await rostrum.send('PUT', `${path}/any`, support, { cookie }),
      await rostrum.send('DELETE', `${path}/any`, undefined, { cookie }),
    ])
      expect(answer).toMatchObject({ status: 403, body: { code: 'not-allowed' } });
  });
});
