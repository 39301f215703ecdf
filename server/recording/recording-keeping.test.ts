import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import type { DeleteAnswer, RecordingDetail, RetentionRule } from '@/lib/contract/recording';
import { createLocalStorage } from '@/server/storage/local-storage';
import {
  carrierForOneTest,
  directoryForOneTest,
  openTestCore,
  type TestCore,
} from '@/server/testing/open-test-core';
import { archivedRecording, linesOf, recordingUntil } from './testing/recordings-of-test';

const reason = 'The customer asked for it';
const dayMs = 86_400_000;

/** The files that are kept, whatever folders they are in. */
function filesIn(dataDir: string): string[] {
  const dir = join(dataDir, 'recordings');
  if (!existsSync(dir)) return [];
  return readdirSync(dir, { recursive: true, encoding: 'utf8' }).filter((name) =>
    statSync(join(dir, name)).isFile(),
  );
}

const deleted = (rostrum: TestCore, id: string) =>
  recordingUntil(rostrum, id, ({ state }) => state === 'deleted');

async function idsListed(rostrum: TestCore, query = ''): Promise<string[]> {
  const { body } = await rostrum.get(`/api/recordings${query}`);
  return (body.items as { id: string }[]).map(({ id }) => id);
}

async function statusAtCarrier({ carrier }: TestCore, id: string): Promise<number> {
  const answer = await fetch(`${carrier.url}/recordings/${id}`, {
    headers: { authorization: `Bearer ${carrier.apiKey}` },
  });
  return answer.status;
}

const problem = (status: number, code: string, detail: RegExp) => ({
  status,
  body: { code, detail: expect.stringMatching(detail) as string },
});

describe('a recording that is deleted', () => {
  it('is gone here and at the carrier, and what is known of it stays', async () => {
    const dataDir = directoryForOneTest();
    const rostrum = await openTestCore({ dataDir });
    const { id } = await archivedRecording(rostrum);
    expect(filesIn(dataDir)).toHaveLength(1);
    await rostrum.post(`/api/recordings/${id}/notes`, { atMs: 0, text: 'Here' });
    expect(await rostrum.send('DELETE', `/api/recordings/${id}`, { reason })).toMatchObject({
      status: 200,
      body: { deleting: [id], held: [], missing: [] },
    });
    await deleted(rostrum, id);
    expect(filesIn(dataDir)).toEqual([]);
    expect(await statusAtCarrier(rostrum, id)).toBe(404);
    expect(await idsListed(rostrum)).toEqual([]);
    const { body } = await rostrum.get('/api/recordings?state=deleted');
    expect(body.items).toMatchObject([
      { id, state: 'deleted', deletion: { reason, by: { name: 'Ada Administrator' } } },
    ]);
    expect((await rostrum.get(`/api/recordings/${id}`)).body.notes).toEqual([]);
    for (const part of ['audio', 'peaks'])
      expect((await rostrum.get(`/api/recordings/${id}/${part}`)).status, part).not.toBe(200);
    expect(await rostrum.send('DELETE', `/api/recordings/${id}`, { reason })).toMatchObject(
      problem(410, 'recording-deleted', /Somebody has deleted it/),
    );
  });

  it('goes once the carrier is there again, if it was not', async () => {
    const dataDir = directoryForOneTest();
    const rostrum = await openTestCore({ dataDir });
    const { id } = await archivedRecording(rostrum);
    rostrum.carrier.intercept((method) => (method === 'DELETE' ? { status: 503, body: {} } : null));
    await rostrum.send('DELETE', `/api/recordings/${id}`, { reason });
    await recordingUntil(
      rostrum,
      id,
      (row) => row.state === 'deleting' && row.problem === 'carrier-unreachable',
    );
    expect(filesIn(dataDir)).toHaveLength(1);
    rostrum.carrier.intercept(null);
    rostrum.clock.advance(3_600_000);
    await deleted(rostrum, id);
    expect(filesIn(dataDir)).toEqual([]);
  });

  it('goes after a restart, if the server ended before it was begun', async () => {
    const dataDir = directoryForOneTest();
    const carrier = await carrierForOneTest();
    const first = await openTestCore({ dataDir, carrier });
    const { id } = await archivedRecording(first);
    // As far as it was written down: nobody was asked yet to do it.
    const breaking = vi
      .spyOn(first.store, 'transact')
      .mockImplementation(() => Promise.reject(new Error('The power failed')));
    await first.send('DELETE', `/api/recordings/${id}`, { reason });
    breaking.mockRestore();
    await first.stop();
    await deleted(await openTestCore({ dataDir, carrier }), id);
    expect(filesIn(dataDir)).toEqual([]);
  });
});

