import { describe, expect, it, vi } from 'vitest';
import type { WatchAnswer } from '@/lib/contract/hub';
import type { QueueRow } from '@/lib/contract/rows';
import { peopleIn } from '@/lib/domain/conference/view';
import type { Role } from '@/lib/domain/permission';
import { openTestCore } from '@/server/testing/open-test-core';

describe('the queues that are known', () => {
  it('are those a caller was heard in and the lobbies in use, each once', async () => {
    const rostrum = await openTestCore();
    const listed = async (role: Role) => {
      const cookie = await rostrum.cookieOf(role);
      const { body } = await rostrum.get('/api/queues', { cookie });
      return (body.items as QueueRow[]).map(({ name }) => name);
    };
    expect(await listed('viewer')).toEqual([]);

    const leg = await rostrum.carrier.caller('+13125550142');
    await rostrum.carrier.client.calls.actions.enqueue(leg, { queue_name: 'support' });
    await rostrum.carrier.settled();
    const { id } = await rostrum.carrier.conference(1);
    await rostrum.until(id, (c) => peopleIn(c) === 1);
    await vi.waitFor(async () => {
      expect(await listed('viewer')).toEqual(['support']);
    });

    await rostrum.command(id, 'conference.setLobby', { queue: 'board' });
    expect(await listed('viewer')).toEqual(['board', 'support']);
    await rostrum.command(id, 'conference.setLobby', { queue: 'support' });
    expect(await listed('viewer')).toEqual(['support']);
  });
});

describe('a queue over the hub', () => {
  const number = '+4930123456721';

  async function watched(role: Role) {
    const rostrum = await openTestCore();
    const { carrier } = rostrum;
    const enqueue = async (from: string, name: string) => {
      const leg = await carrier.caller(from, `Ada ${from}`);
      await carrier.client.calls.actions.enqueue(leg, { queue_name: name });
      return leg;
    };
    await enqueue(number, 'support');
    await enqueue(number, number);
    await carrier.settled();
    const socket = rostrum.socket({ cookie: await rostrum.cookieOf(role) });
    const heard: unknown[] = [];
    socket.on('events', (_, events) => heard.push(...events));
    socket.on('rows', (_, message) => heard.push(message));
    const state: WatchAnswer = await socket.emitWithAck('watch', 'queue:support', {});
    const overview: WatchAnswer = await socket.emitWithAck('watch', 'overview', {});
    return { rostrum, enqueue, socket, heard, answers: [state, overview] };
  }

  it('tells who sees numbers all, and others none, in its state, its events and its row', async () => {
    for (const role of ['moderator', 'viewer'] as const) {
      const { enqueue, heard, answers } = await watched(role);
      expect(answers.map(({ ok }) => ok)).toEqual([true, true]);
      await enqueue('+4930123456722', 'support');
      await vi.waitFor(() => {
        const text = JSON.stringify(heard);
        expect(text).toContain('call.enqueued');
        expect(text).toContain('"depth":2');
      }, 5000);
      const text = JSON.stringify([answers, heard]);
      expect(text.includes(number)).toBe(role === 'moderator');
      expect(text.includes('+4930123456722')).toBe(role === 'moderator');
      expect(text.includes('+49 ••• ••• 21')).toBe(role === 'viewer');
    }
  });

  it('is told in rows at most four times a second, however many come', async () => {
    const { enqueue, heard } = await watched('viewer');
    await Promise.all(
      Array.from({ length: 30 }, (_, i) => enqueue(`+49301234560${10 + i}`, 'support')),
    );
    await vi.waitFor(() => {
      expect(JSON.stringify(heard)).toContain('"depth":31');
    }, 8000);
    const rows = heard.filter((message) => Object.hasOwn(message as object, 'rev'));
    const events = heard.filter((message) => Object.hasOwn(message as object, 'seq'));
    expect(events.length).toBeGreaterThanOrEqual(30);
    expect(rows.length).toBeLessThan(events.length);
  });
});

describe('what is asked of queues', () => {
  it('is refused with a sentence where it is not as it should be', async () => {
    const rostrum = await openTestCore();
    const made = (fields: object) =>
      rostrum.post('/api/queues', {
        commandId: 'the-command',
        command: { type: 'queue.create', fields },
      });
    for (const fields of [{}, { name: '' }, { name: '  ' }, { name: 'q', maxSize: 0 }])
      expect(await made(fields)).toMatchObject({ status: 422, body: { code: 'bad-request' } });
    const given = (command: object) =>
      rostrum.post('/api/queues/support/commands', { commandId: 'the-command', command });
    const nobody = await given({ type: 'queueCalls.hangUp', fields: { legs: [] } });
    expect([nobody.status, nobody.body.code]).toEqual([422, 'bad-request']);
    const strange = { legs: ['v3:ada'], to: 'mars' };
    const transfer = await given({ type: 'queueCalls.transfer', fields: strange });
    expect(String(transfer.body.detail)).toContain('+, country code and digits');
    expect((await given({ type: 'queue.delete', fields: {} })).status).toBe(404);
    expect((await rostrum.get('/api/queues/support')).status).toBe(404);
    const range = (from: string, to: string) =>
      rostrum.get(`/api/queues/support/samples?from=${from}&to=${to}`);
    const noon = '2026-11-21T12:00:00Z';
    for (const [from, to] of [
      ['yesterday', noon],
      [noon, noon],
      ['2026-10-21T12:00:00Z', noon],
    ] as const)
      expect((await range(from, to)).body.code).toBe('bad-request');
    const answer = await range('2026-11-21T11:00:00Z', noon);
    expect(answer.body).toEqual({ items: [], everySecs: 5 });
    expect(rostrum.carrier.commands()).toEqual([]);
  });
});
