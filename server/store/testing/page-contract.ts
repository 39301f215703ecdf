import { describe, expect, it } from 'vitest';
import type { StreamName } from '@/lib/domain/ids';
import type { DeliveryRecord, PageOf, Store, StreamRecord } from '@/server/log/ports';
import { BadCursorError } from '../cursor';
import { deliveryOf, endedStream, streamAt, town } from './records';

/** Lists by page. */
export function registerPageContract(store: () => Store): void {
  describe('deliveries', () => {
    registerDeliveries(store);
  });
  describe('ended streams', () => {
    registerEnded(store);
  });
}

async function everyPage<T>(page: (cursor: string | undefined) => Promise<PageOf<T>>) {
  const pages: (readonly T[])[] = [];
  for (let cursor: string | undefined; ;) {
    const { items, nextCursor } = await page(cursor);
    pages.push(items);
    if (nextCursor === null) return pages;
    cursor = nextCursor;
  }
}

function registerDeliveries(store: () => Store): void {
  const add = (...deliveries: DeliveryRecord[]) =>
    store().transact((tx) => tx.insertDeliveries(deliveries));
  const ids = async (filter: Omit<Parameters<Store['listDeliveries']>[0], 'limit'>) =>
    (await store().listDeliveries({ ...filter, limit: 20 })).items.map(({ id }) => id);

  it('come back as they were written', async () => {
    const bare = deliveryOf('bare', {
      receivedAt: 1,
      verdict: 'unreadable',
      eventId: null,
      eventType: null,
      occurredAt: null,
      connectionId: null,
      attempt: null,
      detail: 'No “data” in it',
      body: null,
    });
    const large = deliveryOf('large', { body: JSON.stringify('ö🎷\u0000'.repeat(60_000)) });
    await add(bare, large);
    const { items, nextCursor } = await store().listDeliveries({ limit: 2 });
    expect(items).toEqual([large, bare]);
    expect(nextCursor).toBeNull();
  });

  it('are kept even with text no database takes', async () => {
    await add(deliveryOf('odd', { eventType: 'call.\u0000', detail: 'half a pair: \ud83d' }));
    const { items } = await store().listDeliveries({ limit: 2 });
    expect(items).toMatchObject([{ eventType: 'call.\ufffd', detail: 'half a pair: \ufffd' }]);
  });

  it('come newest first, each once, even where many came at one time', async () => {
    const times = [5, 7, 7, 7, 7, 9];
    await add(...times.map((receivedAt, i) => deliveryOf(`d${i}`, { receivedAt })));
    const pages = await everyPage((cursor) => store().listDeliveries({ cursor, limit: 2 }));
    expect(pages.map((page) => page.map(({ id }) => id))).toEqual([
      ['d5', 'd4'],
      ['d3', 'd2'],
      ['d1', 'd0'],
    ]);
  });

  it('that come while one turns the pages move nothing', async () => {
    await add(...[1, 2, 3].map((receivedAt) => deliveryOf(`d${receivedAt}`, { receivedAt })));
    const first = await store().listDeliveries({ limit: 2 });
    await add(deliveryOf('d4', { receivedAt: 4 }));
    const second = await store().listDeliveries({ limit: 2, cursor: first.nextCursor ?? '' });
    expect(second.items.map(({ id }) => id)).toEqual(['d1']);
  });

  it('are filtered by verdict, type and connection', async () => {
    await add(
      deliveryOf('a', { receivedAt: 1, verdict: 'repeat' }),
      deliveryOf('b', { receivedAt: 2, eventType: 'call.hangup' }),
      deliveryOf('c', { receivedAt: 3, connectionId: 'theirs' }),
      deliveryOf('d', { receivedAt: 4, connectionId: null }),
    );
    expect(await ids({ verdict: 'repeat' })).toEqual(['a']);
    expect(await ids({ eventType: 'call.hangup' })).toEqual(['b']);
    expect(await ids({ connection: { id: 'ours', isOurs: true } })).toEqual(['b', 'a']);
    expect(await ids({ connection: { id: 'ours', isOurs: false } })).toEqual(['c']);
    expect(await ids({ verdict: 'repeat', eventType: 'call.hangup' })).toEqual([]);
  });

  it('refuse a cursor they never gave out', async () => {
    for (const cursor of ['', 'nonsense', 'W10', '🎷', Buffer.from('[1]').toString('base64url')]) {
      const page = store().listDeliveries({ cursor, limit: 2 });
      await expect(page).rejects.toBeInstanceOf(BadCursorError);
    }
  });
}

function registerEnded(store: () => Store): void {
  const save = (...streams: StreamRecord[]) => store().transact((tx) => tx.saveStreams(streams));
  const names = async (q?: string) =>
    (await store().endedStreams('conference', { q, limit: 20 })).items.map(({ name }) => name);

  it('come last to end first, page by page, even where many ended at one time', async () => {
    const ends = [10, 30, 30, 30, 20];
    const streams = ends.map((at, i) => endedStream(`conference:${i}`, `Number ${i}`, at));
    await save(...streams);
    const pages = await everyPage((cursor) =>
      store().endedStreams('conference', { cursor, limit: 2 }),
    );
    const seen = pages.flat();
    expect(pages.map((page) => page.length)).toEqual([2, 2, 1]);
    expect(seen.map(({ summary }) => summary?.endedAt)).toEqual([30, 30, 30, 20, 10]);
    expect(new Set(seen.map(({ name }) => name)).size).toBe(5);
    expect(seen.at(-1)).toEqual(streams[0]);
  });

  it('are of one kind, not live, and have something to show', async () => {
    await save(
      endedStream('conference:ended', 'Ended', 5),
      endedStream('call:ended', 'Ended', 5),
      streamAt('conference:bare', 1, { isLive: false }),
      streamAt(town, 1, { summary: { title: 'Live', startedAt: 1, endedAt: null, row: {} } }),
    );
    expect(await names()).toEqual(['conference:ended']);
  });

  it('that come to life again leave the list', async () => {
    await save(endedStream(town, 'Town hall', 5));
    await save(streamAt(town, 2));
    expect(await names()).toEqual([]);
  });

  it('are found by any part of the title, in upper or lower case', async () => {
    const titles = ['Town Hall', 'ÜBER 100%', 'under_score', null];
    await save(
      ...titles.map((title, i) => endedStream(`conference:${i}` as StreamName, title, 9 - i)),
    );
    expect(await names('hALL')).toEqual(['conference:0']);
    expect(await names('über')).toEqual(['conference:1']);
    expect(await names('%')).toEqual(['conference:1']);
    expect(await names('R_S')).toEqual(['conference:2']);
    expect(await names('o_n')).toEqual([]);
    expect(await names('\\')).toEqual([]);
    expect(await names('')).toHaveLength(4);
  });

  it('refuse a cursor they never gave out', async () => {
    const page = store().endedStreams('conference', { cursor: 'nonsense', limit: 2 });
    await expect(page).rejects.toBeInstanceOf(BadCursorError);
  });
}
