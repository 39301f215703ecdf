import { describe, expect, it } from 'vitest';
import { maxMediaBytes } from '@/lib/contract/limits';
import type { MediaRow, VoiceRow } from '@/lib/contract/media';
import { carrierForOneTest, openTestCore, type TestCore } from '@/server/testing/open-test-core';

const wav = Buffer.concat([Buffer.from('RIFF\x24\x08\0\0WAVEfmt '), Buffer.alloc(5000, 7)]);
const mp3 = Buffer.concat([Buffer.of(0xff, 0xfb, 0x90, 0x64), Buffer.alloc(400, 1)]);
const asFile = { 'content-type': 'application/octet-stream' };

const upload = (rostrum: TestCore, name: string, bytes: Buffer = wav, more = '') =>
  rostrum.post(`/api/media?name=${encodeURIComponent(name)}${more}`, bytes, asFile);

const list = async (rostrum: TestCore) =>
  ((await rostrum.get('/api/media')).body as unknown as { items: MediaRow[] }).items;

const audio = (rostrum: TestCore, name: string, headers: Record<string, string> = {}) =>
  fetch(`${rostrum.url}/api/media/${encodeURIComponent(name)}/audio`, {
    headers: { cookie: rostrum.cookie, ...headers },
  });

describe('the media library', () => {
  it('takes a file, lists it, plays it byte by byte and deletes it', async () => {
    const rostrum = await openTestCore();
    const stored = await upload(rostrum, 'Hold music', wav, '&ttlSecs=3600');
    expect(stored).toMatchObject({
      status: 200,
      body: { name: 'Hold music', contentType: 'audio/wav' },
    });
    expect((await rostrum.carrier.client.media.list()).data).toMatchObject([
      { media_name: 'Hold music' },
    ]);
    const [row] = await list(rostrum);
    expect(row?.expiresAt).toBe((row?.createdAt ?? 0) + 3_600_000_000);
    const heard = await audio(rostrum, 'Hold music');
    expect(heard.headers.get('content-type')).toBe('audio/wav');
    expect(Buffer.from(await heard.arrayBuffer())).toEqual(wav);
    const deleted = await rostrum.send('DELETE', '/api/media/Hold%20music');
    expect(deleted).toMatchObject({ status: 200, body: { name: 'Hold music' } });
    expect(await list(rostrum)).toEqual([]);
    expect((await rostrum.carrier.client.media.list()).data).toEqual([]);
  });

  it('knows an MP3 by its bytes and keeps a file longer when asked', async () => {
    const rostrum = await openTestCore();
    const { body } = await upload(rostrum, 'chime', mp3);
    expect(body.contentType).toBe('audio/mpeg');
    const kept = await rostrum.send('PUT', '/api/media/chime', { ttlSecs: 86_400 * 365 });
    expect(Number(kept.body.expiresAt)).toBeGreaterThan(Number(body.expiresAt));
  });

  it('sends a part of a file to whoever jumps in it', async () => {
    const rostrum = await openTestCore();
    await upload(rostrum, 'chime');
    const part = async (range: string) => {
      const answer = await audio(rostrum, 'chime', { range });
      const told = answer.headers.get('content-range');
      return [answer.status, told, Buffer.from(await answer.arrayBuffer())];
    };
    const total = wav.length;
    expect(await part('bytes=4-11')).toEqual([206, `bytes 4-11/${total}`, wav.subarray(4, 12)]);
    expect(await part('bytes=4000-')).toEqual([
      ...[206, `bytes 4000-${total - 1}/${total}`, wav.subarray(4000)],
    ]);
    expect(await part('bytes=-3')).toEqual([
      ...[206, `bytes ${total - 3}-${total - 1}/${total}`, wav.subarray(-3)],
    ]);
    expect(await part(`bytes=${total}-`)).toEqual([416, `bytes */${total}`, Buffer.alloc(0)]);
  });

  it.each([
    ['a page', () => Buffer.from('<!doctype html><p>Hello'), 415, 'not-a-sound'],
    ['nothing', () => Buffer.alloc(0), 415, 'not-a-sound'],
    ['too much', () => Buffer.concat([wav, Buffer.alloc(maxMediaBytes)]), 413, 'body-too-large'],
  ])('refuses %s before the carrier hears of it', async (_, bytes, status, code) => {
    const rostrum = await openTestCore();
    expect(await upload(rostrum, 'chime', bytes())).toMatchObject({ status, body: { code } });
    expect(rostrum.carrier.requests.filter(({ path }) => path.startsWith('/media'))).toEqual([]);
  });

  it.each(['', '.', '..', '/etc', 'a/b', ' chime', 'x'.repeat(101), 'a\nb'])(
    'refuses the name %j',
    async (name) => {
      const rostrum = await openTestCore();
      const answer = await upload(rostrum, name);
      expect(answer).toMatchObject({ status: 422, body: { code: 'bad-request' } });
    },
  );

  it('refuses a time to live beyond what the carrier keeps, and a name that is taken', async () => {
    const rostrum = await openTestCore();
    expect((await upload(rostrum, 'chime', wav, '&ttlSecs=1')).status).toBe(422);
    expect((await upload(rostrum, 'chime', wav, '&ttlSecs=630720001')).status).toBe(422);
    await upload(rostrum, 'chime');
    expect(await upload(rostrum, 'chime', mp3)).toMatchObject({
      ...{ status: 409, body: { code: 'name-taken' } },
    });
    expect((await list(rostrum))[0]?.contentType).toBe('audio/wav');
  });

  it('says of a file that is gone that it is gone', async () => {
    const rostrum = await openTestCore();
    for (const name of ['gone', '..%2Fconferences', '%2e%2e', 'a%00b']) {
      const deleted = await rostrum.send('DELETE', `/api/media/${name}`);
      expect([name, deleted.status]).toEqual([name, 404]);
    }
    expect((await audio(rostrum, 'gone')).status).toBe(404);
  });

  it('plays nothing that another program stored and that is no sound', async () => {
    const rostrum = await openTestCore();
    const form = new FormData();
    form.set('media_name', 'page');
    form.set('media', new Blob(['<script>alert(1)</script>'], { type: 'text/html' }), 'page.wav');
    await rostrum.carrier.client.post('/media', { body: form });
    const answer = await audio(rostrum, 'page');
    expect([answer.status, answer.headers.get('content-type')]).toEqual([
      ...[415, 'application/problem+json'],
    ]);
  });

  it('tells the carrier’s troubles as they are', async () => {
    const carrier = await carrierForOneTest();
    const rostrum = await openTestCore({ carrier });
    const answered = (status: number) => {
      carrier.intercept((_, path) =>
        path.startsWith('/media')
          ? { status, body: { errors: [{ code: 'x', title: 'no' }] } }
          : null,
      );
      return rostrum.get('/api/media');
    };
    expect(await answered(401)).toMatchObject({ status: 502, body: { code: 'carrier-key' } });
    expect(await answered(429)).toMatchObject({ status: 503, body: { code: 'carrier-busy' } });
    expect(await answered(500)).toMatchObject({ status: 503, body: { code: 'carrier-down' } });
  });

  it('is for moderators, and activity tells who stored and deleted what', async () => {
    const rostrum = await openTestCore();
    await upload(rostrum, 'chime');
    await rostrum.send('DELETE', '/api/media/chime');
    const cookie = await rostrum.cookieOf('viewer');
    for (const path of [
      '/api/media',
      '/api/media/chime/audio',
      '/api/voices',
      '/api/announcements',
    ])
      expect((await rostrum.get(path, { cookie })).status).toBe(403);
    const refused = await rostrum.send('DELETE', '/api/media/chime', undefined, { cookie });
    expect(refused.status).toBe(403);
    const { items } = (await rostrum.get('/api/activity')).body as {
      items: { action: string; target: { kind: string; name: string } | null }[];
    };
    const told = items.filter(({ target }) => target?.kind === 'media');
    expect(told.map(({ action, target }) => [action, target?.name])).toEqual([
      ['media.delete', 'chime'],
      ['media.upload', 'chime'],
    ]);
  });
});

