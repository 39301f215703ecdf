import { describe, expect, it } from 'vitest';
import type { MadeShare } from '@/lib/contract/recording';
import type { Role } from '@/lib/domain/permission';
import { openTestCore, type TestAnswer, type TestCore } from '@/server/testing/open-test-core';
import { archivedRecording, linesOf } from './testing/recordings-of-test';

type Send = (rostrum: TestCore, id: string, cookie: string) => Promise<TestAnswer>;

const reason = 'Because the customer asked';
const rule = { of: 'all', name: null, days: 90 };
/** Everything that only who may read, take out, delete or keep recordings may ask for. */
const doors: readonly (readonly [string, Send])[] = [
  ['list them', (rostrum, _, cookie) => rostrum.get('/api/recordings', { cookie })],
  ['count them', (rostrum, _, cookie) => rostrum.get('/api/recordings/summary', { cookie })],
  ['look at one', (rostrum, id, cookie) => rostrum.get(`/api/recordings/${id}`, { cookie })],
  ['see peaks', (rostrum, id, cookie) => rostrum.get(`/api/recordings/${id}/peaks`, { cookie })],
  ['listen', (rostrum, id, cookie) => rostrum.get(`/api/recordings/${id}/audio`, { cookie })],
  [
    'download',
    (rostrum, id, cookie) => rostrum.get(`/api/recordings/${id}/audio?download=1`, { cookie }),
  ],
  ['export', (rostrum, _, cookie) => rostrum.get('/api/recordings.csv', { cookie })],
  [
    'pack a ZIP',
    (rostrum, id, cookie) => rostrum.post('/api/recordings/zip', { ids: [id] }, { cookie }),
  ],
  [
    'share',
    (rostrum, id, cookie) =>
      rostrum.post(`/api/recordings/${id}/shares`, { hours: 1, mayDownload: true }, { cookie }),
  ],
  ['list shares', (rostrum, id, cookie) => rostrum.get(`/api/recordings/${id}/shares`, { cookie })],
  [
    'write a note',
    (rostrum, id, cookie) =>
      rostrum.post(`/api/recordings/${id}/notes`, { atMs: 0, text: 'Here' }, { cookie }),
  ],
  [
    'hold',
    (rostrum, id, cookie) =>
      rostrum.send('PUT', `/api/recordings/${id}/hold`, { reason }, { cookie }),
  ],
  [
    'lift a hold',
    (rostrum, id, cookie) =>
      rostrum.send('DELETE', `/api/recordings/${id}/hold`, { reason }, { cookie }),
  ],
  [
    'see the rules of keeping',
    (rostrum, _, cookie) => rostrum.get('/api/retention-rules', { cookie }),
  ],
  [
    'make a rule of keeping',
    (rostrum, _, cookie) => rostrum.post('/api/retention-rules', rule, { cookie }),
  ],
  [
    'delete many',
    (rostrum, _, cookie) =>
      rostrum.post('/api/recordings/delete', { ids: ['no such'], reason }, { cookie }),
  ],
  [
    'delete one',
    (rostrum, id, cookie) =>
      rostrum.send('DELETE', `/api/recordings/${id}`, { reason }, { cookie }),
  ],
];

/** What becomes of asking at every door in turn. */
async function statuses(rostrum: TestCore, id: string, cookie: string) {
  const found: Record<string, number> = {};
  for (const [what, send] of doors) found[what] = (await send(rostrum, id, cookie)).status;
  return found;
}

const allAre = (status: number) => Object.fromEntries(doors.map(([what]) => [what, status]));

/** A link to a recording that a manager has made, and the addresses it opens. */
async function sharedLink(rostrum: TestCore, id: string, mayDownload: boolean) {
  const cookie = await rostrum.cookieOf('manager');
  const how = { hours: 8, mayDownload };
  const { body } = await rostrum.post(`/api/recordings/${id}/shares`, how, { cookie });
  const { share, link } = body as unknown as MadeShare;
  const address = `/api/shared-recordings/${link.replace('/recordings/shared/', '')}`;
  return { cookie, share, address };
}