describe('a recording under hold', () => {
  it('cannot be deleted, alone or among others, until that is lifted', async () => {
    const dataDir = directoryForOneTest();
    const rostrum = await openTestCore({ dataDir });
    const { id } = await archivedRecording(rostrum);
    const { id: other } = await archivedRecording(rostrum);
    const path = `/api/recordings/${id}`;
    expect(await rostrum.send('PUT', `${path}/hold`, { reason: 'A lawsuit' })).toMatchObject({
      status: 200,
      body: { hold: { reason: 'A lawsuit', by: { name: 'Ada Administrator' } } },
    });
    expect(await idsListed(rostrum, '?hold=true')).toEqual([id]);
    expect(await rostrum.send('DELETE', path, { reason })).toMatchObject(
      problem(409, 'recording-held', /under hold/),
    );
    const answer = await rostrum.post('/api/recordings/delete', {
      ids: [id, other, 'unheard-of'],
      reason,
    });
    expect(answer.body as unknown as DeleteAnswer).toEqual({
      deleting: [other],
      held: [id],
      missing: ['unheard-of'],
    });
    await deleted(rostrum, other);
    expect(filesIn(dataDir)).toHaveLength(1);
    // A second one takes nothing away from the first.
    expect(await rostrum.send('PUT', `${path}/hold`, { reason: 'Another' })).toMatchObject(
      problem(409, 'recording-held', /under hold/),
    );
    expect((await rostrum.core.services.recordings.read(id)).hold).toMatchObject({
      reason: 'A lawsuit',
    });
    await rostrum.send('DELETE', `${path}/hold`, { reason: 'It is over' });
    await rostrum.send('DELETE', path, { reason });
    await deleted(rostrum, id);
    expect(await linesOf(rostrum, 'recording.delete')).toMatchObject([
      { outcome: 'refused', why: 'recording-held', detail: { reason } },
      { outcome: 'done', detail: { reason, count: 3, ids: [id, other, 'unheard-of'] } },
      { outcome: 'done', target: { id }, detail: { reason } },
    ]);
  });
});

