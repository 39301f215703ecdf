import { describe, expect, it } from 'vitest';
import { problemSchema } from '@/lib/contract/problem';
import { peopleIn } from '@/lib/domain/conference/view';
import { openTestCore, type TestCore } from '@/server/testing/open-test-core';

interface Listed {
  items: { id: string; name: string; status: string; people: number; everIn: number }[];
  nextCursor: string | null;
}

const list = async (rostrum: TestCore, query = '') =>
  (await rostrum.get(`/api/conferences${query}`)).body as unknown as Listed;

const listOf = async (rostrum: TestCore, query: string) =>
  (await list(rostrum, query)).items.map(({ name }) => name);

/** Conferences that took place, in the order of their ends. */
async function ended(rostrum: TestCore, names: string[]): Promise<string[]> {
  const ids: string[] = [];
  for (const name of names) {
    const { id } = await rostrum.carrier.conference(1, name);
    await rostrum.until(id, (c) => c.description !== null);
    await rostrum.command(id, 'conference.end');
    await rostrum.until(id, (c) => c.ended !== null);
    ids.push(id);
  }
  return ids;
}

describe('GET /api/conferences', () => {
  it('lists those that are live, and finds them by a part of their name', async () => {
    const rostrum = await openTestCore();
    const board = await rostrum.carrier.conference(2, 'Board');
    const town = await rostrum.carrier.conference(1, 'Town hall');
    for (const { id } of [board, town]) await rostrum.until(id, (c) => c.description !== null);
    // Rows follow a quarter of a second behind.
    await expect.poll(() => listOf(rostrum, '?q=BOA')).toEqual(['Board']);
    await expect.poll(() => listOf(rostrum, '')).toHaveLength(2);
    expect(await listOf(rostrum, '?status=live&q=nobody')).toEqual([]);
    expect((await list(rostrum)).nextCursor).toBeNull();
  });

  it('lists those that have ended, the last first, page by page', async () => {
    const rostrum = await openTestCore();
    const ids = await ended(rostrum, ['One', 'Two', 'Three', 'Four', 'Five']);
    const seen: string[] = [];
    let query = '?status=ended&limit=2';
    for (;;) {
      const { items, nextCursor } = await list(rostrum, query);
      expect(items.length).toBeLessThanOrEqual(2);
      seen.push(...items.map(({ id }) => id));
      if (nextCursor === null) break;
      query = `?status=ended&limit=2&cursor=${encodeURIComponent(nextCursor)}`;
    }
    expect(seen).toEqual(ids.toReversed());
    const [newest] = (await list(rostrum, '?status=ended')).items;
    expect(newest).toMatchObject({ name: 'Five', status: 'completed', people: 0, everIn: 1 });
  });

  it('finds those that have ended by a part of their name', async () => {
    const rostrum = await openTestCore();
    await ended(rostrum, ['Staff 100%', 'Board', 'Staff meeting']);
    const named = (q: string) => listOf(rostrum, `?status=ended&q=${encodeURIComponent(q)}`);
    expect(await named('STAFF')).toEqual(['Staff meeting', 'Staff 100%']);
    expect(await named('0%')).toEqual(['Staff 100%']);
    expect(await named('_')).toEqual([]);
  });

  it.each([
    'status=over',
    'limit=0',
    'limit=201',
    'limit=x',
    'sort=name',
    'status=ended&cursor=!',
    'cursor=x',
  ])('is 422 with %s', async (query) => {
    const rostrum = await openTestCore();
    const answer = await rostrum.get(`/api/conferences?${query}`);
    expect(answer.status).toBe(422);
    const problem = problemSchema.parse(answer.body);
    expect(problem.code).toBe('bad-request');
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect(answer.headers.get('x-request-id')).toBe(problem.requestId);
  });
});

