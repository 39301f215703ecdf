import { describe, expect, it } from 'vitest';
import type { StreamName } from '@/lib/domain/ids';
import type { Store } from '@/server/log/ports';
import { ada, append, deliveryOf, eventNumber, streamAt, town } from './records';

/** Streams, their events and snapshots, and transactions. */
export function registerLogContract(store: () => Store): void {
  describe('transactions', () => {
    registerTransactions(store);
  });
  describe('event ids', () => {
    registerEventIds(store);
  });
  describe('streams', () => {
    registerStreams(store);
  });
  describe('events', () => {
    registerEvents(store);
  });
}

function registerTransactions(store: () => Store): void {
  it('answer what the work answers', async () => {
    expect(await store().transact(() => Promise.resolve(42))).toBe(42);
  });

  it('leave nothing behind when the work throws, and throw the same', async () => {
    const mistake = new Error('no');
    const failing = store().transact(async (tx) => {
      await tx.claimEventIds([{ id: 'a', receivedAt: 1 }]);
      await append(tx, town, 0, 2);
      await tx.insertDeliveries([deliveryOf('a')]);
      throw mistake;
    });
    await expect(failing).rejects.toBe(mistake);
    expect(await store().readStream(town)).toBeNull();
    expect((await store().listDeliveries({ limit: 5 })).items).toEqual([]);
    const claimed = await store().transact((tx) => tx.claimEventIds([{ id: 'a', receivedAt: 1 }]));
    expect([...claimed]).toEqual(['a']);
  });

  it('run one at a time, in the order they came', async () => {
    const steps: string[] = [];
    const work = (name: string) =>
      store().transact(async (tx) => {
        steps.push(`${name} begins`);
        await tx.lockStreams([town]);
        steps.push(`${name} ends`);
      });
    await Promise.all([work('first'), work('second')]);
    expect(steps).toEqual(['first begins', 'first ends', 'second begins', 'second ends']);
  });

  it('go on after one that failed', async () => {
    const failed = store().transact(() => Promise.reject(new Error('no')));
    const next = store().transact((tx) => append(tx, town, 0, 1));
    await expect(failed).rejects.toThrow('no');
    await next;
    expect((await store().readStream(town))?.seq).toBe(1);
  });

  it('are refused once the store is closed', async () => {
    await store().close();
    const late = store().transact(() => Promise.resolve());
    await expect(late).rejects.toMatchObject({ name: 'StoreError', code: 'unavailable' });
  });

  it('would succeed, says the check', async () => {
    await expect(store().check()).resolves.toBeUndefined();
  });
}

function registerEventIds(store: () => Store): void {
  const claim = (...ids: string[]) =>
    store().transact((tx) => tx.claimEventIds(ids.map((id) => ({ id, receivedAt: 7 }))));

  it('are new once', async () => {
    expect([...(await claim('a', 'b'))].sort()).toEqual(['a', 'b']);
    expect([...(await claim('b', 'c'))]).toEqual(['c']);
    expect([...(await claim('a'))]).toEqual([]);
  });

  it('are new once even if named twice together', async () => {
    expect([...(await claim('a', 'a'))]).toEqual(['a']);
  });

  it('are taken by one of many that want them at once', async () => {
    const claims = await Promise.all(Array.from({ length: 8 }, () => claim('x', 'y')));
    expect(claims.flatMap((taken) => [...taken]).sort()).toEqual(['x', 'y']);
  });
}

function registerStreams(store: () => Store): void {
  it('are made by locking them, in the order given', async () => {
    await store().transact((tx) => append(tx, ada, 0, 3));
    const locked = await store().transact((tx) => tx.lockStreams([town, ada, 'queue:sales']));
    expect(locked).toEqual([streamAt(town, 0), streamAt(ada, 3), streamAt('queue:sales', 0)]);
  });

  it('that nobody has named are not there', async () => {
    expect(await store().readStream(town)).toBeNull();
    expect(await store().streamSeqs([town])).toEqual(new Map());
    expect(await store().readEvents(town, { limit: 5 })).toEqual([]);
  });

  it('keep number, liveness, summary and snapshot', async () => {
    const saved = streamAt(town, 7, {
      isLive: false,
      snapshot: { seq: 6, version: 2, state: { people: [{ name: 'Ada ☎ 阿达' }] } },
      summary: { title: 'Town hall', startedAt: 1, endedAt: 2, row: { people: 3 } },
    });
    await store().transact((tx) => tx.saveStreams([saved]));
    expect(await store().readStream(town)).toEqual(saved);
    expect(await store().transact((tx) => tx.lockStreams([town]))).toEqual([saved]);
  });

  it('keep the old snapshot when there is no new one, and replace it when there is', async () => {
    const first = { seq: 1, version: 1, state: { n: 1 } };
    const second = { seq: 3, version: 2, state: { n: 3 } };
    await store().transact((tx) => tx.saveStreams([streamAt(town, 1, { snapshot: first })]));
    await store().transact((tx) => tx.saveStreams([streamAt(town, 2)]));
    expect(await store().readStream(town)).toEqual(streamAt(town, 2, { snapshot: first }));
    await store().transact((tx) => tx.saveStreams([streamAt(town, 3, { snapshot: second })]));
    expect(await store().readStream(town)).toEqual(streamAt(town, 3, { snapshot: second }));
  });

  it('keep a snapshot of a large conference whole', async () => {
    const state = { people: Array.from({ length: 5000 }, (_, i) => `person ${i} “ö\\u0000”`) };
    const saved = streamAt(town, 1, { snapshot: { seq: 1, version: 1, state } });
    await store().transact((tx) => tx.saveStreams([saved]));
    expect((await store().readStream(town))?.snapshot?.state).toEqual(state);
  });

  it('that are live are listed by kind', async () => {
    await store().transact((tx) =>
      tx.saveStreams([
        streamAt(town, 4),
        streamAt('conference:over', 9, { isLive: false }),
        streamAt(ada, 2),
      ]),
    );
    expect(await store().liveStreams('conference')).toEqual([streamAt(town, 4)]);
    expect(await store().liveStreams('call')).toEqual([streamAt(ada, 2)]);
    expect(await store().liveStreams('queue')).toEqual([]);
  });

  it('tell their numbers, a thousand at once', async () => {
    const names = Array.from({ length: 1000 }, (_, i): StreamName => `call:${i}`);
    await store().transact((tx) => tx.saveStreams(names.map((name, i) => streamAt(name, i))));
    const seqs = await store().streamSeqs([...names, town]);
    expect(seqs.size).toBe(1000);
    expect(seqs.get('call:999')).toBe(999);
  });

  it('may have any name the carrier thinks of', async () => {
    const names: StreamName[] = [
      'queue:Ünïcødé 順番 🎷',
      `queue:"'; drop table event; --`,
      'queue:%_:',
    ];
    await store().transact((tx) => tx.saveStreams(names.map((name) => streamAt(name, 1))));
    expect([...(await store().streamSeqs(names)).keys()]).toEqual(names);
  });
}

