import { afterAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import type { StreamName } from '@/lib/domain/ids';
import { openStore } from '@/server/store/open-store';
import { startPostgres, type TestPostgres } from '@/server/store/testing/start-postgres';
import { changed } from '@/server/testing/test-clock';
import type { Work } from './batch';
import { type Announcement, type Log, openLog } from './log';
import type { Store } from './ports';

const started = await startPostgres();

if ('reason' in started) {
  process.stdout.write(`Two logs on one PostgreSQL are not tested: ${started.reason}\n`);
  describe.skip('two logs on one PostgreSQL', () => {
    it('need a PostgreSQL', () => undefined);
  });
} else {
  registerTwoLogs(started);
}

const room = 'conference:board';
const now = 1_789_000_000_000_000;
const oneTo = (n: number) => Array.from({ length: n }, (_, i) => i + 1);

// PostgreSQL on a busy machine takes its time.
const eventually = (check: () => void) => vi.waitFor(check, { timeout: 20_000 });

/** A speaker takes the floor: whose id says which node told it. */
const floor = (id: string, name: `conference:${string}` = room): Work<number[]> => ({
  streams: [name],
  run: (batch) =>
    batch
      .append(name, [
        {
          event: { type: 'floor.changed', data: { callControlId: id } },
          source: 'carrier',
          id,
          occurredAt: now,
        },
      ])
      .map(({ seq }) => seq),
});
const end: Work<unknown> = {
  streams: [room],
  run: (batch) =>
    batch.append(room, [
      {
        event: { type: 'conference.ended', data: { reason: null } },
        source: 'carrier',
        id: 'end',
        occurredAt: now,
      },
    ]),
};

interface Node {
  readonly log: Log;
  readonly heard: readonly Announcement[];
  /** The numbers it was told of, in the order in which it was told. */
  seqs(name: StreamName): number[];
}

function registerTwoLogs(postgres: TestPostgres): void {
  afterAll(() => postgres.stop());

  async function openNode(
    databaseUrl: string,
    wrap: (store: Store) => Store = (store) => store,
  ): Promise<Node> {
    const store = await openStore({ dataDir: '', databaseUrl });
    const log = await openLog(
      wrap(store),
      () => now,
      (error) => {
        throw error;
      },
    );
    const heard: Announcement[] = [];
    log.follow((announcement) => heard.push(announcement));
    onTestFinished(async () => {
      await log.close();
      await store.close();
    });
    const seqs = (name: StreamName) =>
      heard.filter((a) => a.name === name).flatMap(({ events }) => events.map(({ seq }) => seq));
    return { log, heard, seqs };
  }
  async function openTwo(): Promise<[Node, Node]> {
    const url = await postgres.createDatabase();
    return [await openNode(url), await openNode(url)];
  }

  describe('two logs on one PostgreSQL', () => {
    it('hear of each other’s events, and fold the same', async () => {
      const [one, two] = await openTwo();
      for (const n of oneTo(5)) await one.log.submit(floor(`one ${n}`));
      await eventually(() => {
        expect(two.seqs(room)).toEqual(oneTo(5));
      });
      expect(two.log.peek(room)).toEqual(one.log.peek(room));
      await two.log.submit(floor('two'));
      await eventually(() => {
        expect(one.seqs(room)).toEqual(oneTo(6));
      });
      expect(one.log.peek(room)).toEqual(two.log.peek(room));
    });

    it('that both write to one stream number it together, and each hears all in order', async () => {
      const [one, two] = await openTwo();
      await one.log.submit(floor('first'));
      await eventually(() => {
        expect(two.seqs(room)).toEqual([1]);
      });
      const write = async ({ log }: Node, name: string) => {
        const numbers: number[] = [];
        for (const n of oneTo(40)) numbers.push(...(await log.submit(floor(`${name} ${n}`))));
        return numbers;
      };
      const [mine, theirs] = await Promise.all([write(one, 'one'), write(two, 'two')]);
      expect([...mine, ...theirs].sort((a, b) => a - b)).toEqual(oneTo(80).map((n) => n + 1));
      await eventually(() => {
        expect(one.seqs(room)).toEqual(oneTo(81));
        expect(two.seqs(room)).toEqual(oneTo(81));
      });
      expect(two.log.peek(room)).toEqual(one.log.peek(room));
    });

    it('give an event of the carrier’s to one of them', async () => {
      const [one, two] = await openTwo();
      const take = (node: Node): Promise<boolean> =>
        node.log.submit({ streams: [], eventId: 'e1', run: (batch) => batch.isNew('e1') });
      const taken = await Promise.all([one, two, one, two].map(take));
      expect(taken.filter(Boolean)).toHaveLength(1);
    });

    it('lock many streams of both without waiting for each other for ever', async () => {
      const [one, two] = await openTwo();
      const rooms = oneTo(6).map((n) => `conference:${n}` as const);
      const all = (order: readonly (typeof room | (typeof rooms)[number])[]): Work<void> => ({
        streams: order,
        run: (batch) => {
          for (const name of order) floor(`${Math.random()}`, name).run(batch);
        },
      });
      await Promise.all(
        oneTo(10).flatMap(() => [
          one.log.submit(all(rooms)),
          two.log.submit(all(rooms.toReversed())),
        ]),
      );
      await eventually(() => {
        for (const name of rooms) expect(one.seqs(name)).toEqual(oneTo(20));
      });
    });

    it('find by comparing what they were not told', async () => {
      const url = await postgres.createDatabase();
      const one = await openNode(url);
      await one.log.submit(floor('before'));
      const deaf = await openNode(url, (store) =>
        changed(store, { onMoved: () => () => undefined }),
      );
      expect(deaf.log.peek(room)?.seq).toBe(1);
      await one.log.submit(floor('after'));
      await one.log.submit(floor('elsewhere', 'conference:new'));
      expect(deaf.heard).toEqual([]);
      await deaf.log.catchUp();
      expect(deaf.seqs(room)).toEqual([2]);
      expect(deaf.seqs('conference:new')).toEqual([1]);
      expect(deaf.log.peek(room)).toEqual(one.log.peek(room));
      await deaf.log.catchUp();
      expect(deaf.heard).toHaveLength(2);
      await one.log.submit(end);
      await deaf.log.catchUp();
      expect(deaf.log.liveNames()).toEqual(['conference:new']);
    });

    it('write on from what the other wrote unheard, and tell that first', async () => {
      const url = await postgres.createDatabase();
      const one = await openNode(url);
      await one.log.submit(floor('before'));
      const deaf = await openNode(url, (store) =>
        changed(store, { onMoved: () => () => undefined }),
      );
      await one.log.submit(floor('unheard'));
      expect(await deaf.log.submit(floor('own'))).toEqual([3]);
      expect(deaf.seqs(room)).toEqual([2, 3]);
      expect(deaf.log.peek(room)?.seq).toBe(3);
    });
  });
}
