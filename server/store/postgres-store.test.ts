import { afterAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import type { StreamName } from '@/lib/domain/ids';
import type { Store } from '@/server/log/ports';
import { openDatabase, openStore } from './open-store';
import { registerStoreContract } from './store.contract';
import { append, commandOf, jobOf, streamAt, town } from './testing/records';
import { startPostgres, type TestPostgres } from './testing/start-postgres';

const started = await startPostgres();

if ('reason' in started) {
  process.stdout.write(`PostgreSQL is not tested: ${started.reason}\n`);
  describe.skip('a PostgreSQL store', () => {
    it('needs a PostgreSQL', () => undefined);
  });
} else {
  registerPostgres(started);
}

function registerPostgres(postgres: TestPostgres): void {
  // It writes down and removes a database for each test.
  afterAll(() => postgres.stop(), 120_000);

  registerStoreContract('a PostgreSQL store', async (now) => {
    const databaseUrl = await postgres.createDatabase();
    const database = await openDatabase({ dataDir: '', databaseUrl, now });
    return {
      database,
      close: async () => {
        // Each keeps a connection of its own, and the server has a hundred.
        await database.accountChannel.close();
        await database.store.close();
      },
    };
  });

  describe('two nodes on one PostgreSQL', () => {
    registerTwoNodes(postgres);
  });
}

function registerTwoNodes(postgres: TestPostgres): void {
  async function twoNodes(): Promise<{ one: Store; two: Store; databaseUrl: string }> {
    const databaseUrl = await postgres.createDatabase();
    // Both at once: they take turns at making the tables.
    const [one, two] = await Promise.all([
      openStore({ dataDir: '', databaseUrl }),
      openStore({ dataDir: '', databaseUrl }),
    ]);
    onTestFinished(async () => {
      await one.close();
      await two.close();
    });
    return { one, two, databaseUrl };
  }

  function heardBy(store: Store): { name: StreamName; seq: number }[] {
    const heard: { name: StreamName; seq: number }[] = [];
    store.onMoved((moved) => heard.push(...moved));
    return heard;
  }

  const move = (store: Store, name: StreamName, seq: number) =>
    store.transact(async (tx) => {
      await append(tx, name, seq - 1, 1);
      await tx.notifyMoved([{ name, seq }]);
    });

  it('hear what the other has moved, and not what they moved themselves', async () => {
    const { one, two } = await twoNodes();
    const [heardByOne, heardByTwo] = [heardBy(one), heardBy(two)];
    await move(one, town, 1);
    await move(two, town, 2);
    await vi.waitFor(() => {
      expect(heardByTwo).toEqual([{ name: town, seq: 1 }]);
      expect(heardByOne).toEqual([{ name: town, seq: 2 }]);
    });
  });

  it('hear nothing of what was rolled back', async () => {
    const { one, two } = await twoNodes();
    const heard = heardBy(two);
    const failing = one.transact(async (tx) => {
      await append(tx, town, 0, 1);
      await tx.notifyMoved([{ name: town, seq: 1 }]);
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    await move(one, 'call:after', 1);
    await vi.waitFor(() => {
      expect(heard).toEqual([{ name: 'call:after', seq: 1 }]);
    });
  });

  it('hear of thousands of streams in one commit, each in full', async () => {
    const { one, two } = await twoNodes();
    const heard = heardBy(two);
    const names = Array.from({ length: 3000 }, (_, i): StreamName => `call:${'x'.repeat(70)}${i}`);
    await one.transact(async (tx) => {
      await tx.saveStreams(names.map((name, i) => streamAt(name, i)));
      await tx.notifyMoved(names.map((name, seq) => ({ name, seq })));
    });
    await vi.waitFor(() => {
      expect(heard).toHaveLength(3000);
    });
    expect(heard).toContainEqual({ name: names[2999], seq: 2999 });
  });

  it('stop hearing when they say so', async () => {
    const { one, two } = await twoNodes();
    const stopped: unknown[] = [];
    const stop = two.onMoved((moved) => stopped.push(moved));
    const heard = heardBy(two);
    stop();
    await move(one, town, 1);
    await vi.waitFor(() => {
      expect(heard).toHaveLength(1);
    });
    expect(stopped).toEqual([]);
  });

  it('hear of all live streams once a lost connection is back, and work on', async () => {
    const { one, two, databaseUrl } = await twoNodes();
    await move(one, town, 1);
    const heard = heardBy(two);
    await postgres.disconnectAll(databaseUrl);
    await vi.waitFor(() => {
      expect(heard).toContainEqual({ name: town, seq: 1 });
    }, 10_000);
    await move(one, town, 2);
    await vi.waitFor(() => {
      expect(heard).toContainEqual({ name: town, seq: 2 });
    });
  });

  it('give each event id, command and job to one of them', async () => {
    const { one, two } = await twoNodes();
    const nodes = Array.from({ length: 20 }, (_, i) => (i % 2 === 0 ? one : two));
    const ids = Array.from({ length: 30 }, (_, i) => ({ id: `event ${i}`, receivedAt: 1 }));
    const claims = await Promise.all(
      nodes.map((node, i) =>
        // Each names them in another order.
        node.transact((tx) => tx.claimEventIds([...ids.slice(i), ...ids.slice(0, i)])),
      ),
    );
    expect(claims.flatMap((taken) => [...taken])).toHaveLength(30);

    const commands = await Promise.all(
      nodes.map((node) => node.transact((tx) => tx.claimCommand(commandOf('c1')))),
    );
    expect(commands.filter((before) => before === null)).toHaveLength(1);

    await one.transact((tx) => tx.addJobs(ids.map(({ id }) => jobOf(id))));
    const leased = await Promise.all(nodes.map((node) => node.leaseJob(['read-back'], 100, 1000)));
    expect(new Set(leased.map((job) => job?.key)).size).toBe(20);
  });

  it('number the events of one stream without holes between them', async () => {
    const { one, two } = await twoNodes();
    const names: StreamName[] = ['call:a', 'call:b', town];
    const appendNext = (node: Store) =>
      node.transact(async (tx) => {
        const locked = await tx.lockStreams(names);
        for (const { name, seq } of locked) await append(tx, name, seq, 1);
      });
    await Promise.all(Array.from({ length: 30 }, (_, i) => appendNext(i % 2 === 0 ? one : two)));
    for (const name of names) {
      const events = await one.readEvents(name, { limit: 100 });
      expect(events.map(({ seq }) => seq)).toEqual(Array.from({ length: 30 }, (_, i) => i + 1));
    }
  });

  it('let nobody finish a job whose lease ran out and went to the other', async () => {
    const { one, two } = await twoNodes();
    await one.transact((tx) => tx.addJobs([jobOf('a')]));
    await one.leaseJob(['read-back'], 100, 1);
    await two.leaseJob(['read-back'], 2000, 1);
    await one.finishJob('read-back', 'a');
    await one.postponeJob('read-back', 'a', 0);
    expect(await one.nextJobDueAt(['read-back'])).toBe(3000);
    await two.finishJob('read-back', 'a');
    expect(await one.nextJobDueAt(['read-back'])).toBeNull();
  });
}

describe('a PostgreSQL that cannot be reached', () => {
  it('is unavailable, and worth another try', async () => {
    const databaseUrl = 'postgres://nobody@127.0.0.1:1/nowhere';
    const opening = openStore({ dataDir: '', databaseUrl });
    await expect(opening).rejects.toMatchObject({
      name: 'StoreError',
      code: 'unavailable',
      retryable: true,
    });
  });
});
