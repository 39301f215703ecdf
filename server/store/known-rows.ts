import type { StreamName } from '@/lib/domain/ids';
import type { StreamRow } from './rows';

const most = 20_000;

/**
 * The rows of streams as this process last committed them. Only for a database that nobody else
 * writes: what is known need not be read again at every commit.
 */
export class KnownRows {
  readonly #rows = new Map<StreamName, StreamRow>();

  get(name: StreamName): StreamRow | undefined {
    return this.#rows.get(name);
  }

  /** Takes in what a transaction has read and written, once it is committed. */
  keep(rows: ReadonlyMap<StreamName, StreamRow>): void {
    if (this.#rows.size + rows.size > most) this.#rows.clear();
    for (const [name, row] of rows) this.#rows.set(name, row);
  }

  /** Forgets all: rows may have been deleted. */
  clear(): void {
    this.#rows.clear();
  }
}