function registerEvents(store: () => Store): void {
  it('come back as they were written', async () => {
    const events = [
      eventNumber(1, { data: { text: '\u0000 \ud83d 🎷 "\\', nested: [{ n: 1.5, none: null }] } }),
      eventNumber(2, {
        type: 'command.sent',
        source: 'command',
        actor: { userId: 'grace', name: 'Grace Ö.' },
        commandId: 'c1' as never,
        occurredAt: null,
        version: 3,
      }),
    ];
    await store().transact(async (tx) => {
      await tx.lockStreams([town]);
      await tx.insertEvents(events.map((event) => ({ stream: town, event })));
    });
    expect(await store().readEvents(town, { limit: 10 })).toEqual(events);
    expect(await store().transact((tx) => tx.eventsAfter(town, 0))).toEqual(events);
  });

  it('have each number of a stream once', async () => {
    await store().transact((tx) => append(tx, town, 0, 3));
    const again = store().transact((tx) =>
      tx.insertEvents([{ stream: town, event: eventNumber(3, { id: 'other' }) }]),
    );
    await expect(again).rejects.toThrow();
    expect((await store().readEvents(town, { limit: 10 })).map(({ id }) => id)).toEqual([
      'event-1',
      'event-2',
      'event-3',
    ]);
  });

  it('may have the numbers that another stream has', async () => {
    await store().transact(async (tx) => {
      await append(tx, town, 0, 2);
      await append(tx, ada, 0, 1);
    });
    expect(await store().readEvents(ada, { limit: 10 })).toEqual([eventNumber(1)]);
  });

  it('are read after, before, and so many', async () => {
    await store().transact((tx) => append(tx, town, 0, 9));
    const seqs = async (range: Parameters<Store['readEvents']>[1]) =>
      (await store().readEvents(town, range)).map(({ seq }) => seq);
    expect(await seqs({ limit: 3 })).toEqual([1, 2, 3]);
    expect(await seqs({ after: 6, limit: 2 })).toEqual([7, 8]);
    expect(await seqs({ before: 6, limit: 2 })).toEqual([4, 5]);
    expect(await seqs({ after: 2, before: 5, limit: 9 })).toEqual([3, 4]);
    expect(await seqs({ after: 9, limit: 9 })).toEqual([]);
    expect(await store().transact((tx) => tx.eventsAfter(town, 7))).toHaveLength(2);
  });

  it('are read by type', async () => {
    const types = ['floor.changed', 'participant.joined', 'floor.changed', 'participant.left'];
    await store().transact((tx) =>
      tx.insertEvents(
        types.map((type, i) => ({ stream: town, event: eventNumber(i + 1, { type }) })),
      ),
    );
    const seqs = async (wanted: string[]) =>
      (await store().readEvents(town, { limit: 9, types: wanted })).map(({ seq }) => seq);
    expect(await seqs(['floor.changed'])).toEqual([1, 3]);
    expect(await seqs(['floor.changed', 'participant.left'])).toEqual([1, 3, 4]);
    expect(await seqs([])).toEqual([1, 2, 3, 4]);
    const newest = await store().readEvents(town, {
      before: 4,
      limit: 1,
      types: ['floor.changed'],
    });
    expect(newest.map(({ seq }) => seq)).toEqual([3]);
  });

  it('come by the thousand in one transaction', async () => {
    await store().transact((tx) => append(tx, town, 0, 2500));
    const events = await store().readEvents(town, { limit: 5000 });
    expect(events.map(({ seq }) => seq)).toEqual(Array.from({ length: 2500 }, (_, i) => i + 1));
  });

  it('are seen by readers once they are committed', async () => {
    const seen = await store().transact(async (tx) => {
      await append(tx, town, 0, 1);
      return store().readStream(town);
    });
    expect(seen).toBeNull();
    expect((await store().readStream(town))?.seq).toBe(1);
  });
}
