import { io } from 'socket.io-client';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { RowsMessage, WatchAnswer } from '@/lib/contract/hub';
import type { SamplesAnswer } from '@/lib/contract/http';
import type { WallboardLink, WallboardRow } from '@/lib/contract/wallboard';
import { openTestCore, type TestCore } from '@/server/testing/open-test-core';

const path = '/api/wallboards';
const floor = { name: 'Floor', queues: ['support'], conferences: [], tiles: 4, rotateSeconds: 20 };

async function make(rostrum: TestCore, change = {}) {
  const { body } = await rostrum.post(path, { ...floor, ...change });
  const { wallboard, link } = body as unknown as WallboardLink;
  const token = new URL(link, rostrum.url).searchParams.get('token') ?? '';
  return { wallboard, token, bearer: { authorization: `Bearer ${token}`, cookie: '' } };
}

async function waitIn(rostrum: TestCore, queue: string) {
  const depth = () => rostrum.core.services.queues.list().find(({ name }) => name === queue)?.depth;
  const before = depth() ?? 0;
  const leg = await rostrum.carrier.caller('+13125550142');
  await rostrum.carrier.client.calls.actions.enqueue(leg, { queue_name: queue });
  // Rows follow what is committed; they are not part of it.
  await vi.waitFor(() => {
    expect(depth()).toBe(before + 1);
  });
}

function hang(rostrum: TestCore, token: string) {
  const socket = io(rostrum.url, {
    transports: ['websocket'],
    forceNew: true,
    auth: { wallboard: token },
  });
  onTestFinished(() => {
    socket.close();
  });
  const messages: RowsMessage[] = [];
  socket.on('rows', (topic: string, message: RowsMessage) => {
    if (topic === 'wallboard') messages.push(message);
  });
  const watch = (topic: string) =>
    socket.timeout(5000).emitWithAck('watch', topic, {}) as Promise<WatchAnswer>;
  return { watch, messages };
}

describe('wallboards', () => {
  it('are made with a link that is told once, changed, and removed', async () => {
    const rostrum = await openTestCore();
    const { wallboard, token, bearer } = await make(rostrum);
    expect(wallboard).toMatchObject(floor);
    const list = await rostrum.get(path);
    expect(list.body.items).toEqual([wallboard]);
    expect(JSON.stringify(list.body)).not.toContain(token);
    const one = `${path}/${wallboard.id}`;
    const changed = await rostrum.send('PUT', one, { ...floor, name: 'Day', tiles: 9 });
    expect(changed).toMatchObject({ status: 200, body: { name: 'Day', tiles: 9 } });
    expect((await rostrum.get('/api/wallboard', bearer)).body).toEqual({
      ...{ name: 'Day', tiles: 9, rotateSeconds: 20 },
    });
    const relinked = await rostrum.post(`${one}/link`, {});
    expect(relinked.status).toBe(200);
    expect((await rostrum.get('/api/wallboard', bearer)).status).toBe(404);
    expect((await rostrum.send('DELETE', one)).status).toBe(200);
    for (const [method, at] of [
      ['PUT', one],
      ['DELETE', one],
    ] as const)
      expect((await rostrum.send(method, at, floor)).body.code).toBe('not-found');
    expect((await rostrum.post(`${one}/link`, {})).body.code).toBe('not-found');
  });

  it('are for those who manage queues', async () => {
    const rostrum = await openTestCore();
    const { wallboard } = await make(rostrum);
    for (const role of ['viewer', 'moderator', 'manager'] as const) {
      const cookie = await rostrum.cookieOf(role);
      expect((await rostrum.get(path, { cookie })).status).toBe(403);
      expect((await rostrum.post(path, floor, { cookie })).status).toBe(403);
      const one = `${path}/${wallboard.id}`;
      expect((await rostrum.send('PUT', one, floor, { cookie })).status).toBe(403);
      expect((await rostrum.send('DELETE', one, undefined, { cookie })).status).toBe(403);
      expect((await rostrum.post(`${one}/link`, {}, { cookie })).status).toBe(403);
    }
    const cookie = await rostrum.cookieOf('supervisor');
    const { body } = await rostrum.get(path, { cookie });
    expect((body.items as WallboardRow[]).map(({ id }) => id)).toEqual([wallboard.id]);
  });

  it.each([
    ['name', { name: '  ' }, 'Give it a name'],
    ['queues', { queues: [] }, 'at least one queue'],
    ['tiles', { tiles: 5 }, '1, 2, 4, 6, 9'],
    ['rotateSeconds', { rotateSeconds: 4 }, 'from 5 to 600'],
    ['rotateSeconds', { rotateSeconds: 7.5 }, 'whole number'],
  ])('say what is right where the %s is wrong', async (field, change, said) => {
    const rostrum = await openTestCore();
    const answer = await rostrum.post(path, { ...floor, ...change });
    expect(answer).toMatchObject({ status: 422, body: { code: 'bad-request' } });
    const [error] = answer.body.errors as { path: string; message: string }[];
    expect(error?.path).toBe(field);
    expect(error?.message).toContain(said);
  });
});

