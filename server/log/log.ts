import { type StreamName, streamOf } from '@/lib/domain/ids';
import type { Micros } from '@/lib/domain/stamp';
import { commitBatch, type Hot, type Moved, type Work } from './batch';
import { folds, type StateOf } from './folds';
import type { LoggedEvent, Store, StreamRecord } from './ports';
import { type Gathering, maxBatch, Tempo } from './tempo';

const cooling: Micros = 60_000_000;

/** What became of one stream in one commit. */
export type Announcement = Moved;

/** A stream as it stands: the number of its last event and its state. */
export interface StreamView<S> {
  readonly seq: number;
  readonly state: S;
}

/** The one way events are written and followed. */
export interface Log {
  /**
   * Says that work is on its way, so that in a crowd a commit may wait for it. Returns how to say that
   * it has come or never will: call that just before it is submitted.
   */
  expect(): () => void;
  /** Does the work in the next commit and answers once it is durable; rejects if it could not be stored. */
  submit<T>(work: Work<T>): Promise<T>;
  /** The state of a live stream, without waiting; undefined when it is not in memory. */
  peek<N extends StreamName>(name: N): StreamView<StateOf<N>> | undefined;
  /** The state of any stream, from memory or the store; null when there has never been an event. */
  read<N extends StreamName>(name: N): Promise<StreamView<StateOf<N>> | null>;
  /** The names of all live streams in memory. */
  liveNames(): StreamName[];
  /** Hears of every commit, here or on another node, in the order of its numbers. Returns how to stop. */
  follow(listener: (announcement: Announcement) => void): () => void;
  /** Hears when jobs were added. Returns how to stop. */
  onJobs(listener: () => void): () => void;
  /** Brings what other nodes wrote into memory; with one process there is nothing to bring. */
  catchUp(): Promise<void>;
  /** Waits for what is under way, then takes nothing more. */
  close(): Promise<void>;
}

interface Waiting {
  readonly work: Work<unknown>;
  readonly resolve: (value: unknown) => void;
  readonly reject: (reason: unknown) => void;
}

/**
 * Opens the log over a store, with every live stream in memory. `onFollowerFailure` hears of whoever
 * follows and throws: what is committed stays committed.
 */
export async function openLog(
  store: Store,
  now: () => Micros,
  onFollowerFailure: (error: unknown) => void,
): Promise<Log> {
  const log = new GroupCommitLog(store, now, onFollowerFailure);
  await log.load();
  return log;
}

class GroupCommitLog implements Log {
  private readonly store: Store;
  private readonly now: () => Micros;
  private readonly hot = new Map<StreamName, Hot>();
  private readonly listeners = new Set<(announcement: Announcement) => void>();
  private readonly jobListeners = new Set<() => void>();
  /** Ended streams and when they last moved: stragglers come soon after, so they stay a minute. */
  private readonly ended = new Map<StreamName, Micros>();
  private waiting: Waiting[] = [];
  private flushing: Promise<void> | null = null;
  private gathering: Gathering = { untilMs: 0, enough: maxBatch, isAllEnough: false };
  private wake: () => void = () => undefined;
  private readonly tempo = new Tempo();
  /** How much work is on its way. */
  private expected = 0;
  private isClosed = false;
  private readonly stopMoved: () => void;
  private readonly onFollowerFailure: (error: unknown) => void;

  constructor(store: Store, now: () => Micros, onFollowerFailure: (error: unknown) => void) {
    this.store = store;
    this.now = now;
    this.onFollowerFailure = onFollowerFailure;
    this.stopMoved = store.onMoved((moved) => {
      void this.exclusively(() => this.take(moved.map(({ name }) => name))).catch(() => undefined);
    });
  }

  load(): Promise<void> {
    return this.exclusively(async () => {
      for (const kind of ['conference', 'queue', 'call', 'supervision'] as const) {
        for (const record of await this.store.liveStreams(kind)) {
          // Work may name a stream and append nothing to it: that makes none.
          if (record.seq > 0) this.hot.set(record.name, await this.fromStore(record));
        }
      }
    });
  }

  expect(): () => void {
    this.expected += 1;
    return () => {
      this.expected -= 1;
    };
  }

  submit<T>(work: Work<T>): Promise<T> {
    if (this.isClosed) return Promise.reject(new Error('The log is closed'));
    return new Promise<T>((resolve, reject) => {
      this.waiting.push({ work, resolve: resolve as (value: unknown) => void, reject });
      this.tempo.arrived(performance.now());
      if (this.isEnough()) this.wake();
      this.schedule();
    });
  }

  peek<N extends StreamName>(name: N): StreamView<StateOf<N>> | undefined {
    const hot = this.hot.get(name);
    return hot === undefined ? undefined : { seq: hot.seq, state: hot.state as StateOf<N> };
  }

  async read<N extends StreamName>(name: N): Promise<StreamView<StateOf<N>> | null> {
    const hot = this.peek(name);
    if (hot !== undefined) return hot;
    const record = await this.store.readStream(name);
    if (record === null || record.seq === 0) return null;
    const { seq, state } = await this.fromStore(record);
    return { seq, state: state as StateOf<N> };
  }

  liveNames(): StreamName[] {
    return [...this.hot].filter(([, { isLive }]) => isLive).map(([name]) => name);
  }

