import type { CommandId, StreamKind, StreamName } from '@/lib/domain/ids';
import type { Micros } from '@/lib/domain/stamp';
import type { Store, StoreTransaction, StreamRecord } from '@/server/log/ports';
import { inTransaction } from './in-transaction';
import { createJobTable, type JobTable } from './job-table';
import { KnownRows } from './known-rows';
import type { MovedChannel, MovedListener } from './moved-channel';
import { deliveryPage, endedPage } from './pages';
import { deleteOlderThan } from './retention';
import { commandOf, streamRowOf } from './rows';
import { type SqlEngine, storable } from './sql-engine';
import { SqlTransaction } from './sql-transaction';
import { StoreError, storeErrorOf } from './store-error';
import { selectEvents, selectStreams, streamColumns, withSnapshots } from './stream-table';

/** What a store is made of. */
export interface SqlStoreParts {
  readonly engine: SqlEngine;
  readonly channel: MovedChannel;
  /** This process among those that share the database. */
  readonly node: string;
  readonly now: () => Micros;
  /** Gives back what was taken for as long as the store is open. */
  readonly release: () => void;
}

/** The port over either engine. Database errors leave it as `StoreError`. */
export class SqlStore implements Store {
  readonly #engine: SqlEngine;
  readonly #channel: MovedChannel;
  readonly #parts: SqlStoreParts;
  readonly #jobs: JobTable;
  /** The transaction under way, or done. */
  #last: Promise<unknown> = Promise.resolve();
  #isClosed = false;
  readonly #known: KnownRows | null;

  constructor(parts: SqlStoreParts) {
    this.#engine = parts.engine;
    this.#channel = parts.channel;
    this.#parts = parts;
    this.#known = parts.engine.locksRows ? null : new KnownRows();
    this.#jobs = createJobTable(parts.engine, parts.node);
  }

  transact<T>(work: (tx: StoreTransaction) => Promise<T>): Promise<T> {
    const turn = this.#last.then(() => this.#guarded(() => this.#inTransaction(work)));
    this.#last = turn.catch(() => undefined);
    return turn;
  }

  async #inTransaction<T>(work: (tx: StoreTransaction) => Promise<T>): Promise<T> {
    const { result, rows } = await inTransaction(this.#engine, async (connection) => {
      const transaction = new SqlTransaction(connection, { ...this.#parts, known: this.#known });
      return { result: await work(transaction), rows: transaction.rows };
    });
    this.#known?.keep(rows);
    return result;
  }

  readStream(name: StreamName): Promise<StreamRecord | null> {
    return this.#guarded(async () => {
      const { reader } = this.#engine;
      const rows = await selectStreams(reader, this.#engine, [name]);
      return (await withSnapshots(reader, rows))[0] ?? null;
    });
  }

  readEvents(name: StreamName, range: Parameters<Store['readEvents']>[1]) {
    return this.#guarded(() => selectEvents(this.#engine.reader, name, range));
  }

  liveStreams(kind: StreamKind): Promise<readonly StreamRecord[]> {
    return this.#guarded(async () => {
      const rows = await this.#engine.reader
        .selectFrom('stream')
        .select(streamColumns)
        .where('kind', '=', kind)
        .where('is_live', '=', 1)
        .orderBy('id')
        .execute();
      return withSnapshots(this.#engine.reader, rows.map(streamRowOf));
    });
  }

  streamSeqs(names: readonly StreamName[]): Promise<ReadonlyMap<StreamName, number>> {
    return this.#guarded(async () => {
      const rows = await selectStreams(this.#engine.reader, this.#engine, names);
      return new Map(rows.map(({ record }) => [record.name, record.seq]));
    });
  }

  endedStreams(kind: StreamKind, page: Parameters<Store['endedStreams']>[1]) {
    return this.#guarded(() => endedPage(this.#engine.reader, kind, page));
  }

  readCommand(commandId: CommandId) {
    return this.#guarded(async () => {
      const row = await this.#engine.reader
        .selectFrom('command')
        .selectAll()
        .where('command_id', '=', storable(commandId))
        .executeTakeFirst();
      return row === undefined ? null : commandOf(row);
    });
  }

  sentCommands() {
    return this.#guarded(async () => {
      const rows = await this.#engine.reader
        .selectFrom('command')
        .selectAll()
        .where('state', '=', 'sent')
        .orderBy('created_at')
        .orderBy('command_id')
        .execute();
      return rows.map(commandOf);
    });
  }

  listDeliveries(page: Parameters<Store['listDeliveries']>[0]) {
    return this.#guarded(() => deliveryPage(this.#engine.reader, page));
  }

  leaseJob(kinds: readonly string[], now: Micros, leaseMs: number) {
    return this.#guarded(() => this.#jobs.lease(kinds, now, leaseMs));
  }

  finishJob(kind: string, key: string): Promise<void> {
    return this.#guarded(() => this.#jobs.finish(kind, key));
  }

  renewLease(kind: string, key: string, now: Micros, leaseMs: number): Promise<boolean> {
    return this.#guarded(() => this.#jobs.renew(kind, key, now, leaseMs));
  }

  postponeJob(kind: string, key: string, dueAt: Micros): Promise<void> {
    return this.#guarded(() => this.#jobs.postpone(kind, key, dueAt));
  }

  nextJobDueAt(kinds: readonly string[]): Promise<Micros | null> {
    return this.#guarded(() => this.#jobs.nextDueAt(kinds));
  }

  deleteOlderThan(before: Micros): Promise<number> {
    return this.#guarded(async () => {
      const deleted = await deleteOlderThan(this.#engine.writer, before);
      this.#known?.clear();
      return deleted;
    });
  }

  onMoved(listener: MovedListener): () => void {
    return this.#channel.onMoved(listener);
  }

  check(): Promise<void> {
    return this.#guarded(async () => {
      // Only a write shows that a write would succeed: a full disk still reads.
      const value = String(this.#parts.now());
      await this.#engine.writer
        .insertInto('setting')
        .values({ name: 'checked-at', value })
        .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
        .execute();
    });
  }

  async close(): Promise<void> {
    if (this.#isClosed) return;
    this.#isClosed = true;
    await this.#last;
    await this.#channel.close();
    await this.#engine.close();
    this.#parts.release();
  }

  async #guarded<T>(work: () => Promise<T>): Promise<T> {
    if (this.#isClosed) throw new StoreError('unavailable', 'The store is closed');
    try {
      return await work();
    } catch (error) {
      throw storeErrorOf(error);
    }
  }
}