describe('recordings', () => {
  it.each<Role>(['viewer', 'moderator', 'supervisor'])(
    'are nothing for a %s, who is told so at every door',
    async (role) => {
      const rostrum = await openTestCore();
      const { id } = await archivedRecording(rostrum);
      expect(await statuses(rostrum, id, await rostrum.cookieOf(role))).toEqual(allAre(403));
      expect(await linesOf(rostrum, 'request')).toContainEqual(
        expect.objectContaining({
          role,
          target: { kind: 'address', id: '/api/recordings', name: null },
          why: 'not-allowed',
        }),
      );
    },
  );

  it('are open to a manager at every door', async () => {
    const rostrum = await openTestCore();
    const { id } = await archivedRecording(rostrum);
    expect(await statuses(rostrum, id, await rostrum.cookieOf('manager'))).toEqual(allAre(200));
  });

  it('are nothing for who is not signed in, by a link neither', async () => {
    const rostrum = await openTestCore();
    const { id } = await archivedRecording(rostrum);
    expect(await statuses(rostrum, id, '')).toEqual(allAre(401));
    const { address } = await sharedLink(rostrum, id, true);
    for (const part of ['', '/audio', '/audio?download=1', '/peaks'])
      expect((await rostrum.get(`${address}${part}`, { cookie: '' })).status, part).toBe(401);
  });
});

describe('a shared link', () => {
  it('opens one recording for anybody who is signed in, and counts how often', async () => {
    const rostrum = await openTestCore();
    const { id } = await archivedRecording(rostrum);
    const { cookie, address } = await sharedLink(rostrum, id, true);
    const viewer = await rostrum.cookieOf('viewer');
    for (let times = 0; times < 2; times += 1) {
      const { status, body } = await rostrum.get(address, { cookie: viewer });
      expect(status).toBe(200);
      expect(body).toMatchObject({ recording: { id }, isWhole: false, mayDownload: true });
      // A viewer sees no numbers, here as little as anywhere.
      expect(JSON.stringify(body)).not.toContain('2125550199');
    }
    for (const part of ['/audio', '/audio?download=1'])
      expect((await rostrum.get(`${address}${part}`, { cookie: viewer })).status).toBe(200);
    const { body } = await rostrum.get(`/api/recordings/${id}/shares`, { cookie });
    expect(body.items).toMatchObject([{ opened: 2, by: { name: 'Mani Manager' } }]);
    expect(JSON.stringify(body)).not.toContain(address.split('/').at(-1));
  });

  it('that forbids it does not let anybody download', async () => {
    const rostrum = await openTestCore();
    const { id } = await archivedRecording(rostrum);
    const { address } = await sharedLink(rostrum, id, false);
    const cookie = await rostrum.cookieOf('viewer');
    expect((await rostrum.get(`${address}/audio`, { cookie })).status).toBe(200);
    expect(await rostrum.get(`${address}/audio?download=1`, { cookie })).toMatchObject({
      status: 403,
      body: { code: 'not-allowed', detail: 'This link is for listening: ask for one to download' },
    });
    expect((await rostrum.get(address, { cookie })).body).toMatchObject({ mayDownload: false });
  });

  it('that was revoked, that expired or that never was opens nothing', async () => {
    const rostrum = await openTestCore();
    const { id } = await archivedRecording(rostrum);
    const revoked = await sharedLink(rostrum, id, true);
    const expired = await sharedLink(rostrum, id, true);
    const path = `/api/recordings/${id}/shares/${revoked.share.id}`;
    const answer = await rostrum.send('DELETE', path);
    expect(answer).toMatchObject({
      status: 200,
      body: { revoked: { by: { name: 'Ada Administrator' } } },
    });
    expect(await rostrum.send('DELETE', path)).toMatchObject({ status: 404 });
    expect((await rostrum.get(expired.address)).status).toBe(200);
    rostrum.clock.advance(8 * 3_600_000);
    const cookie = await rostrum.cookieOf('viewer');
    for (const address of [revoked.address, expired.address, '/api/shared-recordings/none'])
      for (const part of ['', '/audio', '/peaks'])
        expect(await rostrum.get(`${address}${part}`, { cookie })).toMatchObject({
          status: 410,
          body: {
            code: 'link-used',
            detail: expect.stringContaining('ask for a new one') as string,
          },
        });
  });

  it('opens a deleted recording no more', async () => {
    const rostrum = await openTestCore();
    const { id } = await archivedRecording(rostrum);
    const { address } = await sharedLink(rostrum, id, true);
    await rostrum.send('DELETE', `/api/recordings/${id}`, { reason });
    const { status, body } = await rostrum.get(`${address}/audio`);
    expect({ status, code: body.code }).toEqual({ status: 410, code: 'recording-deleted' });
  });
});