describe('a rule of keeping', () => {
  it('deletes what is older, but for what is under hold, and activity says that nobody did it', async () => {
    const dataDir = directoryForOneTest();
    const carrier = await carrierForOneTest();
    const first = await openTestCore({ dataDir, carrier });
    const short = { conferenceName: 'Short-lived' };
    const { id } = await archivedRecording(first, short);
    const { id: held } = await archivedRecording(first, short);
    const { id: other } = await archivedRecording(first, { conferenceName: 'Another' });
    await first.send('PUT', `/api/recordings/${held}/hold`, { reason: 'A lawsuit' });
    const rule = { of: 'conference', name: 'short-lived', days: 1 };
    expect(await first.post('/api/retention-rules', rule)).toMatchObject({ status: 200 });
    const row = await first.core.services.recordings.read(id);
    expect(row.expiresAt).toBe((row.endedAt ?? 0) + dayMs * 1000);
    first.clock.advance(2 * dayMs);
    await first.stop();
    // A server looks when it starts, and every hour.
    const rostrum = await openTestCore({ dataDir, carrier, now: first.clock });
    expect(await deleted(rostrum, id)).toMatchObject({
      deletion: { by: null, keptDays: 1 },
    });
    expect((await idsListed(rostrum)).sort()).toEqual([held, other].sort());
    expect(await linesOf(rostrum, 'recording.delete')).toMatchObject([
      {
        actor: null,
        target: { kind: 'recording', id, name: 'Short-lived' },
        detail: { keptDays: 1 },
        outcome: 'done',
      },
    ]);
  });

  it('is made, changed and removed, one for each conference', async () => {
    const rostrum = await openTestCore();
    const rules = '/api/retention-rules';
    const board = { of: 'conference', name: 'Board', days: 30 };
    const made = await rostrum.post(rules, board);
    expect(made.body).toMatchObject({ ...board, updatedBy: { name: 'Ada Administrator' } });
    const { id } = made.body as unknown as RetentionRule;
    const others = await rostrum.post(rules, { of: 'all', name: null, days: null });
    expect(others.status).toBe(200);
    const taken = problem(409, 'rule-exists', /There is a rule for this already/);
    expect(await rostrum.post(rules, { ...board, name: 'BOARD' })).toMatchObject(taken);
    expect(await rostrum.send('PUT', `${rules}/${String(others.body.id)}`, board)).toMatchObject(
      taken,
    );
    const changed = await rostrum.send('PUT', `${rules}/${id}`, { ...board, days: 60 });
    expect(changed.body).toMatchObject({ id, days: 60 });
    expect((await rostrum.get(rules)).body.items).toHaveLength(2);
    expect(await rostrum.send('DELETE', `${rules}/${id}`)).toMatchObject({ status: 200 });
    const gone = problem(404, 'not-found', /no such thing/);
    expect(await rostrum.send('DELETE', `${rules}/${id}`)).toMatchObject(gone);
    expect(await rostrum.send('PUT', `${rules}/${id}`, board)).toMatchObject(gone);
    for (const action of ['create', 'change', 'delete'])
      expect(await linesOf(rostrum, `retentionRule.${action}`), action).toContainEqual(
        expect.objectContaining({ outcome: 'done' }),
      );
  });

  it.each([
    ['no day', { of: 'all', name: null, days: 0 }, /days: Give a whole number of days from 1/],
    ['half a day', { of: 'all', name: null, days: 1.5 }, /days: Give a whole number of days/],
    ['ages', { of: 'all', name: null, days: 36_501 }, /days: .*36500/],
    ['no name', { of: 'queue', name: ' ', days: 1 }, /name: Give the name of the conference/],
    ['a name for all', { of: 'all', name: 'Board', days: 1 }, /name: /],
    ['an unknown kind', { of: 'person', name: 'Ada', days: 1 }, /of: Choose conference, queue/],
  ])('with %s is refused with a sentence', async (_, rule, detail) => {
    const rostrum = await openTestCore();
    expect(await rostrum.post('/api/retention-rules', rule)).toMatchObject(
      problem(422, 'bad-request', detail),
    );
  });
});

describe('a note', () => {
  it('stands at its place, and nobody but who wrote it takes it back', async () => {
    const rostrum = await openTestCore();
    const { id } = await archivedRecording(rostrum);
    const path = `/api/recordings/${id}/notes`;
    const cookie = await rostrum.cookieOf('manager');
    const late = await rostrum.post(path, { atMs: 4000, text: ' Price agreed ' }, { cookie });
    await rostrum.post(path, { atMs: 1000, text: 'Greeting' });
    const notes = async () =>
      ((await rostrum.get(`/api/recordings/${id}`)).body as unknown as RecordingDetail).notes;
    expect(await notes()).toMatchObject([
      { atMs: 1000, text: 'Greeting', by: { name: 'Ada Administrator' } },
      { atMs: 4000, text: 'Price agreed', by: { name: 'Mani Manager' } },
    ]);
    const own = `${path}/${String(late.body.id)}`;
    expect(await rostrum.send('DELETE', own)).toMatchObject({ status: 404 });
    expect(await rostrum.send('DELETE', own, undefined, { cookie })).toMatchObject({ status: 200 });
    expect(await notes()).toHaveLength(1);
  });
});

describe('a waveform', () => {
  it('that is being drawn is not there yet, and is a moment later', async () => {
    const dataDir = directoryForOneTest();
    const local = createLocalStorage(join(dataDir, 'recordings'));
    let open = (): void => undefined;
    const opened = new Promise<void>((resolve) => {
      open = resolve;
    });
    const storage: typeof local = {
      ...local,
      open: async (key, range) => {
        // Only who draws reads parts here.
        if (range !== undefined) await opened;
        return local.open(key, range);
      },
    };
    const rostrum = await openTestCore({ dataDir, storage });
    const { id } = await archivedRecording(rostrum);
    const early = await rostrum.get(`/api/recordings/${id}/peaks`);
    expect(early).toMatchObject({ status: 200, body: { peaks: null } });
    open();
    await expect
      .poll(async () => (await rostrum.get(`/api/recordings/${id}/peaks`)).body.peaks)
      .toMatchObject({ channels: [expect.arrayContaining([expect.any(Number)])] });
  });
});

