import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { CallControlId } from '@/lib/domain/ids';
import { createStillClock } from '@/server/testing/open-test-door';
import { changed } from '@/server/testing/test-clock';
import { openStore } from '@/server/store/open-store';
import type { Draft, Work } from './batch';
import { folds } from './folds';
import { type Announcement, type Log, openLog } from './log';
import type { LoggedEvent, Store } from './ports';

const room = 'conference:board';
const staff = 'conference:staff';
const ada = 'v3:ada' as CallControlId;
const start = 1_789_000_000_000_000;
const minute = 60_000_000;

type Stream = typeof room | typeof staff;

const draft = (id: string, event: Draft['event'], at = 0): Draft => ({
  event,
  source: 'carrier',
  id,
  occurredAt: start + at,
});
const joinedBy = (leg: string) =>
  draft(`${leg} joins`, {
    type: 'participant.joined',
    data: { callControlId: leg, callLegId: null, connectionId: null, party: null },
  });
const floor = (n: number) =>
  draft(`floor ${n}`, { type: 'floor.changed', data: { callControlId: ada } }, n);
const end = draft('end', { type: 'conference.ended', data: { reason: 'all_left' } }, 9999);

/** The work of appending, which answers the numbers that it was given. */
const appending = (name: Stream, ...drafts: Draft[]): Work<number[]> => ({
  streams: [name],
  run: (batch) => batch.append(name, drafts).map(({ seq }) => seq),
});
const failing: Work<never> = {
  streams: [room],
  run: () => {
    throw new Error('A mistake in the work');
  },
};
const floors = (from: number, count: number) =>
  Array.from({ length: count }, (_, i) => floor(from + i));

interface Opened {
  readonly log: Log;
  readonly store: Store;
  readonly clock: ReturnType<typeof createStillClock>;
  /** How often the store has begun a transaction. */
  readonly commits: () => number;
  readonly heard: readonly Announcement[];
  readonly failures: readonly unknown[];
  /** Closes it and opens it again over the same folder. */
  reopen(wrap?: (store: Store) => Store): Promise<Opened>;
}

async function open(
  wrap: (store: Store) => Store = (store) => store,
  dataDir = newFolder(),
  clock = createStillClock(start),
): Promise<Opened> {
  const opened = await openStore({ dataDir, databaseUrl: null, now: clock.now });
  let commits = 0;
  const counted = changed(opened, {
    transact: (work) => {
      commits += 1;
      return opened.transact(work);
    },
  });
  const store = wrap(counted);
  const failures: unknown[] = [];
  const log = await openLog(store, clock.now, (error) => failures.push(error));
  const heard: Announcement[] = [];
  log.follow((announcement) => heard.push(announcement));
  const close = async () => {
    await log.close();
    await opened.close();
  };
  onTestFinished(close);
  return {
    log,
    store,
    clock,
    commits: () => commits,
    heard,
    failures,
    reopen: async (next) => {
      await close();
      return open(next, dataDir, clock);
    },
  };
}

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'rostrum-log-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

const seqsOf = (events: readonly LoggedEvent[]) => events.map(({ seq }) => seq);
const oneTo = (n: number) => Array.from({ length: n }, (_, i) => i + 1);
const message = (reason: unknown) => (reason instanceof Error ? reason.message : reason);