describe('GET /api/voices', () => {
  const voices = async (rostrum: TestCore, query = '') =>
    ((await rostrum.get(`/api/voices${query}`)).body as unknown as { items: VoiceRow[] }).items;

  it('lists voices as a command to speak names them, filtered by language', async () => {
    const rostrum = await openTestCore();
    const all = await voices(rostrum);
    expect(all).toContainEqual({
      ...{ voice: 'AWS.Polly.Joanna', provider: 'AWS', name: 'Joanna' },
      ...{ language: 'en-US', gender: 'female' },
    });
    const german = await voices(rostrum, '?language=de-DE');
    expect(new Set(german.map(({ language }) => language))).toEqual(new Set(['de-DE']));
    const mandarin = await voices(rostrum, '?language=cmn-CN');
    expect(mandarin.map(({ language }) => language).sort()).toEqual(['cmn-CN', 'zh-CN']);
    expect((await rostrum.get('/api/voices?language=de%20DE')).status).toBe(422);
  });

  it('asks the carrier once for many', async () => {
    const rostrum = await openTestCore();
    for (const query of ['', '?language=en-US', '']) await voices(rostrum, query);
    const asked = rostrum.carrier.requests.filter(({ path }) => path.includes('voices'));
    expect(asked).toHaveLength(1);
  });
});