describe('what is asked wrongly', () => {
  it('is refused at every door with a sentence', async () => {
    const rostrum = await openTestCore();
    const { id } = await archivedRecording(rostrum);
    const path = `/api/recordings/${id}`;
    const many = Array.from({ length: 501 }, (_, i) => `recording-${i}`);
    const bad = (detail: RegExp) => problem(422, 'bad-request', detail);
    const why = /reason: Write down why/;
    const limit = /ids: Choose 500 recordings at most/;
    expect(await rostrum.post('/api/recordings/zip', { ids: many })).toMatchObject(bad(limit));
    expect(await rostrum.post('/api/recordings/zip', { ids: [] })).toMatchObject(
      bad(/ids: Choose at least one/),
    );
    expect(await rostrum.post('/api/recordings/delete', { ids: many, reason })).toMatchObject(
      bad(limit),
    );
    expect(await rostrum.post('/api/recordings/delete', { ids: [id], reason: 'x' })).toMatchObject(
      bad(why),
    );
    expect(await rostrum.send('DELETE', path, { reason: '  a ' })).toMatchObject(bad(why));
    expect(await rostrum.send('PUT', `${path}/hold`, {})).toMatchObject(bad(/reason: /));
    expect(await rostrum.send('DELETE', `${path}/hold`, { reason: '' })).toMatchObject(bad(why));
    expect(await rostrum.post(`${path}/notes`, { atMs: 900_000, text: 'Here' })).toMatchObject(
      bad(/atMs: It ends after \d+ ms/),
    );
    expect(await rostrum.post(`${path}/notes`, { atMs: -1, text: 'Here' })).toMatchObject(
      bad(/atMs: /),
    );
    expect(await rostrum.post(`${path}/notes`, { atMs: 0, text: ' ' })).toMatchObject(
      bad(/text: Write something/),
    );
    expect(await rostrum.post(`${path}/shares`, { hours: 2, mayDownload: true })).toMatchObject(
      bad(/hours: Choose for how many hours/),
    );
    for (const query of ['limit=0', 'limit=201', 'state=lost', 'hold=maybe', 'surprise=1'])
      expect(await rostrum.get(`/api/recordings?${query}`), query).toMatchObject(bad(/./));
    expect(await rostrum.get('/api/recordings.csv?state=lost')).toMatchObject(bad(/state: /));
    for (const cursor of ['nonsense', Buffer.from('[1]').toString('base64url')])
      expect(await rostrum.get(`/api/recordings?cursor=${cursor}`)).toMatchObject(
        bad(/This cursor is not one of ours/),
      );
  });

  it('of a recording that there is not is not found', async () => {
    const rostrum = await openTestCore();
    const gone = problem(404, 'not-found', /There is no such thing here/);
    const path = '/api/recordings/unheard-of';
    for (const part of ['', '/audio', '/peaks', '/shares'])
      expect(await rostrum.get(`${path}${part}`), part).toMatchObject(gone);
    expect(await rostrum.post(`${path}/retry`, {})).toMatchObject(gone);
    expect(await rostrum.post(`${path}/notes`, { atMs: 0, text: 'Here' })).toMatchObject(gone);
    const share = { hours: 1, mayDownload: true };
    expect(await rostrum.post(`${path}/shares`, share)).toMatchObject(gone);
    expect(await rostrum.send('DELETE', path, { reason })).toMatchObject(gone);
    expect(await rostrum.send('PUT', `${path}/hold`, { reason })).toMatchObject(gone);
    expect(await rostrum.send('DELETE', `${path}/hold`, { reason })).toMatchObject(gone);
    expect(await rostrum.send('DELETE', `${path}/notes/none`)).toMatchObject(gone);
    expect(await rostrum.send('DELETE', `${path}/shares/none`)).toMatchObject(gone);
    expect(await rostrum.get('/api/recordings/%E0%A4%A')).toMatchObject({ status: 404 });
  });
});