describe('activity', () => {
  it('tells of everything that is done to a recording: who, to which, and why', async () => {
    const rostrum = await openTestCore();
    const { carrier } = rostrum;
    const { id: conferenceId } = await carrier.conference(1, 'Town hall');
    await rostrum.until(conferenceId, (state) => state.description?.name === 'Town hall');
    const { id } = await archivedRecording(rostrum, { conferenceId });
    const { cookie, share, address } = await sharedLink(rostrum, id, true);
    const viewer = await rostrum.cookieOf('viewer');
    const one = `/api/recordings/${id}`;
    await rostrum.get(address, { cookie: viewer });
    await rostrum.get(`${address}/audio`, { cookie: viewer });
    await rostrum.get(`${one}/audio?download=1`, { cookie });
    await rostrum.send('DELETE', `${one}/shares/${share.id}`, undefined, { cookie });
    await rostrum.send('PUT', `${one}/hold`, { reason: 'A lawsuit' }, { cookie });
    await rostrum.send('DELETE', `${one}/hold`, { reason: 'It is over' }, { cookie });
    const note = await rostrum.post(`${one}/notes`, { atMs: 1500, text: 'Here' }, { cookie });
    await rostrum.send('DELETE', `${one}/notes/${String(note.body.id)}`, undefined, { cookie });
    await rostrum.post(`${one}/retry`, {}, { cookie });
    await rostrum.get('/api/recordings.csv?q=town', { cookie });
    await rostrum.send('DELETE', one, { reason }, { cookie });

    const target = { kind: 'recording', id, name: 'Town hall' };
    const conference = { id: conferenceId, name: 'Town hall' };
    const byManager = { actor: { name: 'Mani Manager' }, role: 'manager', target, conference };
    const done = { ...byManager, outcome: 'done', why: null };
    const byViewer = { ...done, actor: { name: 'Vera Viewer' }, role: 'viewer' };
    const sharedBy = 'Mani Manager';
    for (const [action, line] of [
      ['recording.share', { ...done, detail: { hours: 8, mayDownload: true } }],
      ['recording.openShare', { ...byViewer, detail: { sharedBy } }],
      ['recording.listen', { ...byViewer, detail: { sharedBy } }],
      ['recording.download', done],
      ['recording.unshare', done],
      ['recording.hold', { ...done, detail: { reason: 'A lawsuit' } }],
      ['recording.lift', { ...done, detail: { reason: 'It is over' } }],
      ['recording.note', { ...done, detail: { atMs: 1500 } }],
      ['recording.unnote', done],
      ['recording.retry', { ...byManager, outcome: 'refused', why: 'recording-not-failed' }],
      ['recording.delete', { ...done, detail: { reason } }],
    ] as const)
      expect(await linesOf(rostrum, action), action).toMatchObject([line]);
    expect(await linesOf(rostrum, 'recording.export')).toMatchObject([
      { actor: { name: 'Mani Manager' }, target: null, detail: { q: 'town' }, outcome: 'done' },
    ]);
  });
});
