import { sql } from 'kysely';
import type { StreamName } from '@/lib/domain/ids';
import type { MovedChannel, MovedId, MovedListener } from './moved-channel';
import { PostgresListener } from './postgres-listener';
import { streamRowOf } from './rows';
import type { Queries, SqlEngine } from './sql-engine';
import { streamColumns } from './stream-table';

const channelName = 'rostrum_moved';
// PostgreSQL refuses 8000 bytes (ARCHITECTURE §4: at most 7 kB).
const mostBytes = 7000;
const mostNames = 20_000;

/**
 * NOTIFY and LISTEN. A message is `node id:seq,id:seq`: row ids are shorter than hashes and never
 * collide; a node knows most of them already and reads the names of the others. What is said while the
 * connection is lost is gone, so after each reconnect all live streams are said to have moved.
 */
export class PostgresMovedChannel implements MovedChannel {
  readonly isHeard = true;
  readonly #engine: SqlEngine;
  readonly #node: string;
  readonly #listeners = new Set<MovedListener>();
  readonly #names = new Map<number, StreamName>();
  readonly #listener: PostgresListener;
  /** Messages are told in the order they came. */
  #telling: Promise<void> = Promise.resolve();

  constructor(engine: SqlEngine, databaseUrl: string, node: string) {
    this.#engine = engine;
    this.#node = node;
    this.#listener = new PostgresListener({
      databaseUrl,
      channelName,
      onMessage: (payload) => {
        this.#hear(payload);
      },
      onBack: () => {
        this.#tell(() => this.#liveStreams());
      },
    });
  }

  /** Begins to listen; rejects if the database cannot be reached now. */
  listen(): Promise<void> {
    return this.#listener.listen();
  }

  async notify(connection: Queries, moved: readonly MovedId[]): Promise<void> {
    const payloads = JSON.stringify(payloadsOf(this.#node, moved));
    await sql`select pg_notify(${channelName}, payload)
      from json_array_elements_text(${payloads}::json) as said (payload)`.execute(connection);
  }

  onMoved(listener: MovedListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async close(): Promise<void> {
    await this.#listener.close();
    await this.#telling;
  }

  #hear(payload: string): void {
    const { node, moved } = movedIn(payload);
    if (node !== this.#node) this.#tell(() => this.#named(moved));
  }

  #tell(read: () => Promise<readonly { name: StreamName; seq: number }[]>): void {
    this.#telling = this.#telling
      .then(async () => {
        if (this.#listeners.size === 0) return;
        const moved = await read();
        if (moved.length > 0) for (const listener of this.#listeners) listener(moved);
      })
      // What could not be read is found by the comparison every node makes now and then.
      .catch(() => undefined);
  }

  async #named(moved: readonly MovedId[]): Promise<{ name: StreamName; seq: number }[]> {
    const unknown = moved.filter(({ id }) => !this.#names.has(id)).map(({ id }) => id);
    if (this.#names.size + unknown.length > mostNames) this.#names.clear();
    if (unknown.length > 0) {
      const rows = await this.#streams().where('id', 'in', unknown).execute();
      for (const row of rows.map(streamRowOf)) this.#names.set(row.id, row.record.name);
    }
    return moved.flatMap(({ id, seq }) => {
      const name = this.#names.get(id);
      return name === undefined ? [] : { name, seq };
    });
  }

  async #liveStreams(): Promise<{ name: StreamName; seq: number }[]> {
    const rows = await this.#streams().where('is_live', '=', 1).execute();
    return rows.map((row) => {
      const { name, seq } = streamRowOf(row).record;
      return { name, seq };
    });
  }

  #streams() {
    return this.#engine.reader.selectFrom('stream').select(streamColumns);
  }
}

/** The messages that tell what moved, each short enough for NOTIFY. */
export function payloadsOf(node: string, moved: readonly MovedId[]): string[] {
  const payloads: string[] = [];
  let current = '';
  for (const { id, seq } of moved) {
    const one = `${id}:${seq}`;
    if (current !== '' && current.length + 1 + one.length > mostBytes) {
      payloads.push(current);
      current = '';
    }
    current = current === '' ? `${node} ${one}` : `${current},${one}`;
  }
  return current === '' ? payloads : [...payloads, current];
}

/** What a message tells, and which node sent it; what is no pair of numbers is left out. */
export function movedIn(payload: string): { node: string; moved: MovedId[] } {
  const [node = '', pairs = ''] = payload.split(' ');
  const moved = pairs.split(',').flatMap((pair) => {
    const found = /^(\d+):(\d+)$/.exec(pair);
    return found === null ? [] : { id: Number(found[1]), seq: Number(found[2]) };
  });
  return { node, moved };
}