describe('GET /api/conferences/:id', () => {
  it('answers the state and its number, and 404 where there is none', async () => {
    const rostrum = await openTestCore();
    const { id } = await rostrum.carrier.conference(2);
    await rostrum.until(id, (c) => peopleIn(c) === 2);
    await rostrum.carrier.settled();
    const answer = await rostrum.get(`/api/conferences/${id}`);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
    expect(answer.body).toMatchObject({ seq: expect.any(Number) as number, state: { id } });
    for (const path of ['/api/conferences/nowhere', '/api/conferences/nowhere/events']) {
      const missing = await rostrum.get(path);
      expect([missing.status, problemSchema.parse(missing.body).code]).toEqual([404, 'not-found']);
    }
  });
});

describe('GET /api/conferences/:id/events', () => {
  interface Events {
    items: { seq: number; type: string }[];
    hasMore: boolean;
  }

  async function logged() {
    const rostrum = await openTestCore();
    const { id } = await rostrum.carrier.conference(4);
    await rostrum.until(id, (c) => peopleIn(c) === 4 && c.description !== null);
    await rostrum.carrier.settled();
    await rostrum.command(id, 'conference.end');
    await rostrum.carrier.settled();
    await rostrum.until(id, (c) => c.ended !== null && c.description?.endReason !== null);
    const { seq } = await rostrum.conference(id);
    const ask = async (query: string) =>
      (await rostrum.get(`/api/conferences/${id}/events?${query}`)).body as unknown as Events;
    const seqs = async (query: string) => {
      const { items, hasMore } = await ask(query);
      return { seqs: items.map((event) => event.seq), hasMore };
    };
    return { rostrum, id, seq, ask, seqs };
  }

  it('answers forwards from a number, and says whether there is more', async () => {
    const { seqs, seq } = await logged();
    expect(await seqs('limit=3')).toEqual({ seqs: [1, 2, 3], hasMore: true });
    expect(await seqs('after=3&limit=2')).toEqual({ seqs: [4, 5], hasMore: true });
    const rest = Array.from({ length: seq - 3 }, (_, i) => i + 4);
    expect(await seqs(`after=3&limit=${seq - 3}`)).toEqual({ seqs: rest, hasMore: false });
    expect(await seqs(`after=${seq}`)).toEqual({ seqs: [], hasMore: false });
  });

  it('answers backwards from a number, the newest below it in their order', async () => {
    const { seqs, seq } = await logged();
    expect(await seqs('before=6&limit=2')).toEqual({ seqs: [4, 5], hasMore: true });
    expect(await seqs('before=4&limit=3')).toEqual({ seqs: [1, 2, 3], hasMore: false });
    expect(await seqs('before=1')).toEqual({ seqs: [], hasMore: false });
    const last = await seqs(`before=${seq + 1}&limit=1`);
    expect(last).toEqual({ seqs: [seq], hasMore: true });
  });

  it('answers the types that are asked for, paged as the rest', async () => {
    const { ask } = await logged();
    const asked = ['participant.joined', 'participant.left'];
    const whole = await ask('');
    const wanted = whole.items.filter(({ type }) => asked.includes(type));
    expect(wanted.length).toBeGreaterThanOrEqual(8);
    const types = `types=${asked.join(',')}`;
    expect(await ask(types)).toEqual({ items: wanted, hasMore: false });
    expect(await ask(`${types}&limit=3`)).toEqual({ items: wanted.slice(0, 3), hasMore: true });
    expect((await ask('types=')).items).toEqual(whole.items);
    expect((await ask('types=nothing.such')).items).toEqual([]);
  });

  it('is 422 with numbers that are none', async () => {
    const { rostrum, id } = await logged();
    for (const query of ['after=-1', 'before=0', 'limit=1001', 'after=x', 'more=1']) {
      const answer = await rostrum.get(`/api/conferences/${id}/events?${query}`);
      expect([query, answer.status, answer.body.code]).toEqual([query, 422, 'bad-request']);
    }
  });
});