describe('the link of a wallboard', () => {
  it('opens its own queues, as they move, and nothing else', async () => {
    const rostrum = await openTestCore();
    await waitIn(rostrum, 'support');
    await waitIn(rostrum, 'billing');
    const { token } = await make(rostrum);
    const { watch, messages } = hang(rostrum, token);
    const answer = await watch('wallboard');
    if (!answer.ok || !('rows' in answer)) throw new Error(JSON.stringify(answer));
    const queues = answer.rows.upserted.filter(({ kind }) => kind === 'queue');
    expect(queues).toMatchObject([{ name: 'support', depth: 1 }]);
    for (const topic of ['overview', 'queue:support', 'queue:billing'])
      expect(await watch(topic)).toMatchObject({ ok: false, code: 'not-allowed' });
    await waitIn(rostrum, 'billing');
    await waitIn(rostrum, 'support');
    await vi.waitFor(() => {
      const rows = messages.flatMap(({ upserted }) => upserted);
      expect(rows).toContainEqual(expect.objectContaining({ name: 'support', depth: 2 }));
      expect(rows.filter((row) => row.kind === 'queue' && row.name === 'billing')).toEqual([]);
    });
    expect(messages.map(({ rev }) => rev)).toEqual(messages.map((_, i) => messages[0]!.rev + i));
  });

  it('shows no number, where a queue is named by one', async () => {
    const rostrum = await openTestCore();
    await waitIn(rostrum, '+13125550100');
    const { token } = await make(rostrum, { queues: null, conferences: null });
    const answer = await hang(rostrum, token).watch('wallboard');
    expect(answer).toMatchObject({ ok: true });
    expect(JSON.stringify(answer)).not.toContain('3125550100');
  });

  it('tells how its queues stood, and of no others', async () => {
    const rostrum = await openTestCore();
    await waitIn(rostrum, 'support');
    await waitIn(rostrum, 'billing');
    const { bearer } = await make(rostrum);
    const { body } = await rostrum.get('/api/queues');
    const idOf = (name: string) =>
      (body.items as { id: string; name: string }[]).find((row) => row.name === name)?.id;
    const query = (id = '') => `queue=${id}&from=2020-01-01T00:00:00Z&to=2020-01-02T00:00:00Z`;
    const samples = await rostrum.get(`/api/wallboard/samples?${query(idOf('support'))}`, bearer);
    expect(samples.status).toBe(200);
    expect((samples.body as unknown as SamplesAnswer).items).toEqual([]);
    for (const id of [idOf('billing'), 'nothing'])
      expect((await rostrum.get(`/api/wallboard/samples?${query(id)}`, bearer)).status).toBe(404);
    const stranger = { authorization: `Bearer ${'x'.repeat(32)}`, cookie: '' };
    expect((await rostrum.get('/api/wallboard', stranger)).status).toBe(404);
    expect((await rostrum.get('/api/wallboard', { cookie: '' })).status).toBe(404);
  });
});