describe('work that comes together', () => {
  it('shares commits', async () => {
    const { log, commits } = await open();
    await Promise.all(oneTo(100).map((n) => log.submit(appending(room, floor(n)))));
    expect(commits()).toBe(1);
    await Promise.all(oneTo(600).map((n) => log.submit(appending(room, floor(100 + n)))));
    expect(commits()).toBe(1 + 3);
  });

  it('comes together though every commit keeps the whole process waiting', async () => {
    const holdingUp = (store: Store): Store =>
      changed(store, {
        transact: (work) => {
          const until = performance.now() + 8;
          while (performance.now() < until);
          return store.transact(work);
        },
      });
    const { log, commits } = await open(holdingUp);
    const stored: Promise<unknown>[] = [];
    for (const n of oneTo(20)) {
      stored.push(log.submit(appending(room, floor(n))));
      await new Promise((resolve) => setImmediate(resolve));
    }
    await Promise.all(stored);
    expect(commits()).toBeLessThan(10);
  });

  it('waits in a crowd for what is on its way, and no longer', async () => {
    const takingTime = (store: Store): Store =>
      changed(store, {
        transact: async (work) => {
          const result = await store.transact(work);
          vi.advanceTimersByTime(2);
          return result;
        },
      });
    const { log, commits } = await open(takingTime);
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
    onTestFinished(() => {
      vi.useRealTimers();
    });
    await Promise.all(oneTo(30).map((n) => log.submit(appending(room, floor(n)))));
    const arrive = log.expect();
    const first = log.submit(appending(room, floor(31)));
    for (let turn = 0; turn < 5; turn += 1) {
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(commits()).toBe(1);
    arrive();
    await Promise.all([first, log.submit(appending(room, floor(32)))]);
    expect(commits()).toBe(2);
  });

  it('is numbered in its order, without holes, each stream by itself', async () => {
    const { log, store } = await open();
    const numbers = await Promise.all(
      oneTo(300).map((n) => log.submit(appending(n % 3 === 0 ? staff : room, floor(n)))),
    );
    expect(numbers.filter((_, i) => (i + 1) % 3 !== 0).flat()).toEqual(oneTo(200));
    expect(numbers.filter((_, i) => (i + 1) % 3 === 0).flat()).toEqual(oneTo(100));
    const events = await store.readEvents(room, { limit: 999 });
    expect(seqsOf(events)).toEqual(oneTo(200));
    const inOrder = oneTo(300).filter((n) => n % 3 !== 0);
    expect(events.map(({ id }) => id)).toEqual(inOrder.map((n) => `floor ${n}`));
  });

  it('sees what earlier work of the same commit has appended', async () => {
    const { log, commits } = await open();
    const count = (): Work<number> => ({ streams: [room], run: (batch) => batch.seqOf(room) });
    const [, between, , after] = await Promise.all([
      log.submit(appending(room, floor(1), floor(2))),
      log.submit(count()),
      log.submit(appending(room, floor(3))),
      log.submit(count()),
    ]);
    expect([between, after, commits()]).toEqual([2, 3, 1]);
  });

  it('is durable when it is answered, and not announced before', async () => {
    let isCommitted = false;
    const { log } = await open((store) =>
      changed(store, {
        transact: async (work) => {
          const result = await store.transact(work);
          isCommitted = true;
          return result;
        },
      }),
    );
    const whenHeard: boolean[] = [];
    log.follow(() => whenHeard.push(isCommitted));
    await log.submit(appending(room, floor(1)));
    expect([isCommitted, ...whenHeard]).toEqual([true, true]);
  });
});

describe('work that fails', () => {
  it('fails alone: the others of its commit are done, once and in order', async () => {
    const { log, store, heard } = await open();
    const works = [appending(room, floor(1)), failing, appending(room, floor(2)), failing];
    const outcomes = await Promise.allSettled(works.map((work) => log.submit<unknown>(work)));
    expect(
      outcomes.map((outcome) =>
        outcome.status === 'fulfilled' ? outcome.value : message(outcome.reason),
      ),
    ).toEqual([[1], 'A mistake in the work', [2], 'A mistake in the work']);
    expect(seqsOf(await store.readEvents(room, { limit: 9 }))).toEqual([1, 2]);
    expect(heard.flatMap(({ events }) => seqsOf(events))).toEqual([1, 2]);
  });

  it('that appends to a stream it did not name is refused', async () => {
    const { log } = await open();
    const wrong = { ...appending(room, floor(1)), streams: [staff] } as const;
    await expect(log.submit(wrong)).rejects.toThrow('did not name conference:board');
  });

  it('leaves the state as it was, and the next number to the next', async () => {
    const { log } = await open();
    await log.submit(appending(room, joinedBy('ada')));
    const before = log.peek(room);
    const halfDone: Work<never> = {
      streams: [room],
      run: (batch) => {
        batch.append(room, [floor(1), end]);
        throw new Error('Half done');
      },
    };
    await expect(log.submit(halfDone)).rejects.toThrow('Half done');
    expect(log.peek(room)).toEqual(before);
    expect(await log.submit(appending(room, floor(2)))).toEqual([2]);
  });

  it('fails with the store, and the next is done when the store works again', async () => {
    let isBroken = true;
    const { log } = await open((store) =>
      changed(store, {
        transact: (work) =>
          isBroken ? Promise.reject(new Error('The disk is full')) : store.transact(work),
      }),
    );
    const lost = await Promise.allSettled(
      oneTo(3).map((n) => log.submit(appending(room, floor(n)))),
    );
    expect(lost.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
    expect(log.peek(room)).toBeUndefined();
    isBroken = false;
    expect(await log.submit(appending(room, floor(4)))).toEqual([1]);
  });
});

describe('whoever follows', () => {
  it('hears of each commit once, with the states before and after', async () => {
    const { log, heard } = await open();
    await log.submit(appending(room, joinedBy('ada')));
    const before = log.peek(room)?.state;
    await log.submit(appending(room, floor(1), floor(2)));
    expect(heard.map(({ name, seq, events }) => [name, seq, seqsOf(events)])).toEqual([
      [room, 1, [1]],
      [room, 3, [2, 3]],
    ]);
    expect(heard[0]?.before).toBeNull();
    expect(heard[1]?.before).toBe(before);
    expect(heard[1]?.state).toBe(log.peek(room)?.state);
  });

  it('hears nothing more once it has stopped', async () => {
    const { log } = await open();
    const heard: number[] = [];
    const stop = log.follow(({ seq }) => heard.push(seq));
    await log.submit(appending(room, floor(1)));
    stop();
    await log.submit(appending(room, floor(2)));
    expect(heard).toEqual([1]);
  });

  it('and stumbles harms neither the work nor the others who follow', async () => {
    const { log, store, heard, failures } = await open();
    const clumsy = new Error('Clumsy');
    const heardLater: number[] = [];
    log.follow(() => {
      throw clumsy;
    });
    log.follow(({ seq }) => heardLater.push(seq));
    const works = [appending(room, floor(1)), appending(staff, floor(2))];
    expect(await Promise.all(works.map((work) => log.submit(work)))).toEqual([[1], [1]]);
    expect(await log.submit(appending(room, floor(3)))).toEqual([2]);
    expect(seqsOf(await store.readEvents(room, { limit: 9 }))).toEqual([1, 2]);
    expect(heard.map(({ name, seq }) => [name, seq])).toEqual([
      [room, 1],
      [staff, 1],
      [room, 2],
    ]);
    expect(heardLater).toEqual([1, 1, 2]);
    expect(failures).toEqual([clumsy, clumsy, clumsy]);
  });

  it('hears of jobs when some were added', async () => {
    const { log } = await open();
    let rung = 0;
    log.onJobs(() => (rung += 1));
    await log.submit(appending(room, floor(1)));
    expect(rung).toBe(0);
    const job = { kind: 'k', key: 'a', body: null, priority: 1, dueAt: 0 };
    await log.submit({
      streams: [],
      run: (batch) => {
        batch.addJob(job);
      },
    });
    expect(rung).toBe(1);
  });
});

describe('a restart', () => {
  it('finds the same states from a snapshot and the events since', async () => {
    const first = await open();
    await first.log.submit(appending(room, joinedBy('ada'), joinedBy('bob')));
    await first.log.submit(appending(room, ...floors(1, 260)));
    await first.log.submit(appending(room, ...floors(300, 40)));
    const before = first.log.peek(room);
    expect((await first.store.readStream(room))?.snapshot?.seq).toBe(262);
    const second = await first.reopen((store) =>
      changed(store, {
        readEvents: async (name, range) => {
          const events = await store.readEvents(name, range);
          read.push(...seqsOf(events));
          return events;
        },
      }),
    );
    expect(second.log.peek(room)).toEqual(before);
    expect(read).toEqual(oneTo(40).map((n) => 262 + n));
    expect(await second.log.submit(appending(room, floor(999)))).toEqual([303]);
  });
  const read: number[] = [];

  it('folds anew what was kept in an older shape', async () => {
    const first = await open();
    await first.log.submit(appending(room, joinedBy('ada'), ...floors(1, 260)));
    const { state: before } = first.log.peek(room)!;
    await spoilSnapshot(first, folds.conference.version - 1);
    const second = await first.reopen();
    expect(second.log.peek(room)?.state).toEqual(before);
    // The snapshot of the present shape is what a restart believes.
    await spoilSnapshot(second, folds.conference.version);
    const third = await second.reopen();
    expect(third.log.peek(room)?.state).toBe('spoilt');
  });

  const spoilSnapshot = async ({ store }: Opened, version: number) => {
    const record = (await store.readStream(room))!;
    const snapshot = { seq: record.seq, version, state: 'spoilt' };
    await store.transact((tx) => tx.saveStreams([{ ...record, snapshot }]));
  };

  it('forgets no stream that is live, and makes up none that was only asked about', async () => {
    const first = await open();
    await first.log.submit(appending(room, floor(1)));
    await first.log.submit({ streams: [staff], run: (batch) => batch.seqOf(staff) });
    expect(first.log.liveNames()).toEqual([room]);
    const second = await first.reopen();
    expect(second.log.liveNames()).toEqual([room]);
    expect(await second.log.read(staff)).toBeNull();
  });
});

describe('a stream that has ended', () => {
  it('leaves memory a minute later and is read again from the store', async () => {
    const { log, clock, heard } = await open();
    await log.submit(appending(room, joinedBy('ada'), floor(1)));
    await log.submit(appending(room, end));
    expect(log.liveNames()).toEqual([]);
    const ended = log.peek(room);
    expect(ended?.seq).toBe(3);
    clock.advance(minute - 1);
    await log.submit(appending(staff, floor(1)));
    expect(log.peek(room)).toEqual(ended);
    clock.advance(1);
    await log.submit(appending(staff, floor(2)));
    expect(log.peek(room)).toBeUndefined();
    expect(await log.read(room)).toEqual({ seq: 3, state: ended?.state });
    expect(heard.at(-1)?.name).toBe(staff);
  });

  it('takes a straggler in, whether it is in memory or not', async () => {
    const { log, clock, heard } = await open();
    await log.submit(appending(room, joinedBy('ada'), end));
    clock.advance(minute);
    await log.submit(appending(staff, floor(1)));
    expect(log.peek(room)).toBeUndefined();
    expect(await log.submit(appending(room, joinedBy('bob')))).toEqual([3]);
    expect(heard.at(-1)).toMatchObject({ name: room, seq: 3, isLive: false, before: null });
    expect(seqsOf(heard.at(-1)!.events)).toEqual([3]);
    const { state } = (await log.read(room))!;
    expect(state.ended?.id).toBe('end');
    expect(state.participants.flat()).toHaveLength(2);
  });

  it('is not in memory after a restart', async () => {
    const first = await open();
    await first.log.submit(appending(room, ...floors(1, 60), end));
    const second = await first.reopen();
    expect(second.log.peek(room)).toBeUndefined();
    expect((await second.log.read(room))?.seq).toBe(61);
  });
});

describe('closing', () => {
  it('waits for what was asked and takes nothing more', async () => {
    const { log, store } = await open();
    const works = oneTo(3).map((n) => log.submit(appending(room, floor(n))));
    await log.close();
    expect((await Promise.all(works)).flat()).toEqual([1, 2, 3]);
    expect((await store.readStream(room))?.seq).toBe(3);
    await expect(log.submit(appending(room, floor(4)))).rejects.toThrow('closed');
  });
});