  follow(listener: (announcement: Announcement) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  onJobs(listener: () => void): () => void {
    this.jobListeners.add(listener);
    return () => this.jobListeners.delete(listener);
  }

  async catchUp(): Promise<void> {
    await this.exclusively(async () => {
      const known = await this.store.streamSeqs([...this.hot.keys()]);
      const behind = [...known].filter(([name, seq]) => (this.hot.get(name)?.seq ?? 0) < seq);
      // Calls are loaded when they are touched; conferences, queues and supervision are shown before that.
      const shown = await Promise.all(
        (['conference', 'queue', 'supervision'] as const).map((kind) =>
          this.store.liveStreams(kind),
        ),
      );
      const unknown = shown
        .flat()
        .map((record) => record.name)
        .filter((name) => !this.hot.has(name));
      await this.take([...behind.map(([name]) => name), ...unknown]);
    });
  }

  async close(): Promise<void> {
    this.isClosed = true;
    this.wake();
    this.stopMoved();
    while (this.flushing !== null || this.waiting.length > 0) {
      await (this.flushing ?? new Promise((resolve) => setImmediate(resolve)));
    }
  }

  // Self-clocking: what queues while one commit runs goes into the next (REPORT §4: timers were slower).
  private schedule(): void {
    if (this.flushing !== null || this.waiting.length === 0) return;
    this.flushing = this.gather()
      .then(() => this.flush())
      .finally(() => {
        this.flushing = null;
        this.schedule();
      });
  }

  private async gather(): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve));
    const waitMs = this.gathering.untilMs - performance.now();
    if (waitMs <= 0 || this.isEnough() || this.isClosed) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, waitMs);
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  private isEnough(): boolean {
    const { enough, isAllEnough } = this.gathering;
    return this.waiting.length >= enough || (isAllEnough && this.expected === 0);
  }

  private async exclusively(task: () => Promise<void>): Promise<void> {
    while (this.flushing !== null) await this.flushing;
    const run = task();
    this.flushing = run
      .catch(() => undefined)
      .finally(() => {
        this.flushing = null;
        this.schedule();
      });
    await run;
  }

  private async flush(): Promise<void> {
    const batch = this.waiting.splice(0, maxBatch);
    const beganMs = performance.now();
    await this.commitOrRetry(batch);
    const endedMs = performance.now();
    const areWaiting = this.waiting.length > 0;
    this.gathering = this.tempo.after({ beganMs, endedMs, held: batch.length, areWaiting });
  }

  private async commitOrRetry(batch: readonly Waiting[]): Promise<void> {
    try {
      await this.commit(batch);
    } catch (error) {
      const [only] = batch;
      if (batch.length === 1 && only !== undefined) {
        only.reject(error);
        return;
      }
      // One bad piece of work harms itself only: each is tried again alone.
      for (const single of batch)
        await this.commit([single]).catch((e: unknown) => {
          single.reject(e);
        });
    }
  }

  private async commit(batch: readonly Waiting[]): Promise<void> {
    const { results, moved, hasJobs } = await this.store.transact((tx) =>
      commitBatch(
        tx,
        { hot: this.hot, now: this.now },
        batch.map(({ work }) => work),
      ),
    );
    for (const announcement of moved) this.install(announcement);
    this.forgetCooled();
    batch.forEach(({ resolve }, i) => {
      resolve(results[i]);
    });
    if (hasJobs) for (const listener of this.jobListeners) this.tell(listener);
  }

  private install(moved: Moved): void {
    const { name, seq, state, snapshotSeq, isLive } = moved;
    this.hot.set(name, { seq, state, snapshotSeq, isLive });
    this.ended.delete(name);
    if (!isLive) this.ended.set(name, this.now());
    for (const listener of this.listeners)
      this.tell(() => {
        listener(moved);
      });
  }

  private tell(follower: () => void): void {
    try {
      follower();
    } catch (error) {
      this.onFollowerFailure(error);
    }
  }

  private forgetCooled(): void {
    const before = this.now() - cooling;
    for (const [name, at] of this.ended) {
      if (at > before) return;
      this.ended.delete(name);
      this.hot.delete(name);
    }
  }

  private async take(names: readonly StreamName[]): Promise<void> {
    for (const name of names) {
      const record = await this.store.readStream(name);
      const before = this.hot.get(name);
      if (record === null || record.seq <= (before?.seq ?? 0)) continue;
      if (before === undefined && !record.isLive) continue;
      const events = await this.eventsAfter(name, before?.seq ?? 0, record);
      const after = await this.fromStore(record, before);
      this.install({ name, events, ...after, before: before?.state ?? null });
    }
  }

  private async eventsAfter(
    name: StreamName,
    seq: number,
    record: StreamRecord,
  ): Promise<readonly LoggedEvent[]> {
    return record.seq > seq
      ? this.store.readEvents(name, { after: seq, limit: record.seq - seq })
      : [];
  }

  private async fromStore(record: StreamRecord, known?: Hot): Promise<Hot> {
    const parts = streamOf(record.name);
    if (parts === null) throw new Error(`No stream is called ${record.name}`);
    const fold = folds[parts.kind];
    const snapshot = record.snapshot?.version === fold.version ? record.snapshot : null;
    let seq = known?.seq ?? snapshot?.seq ?? 0;
    let state = known?.state ?? snapshot?.state ?? fold.initial(parts.key);
    for (const event of await this.eventsAfter(record.name, seq, record)) {
      state = fold.evolve(state, event);
      seq = event.seq;
    }
    return { seq, state, snapshotSeq: snapshot?.seq ?? 0, isLive: fold.isLive(state) };
  }
}
