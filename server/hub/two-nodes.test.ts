import { afterAll, describe, expect, it, vi } from 'vitest';
import type { WatchAnswer } from '@/lib/contract/hub';
import { peopleIn } from '@/lib/domain/conference/view';
import { startPostgres, type TestPostgres } from '@/server/store/testing/start-postgres';
import { carrierForOneTest, openTestCore, type TestCore } from '@/server/testing/open-test-core';

const started = await startPostgres();

if ('reason' in started) {
  process.stdout.write(`Two nodes are not tested: ${started.reason}\n`);
  describe.skip('two nodes on one PostgreSQL', () => {
    it('need a PostgreSQL', () => undefined);
  });
} else {
  describe('two nodes on one PostgreSQL', () => {
    registerTwoNodes(started);
  });
}

/** Node A hears the carrier's webhooks; node B hears of them from the store alone. */
async function twoNodes(postgres: TestPostgres) {
  const carrier = await carrierForOneTest();
  const databaseUrl = await postgres.createDatabase();
  const a = await openTestCore({ carrier, databaseUrl });
  const b = await openTestCore({ carrier, databaseUrl, hearsWebhooks: false });
  return { carrier, a, b };
}

async function sameOnBoth(a: TestCore, b: TestCore, id: string) {
  await vi.waitFor(async () => {
    const [onA, onB] = [await a.conference(id), await b.conference(id)];
    expect(onB.seq).toBe(onA.seq);
    expect(onB.state).toEqual(onA.state);
  }, 10_000);
}

/** The numbers of the events that a socket of this node is told from now on. */
async function eventsHeard(node: TestCore, id: string) {
  const socket = node.socket();
  const seqs: number[] = [];
  socket.on('events', (_, events) => {
    seqs.push(...events.map((event) => event.seq));
  });
  const answer: WatchAnswer = await socket.emitWithAck('watch', `conference:${id}`, {});
  const from = 'seq' in answer ? answer.seq : 0;
  // What came while the state was read is in the state as well.
  return { from, seqs: () => seqs.filter((seq) => seq > from) };
}

function registerTwoNodes(postgres: TestPostgres): void {
  afterAll(() => postgres.stop());

  it('tell the sockets of one what the other heard by webhook', async () => {
    const { carrier, a, b } = await twoNodes(postgres);
    const { id, legs } = await carrier.conference(2);
    await b.until(id, (c) => peopleIn(c) === 2 && c.description !== null);
    await carrier.settled();
    await sameOnBoth(a, b, id);
    const { from, seqs } = await eventsHeard(b, id);
    await carrier.control('POST', `/calls/${legs[1]}/talk`);
    await a.until(id, (c) => c.floor?.value === legs[1]);
    await carrier.settled();
    await sameOnBoth(a, b, id);
    const { seq } = await a.conference(id);
    await vi.waitFor(() => {
      expect(seqs().at(-1)).toBe(seq);
    }, 10_000);
    expect(seqs()).toEqual(Array.from({ length: seq - from }, (_, i) => from + 1 + i));
  });

  it('show on each what was commanded on the other, and the carrier is called once', async () => {
    const { carrier, a, b } = await twoNodes(postgres);
    const { id, legs } = await carrier.conference(2);
    for (const node of [a, b])
      await node.until(id, (c) => peopleIn(c) === 2 && c.description !== null);
    const fields = { legs: [legs[1]] };
    const answers = await Promise.all(
      [a, b].map((node) => node.command(id, 'participants.mute', fields, 'from-both')),
    );
    expect(answers.every(({ status }) => status === 200 || status === 202)).toBe(true);
    expect(carrier.commands('/actions/mute')).toHaveLength(1);
    for (const node of [a, b])
      await node.until(id, (c) => c.commands[0]?.phase === 'confirmed' && c.commands.length === 1);
    await b.command(id, 'conference.end', {}, 'end-from-b');
    for (const node of [a, b]) await node.until(id, (c) => c.ended !== null);
    await carrier.settled();
    await sameOnBoth(a, b, id);
    const events = await a.get(`/api/conferences/${id}/events?limit=1000`);
    const seqs = (events.body.items as { seq: number }[]).map(({ seq }) => seq);
    expect(seqs).toEqual(seqs.map((_, i) => i + 1));
  });

  it('append to one conference from both sides without a hole or a repeat', async () => {
    const { carrier, a, b } = await twoNodes(postgres);
    const { id, legs } = await carrier.conference(4);
    for (const node of [a, b]) await node.until(id, (c) => peopleIn(c) === 4);
    const heard = [await eventsHeard(a, id), await eventsHeard(b, id)];
    const commands = Array.from({ length: 20 }, (_, i) => {
      const type = i % 3 === 0 ? 'participants.unmute' : 'participants.mute';
      const node = i % 2 === 0 ? a : b;
      return node.command(id, type, { legs: [legs[i % 4]] }, `from-either-${i}`);
    });
    const talking = legs.map((leg) => carrier.control('POST', `/calls/${leg}/talk`));
    await Promise.all([...commands, ...talking]);
    await carrier.settled();
    const isQuiet = (node: TestCore) =>
      node.until(id, (c) => c.commands.every(({ phase }) => phase !== 'accepted'));
    await isQuiet(a);
    await isQuiet(b);
    await sameOnBoth(a, b, id);
    expect(carrier.commands('/actions/')).toHaveLength(20);
    const { seq: last } = await a.conference(id);
    for (const { from, seqs } of heard) {
      await vi.waitFor(() => {
        expect(seqs().at(-1)).toBe(last);
      });
      // Each node tells its sockets everything, in order, whoever wrote it.
      expect(seqs()).toEqual(Array.from({ length: last - from }, (_, i) => from + 1 + i));
    }
    const events = await b.get(`/api/conferences/${id}/events?limit=1000`);
    const seqs = (events.body.items as { seq: number }[]).map(({ seq }) => seq);
    expect(seqs).toEqual(seqs.map((_, i) => i + 1));
  });

  it('list what has ended on either', async () => {
    const { carrier, a, b } = await twoNodes(postgres);
    const { id } = await carrier.conference(1, 'Over soon');
    await a.until(id, (c) => c.description !== null);
    await a.command(id, 'conference.end');
    await a.until(id, (c) => c.ended !== null);
    const { body } = await b.get('/api/conferences?status=ended&q=over');
    expect(body.items).toMatchObject([{ id, name: 'Over soon' }]);
    await expect.poll(async () => (await b.get('/api/conferences')).body.items).toEqual([]);
  });
}
