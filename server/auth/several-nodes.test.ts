import { getMigrations } from 'better-auth/db/migration';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { migrate } from '@/server/store/migrations/migrate';
import { openPostgresEngine } from '@/server/store/postgres-engine';
import {
  type NoPostgres,
  startPostgres,
  type TestPostgres,
} from '@/server/store/testing/start-postgres';
import { optionsOf } from './library/open-library';
import { createManagePeople } from './manage-people';
import { libraryParts, openSignIn, TestBrowser } from './testing/open-sign-in';

const postgres: TestPostgres | NoPostgres = await startPostgres();

describe.skipIf('reason' in postgres)('several nodes on PostgreSQL', () => {
  const server = postgres as TestPostgres;
  afterAll(() => server.stop());
  let databaseUrl: string;
  beforeAll(async () => {
    databaseUrl = await server.createDatabase();
  });

  test('nodes that start together make the tables once, as the library asks for them', async () => {
    const fresh = await server.createDatabase();
    const engines = [1, 2, 3].map(() => openPostgresEngine(fresh));
    await Promise.all(engines.map((engine) => migrate(engine)));
    const plan = await getMigrations(optionsOf(libraryParts(engines[0]!)));
    expect([plan.toBeCreated, plan.toBeAdded, plan.toBeAddedIndexes]).toEqual([[], [], []]);
    await Promise.all(engines.map((engine) => engine.close()));
  });

  test('a session of one node is known and ended on the other, which hears of it', async () => {
    const one = await openSignIn({ databaseUrl });
    const other = await openSignIn({ databaseUrl });
    const person = await one.add('viewer', 'nodes@example.com');
    const browser = new TestBrowser(one);
    await browser.signIn(person.email);
    const there = await other.sessions.current(browser.cookie);
    expect(there).toMatchObject({ userId: person.id, role: 'viewer' });
    expect((await other.sessions.open([there!.sessionId])).size).toBe(1);
    const heard: (string | null)[] = [];
    other.news.follow((userId) => heard.push(userId));
    await createManagePeople(one.people).setDisabled('admin', person.id, true);
    await vi.waitFor(() => {
      expect(heard).toContain(person.id);
    });
    expect(await other.sessions.current(browser.cookie)).toBeNull();
  });

  test('after a lost connection a node is told that anybody may have changed', async () => {
    const node = await openSignIn({ databaseUrl });
    const heard: (string | null)[] = [];
    node.news.follow((userId) => heard.push(userId));
    await server.disconnectAll(databaseUrl);
    await vi.waitFor(
      () => {
        expect(heard).toContain(null);
      },
      { timeout: 10_000 },
    );
  });

  test('nodes count tries together', async () => {
    const one = await openSignIn({ databaseUrl });
    const other = await openSignIn({ databaseUrl });
    const limit = { most: 10, withinMs: 60_000 };
    const tries = Array.from({ length: 40 }, (_, i) =>
      (i % 2 === 0 ? one : other).tries.take('together', limit),
    );
    const allowed = (await Promise.all(tries)).filter(({ isAllowed }) => isAllowed);
    expect(allowed).toHaveLength(10);
    await one.tries.forget('together');
    expect((await other.tries.take('together', limit)).isAllowed).toBe(true);
  });
});

test('tries are forgotten when their time is over', async () => {
  let time = 1_000_000;
  const { tries } = await openSignIn({ now: () => time });
  const limit = { most: 2, withinMs: 1000 };
  const take = async () => (await tries.take('key', limit)).isAllowed;
  expect([await take(), await take(), await take()]).toEqual([true, true, false]);
  time += 999;
  expect(await tries.take('key', limit)).toEqual({ isAllowed: false, retryAfterSeconds: 1 });
  time += 1;
  expect(await take()).toBe(true);
});
