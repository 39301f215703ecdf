import { describe, expect, it } from 'vitest';
import type { AnnouncementRow } from '@/lib/contract/announcement';
import { openTestCore, type TestCore } from '@/server/testing/open-test-core';

const path = '/api/announcements';
const welcome = {
  key: 1,
  title: 'Welcome',
  text: 'Welcome to the town hall.',
  textType: 'text',
  voice: 'AWS.Polly.Joanna',
  language: 'en-US',
};

const list = async (rostrum: TestCore, headers = {}) =>
  ((await rostrum.get(path, headers)).body as unknown as { items: AnnouncementRow[] }).items;

describe('announcements', () => {
  it('are saved once and there for every moderator, with the name of who saved them', async () => {
    const rostrum = await openTestCore();
    const saved = await rostrum.post(path, welcome);
    expect(saved).toMatchObject({ status: 200, body: welcome });
    const cookie = await rostrum.cookieOf('moderator');
    const [row] = await list(rostrum, { cookie });
    expect(row).toEqual(saved.body);
    expect(row?.updatedBy.name).not.toBe('');
    const text = '<speak>Good <break/> evening</speak>';
    const change = { ...welcome, key: 9, text, textType: 'ssml', language: null };
    const changed = await rostrum.send('PUT', `${path}/${row?.id}`, change, { cookie });
    expect(changed).toMatchObject({ status: 200, body: change });
    expect(await list(rostrum)).toEqual([changed.body]);
    expect((await rostrum.send('DELETE', `${path}/${row?.id}`)).status).toBe(200);
    expect(await list(rostrum)).toEqual([]);
  });

  it('have a key each, and those that are gone cannot be changed', async () => {
    const rostrum = await openTestCore();
    await rostrum.post(path, welcome);
    const second = await rostrum.post(path, welcome);
    expect(second).toMatchObject({ status: 409, body: { code: 'key-taken' } });
    for (const method of ['PUT', 'DELETE'] as const) {
      const gone = await rostrum.send(method, `${path}/nobody`, { ...welcome, key: 2 });
      expect(gone).toMatchObject({ status: 404, body: { code: 'not-found' } });
    }
  });

  it.each([
    ['key', { key: 0 }, 'Choose a key from 1 to 9'],
    ['title', { title: '  ' }, 'Give it a title'],
    ['text', { text: 'x'.repeat(3001) }, '3000 characters'],
    ['text', { text: 'plain', textType: 'ssml' }, '<speak>'],
    ['voice', { voice: 'somebody nice' }, 'Provider.Model.Voice'],
    ['language', { language: 'tlh' }, 'en-US'],
  ])('say what is right where the %s is wrong', async (field, change, said) => {
    const rostrum = await openTestCore();
    const answer = await rostrum.post(path, { ...welcome, ...change });
    expect(answer).toMatchObject({ status: 422, body: { code: 'bad-request' } });
    const [error] = answer.body.errors as { path: string; message: string }[];
    expect(error?.path).toBe(field);
    expect(error?.message).toContain(said);
  });
});
