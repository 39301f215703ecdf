import { type FileHandle, open } from 'node:fs/promises';
import { StoreError } from './store-error';

/**
 * SQLite's write-ahead log as a file to be brought to the disk. A transaction stands in it whole when
 * `commit` returns with `synchronous = normal`; it survives a loss of power once this file is synced.
 * SQLite itself syncs it before each checkpoint, and the database before it starts the file anew
 * (https://www.sqlite.org/pragma.html#pragma_synchronous, https://www.sqlite.org/wal.html).
 */
export class WalFile {
  readonly #path: string;
  #file: Promise<FileHandle> | null = null;
  #failure: StoreError | null = null;

  constructor(path: string) {
    this.#path = path;
  }

  /**
   * Answers when all that was committed is on the disk; other work goes on meanwhile. After one
   * failure it always rejects with a `StoreError`: the system may forget what it could not write, and
   * say so only once.
   */
  async sync(): Promise<void> {
    if (this.#failure !== null) throw this.#failure;
    try {
      this.#file ??= open(this.#path, 'r+');
      await (await this.#file).datasync();
    } catch (error) {
      const message = 'The disk did not take what was written: see to it, then start again';
      this.#failure = new StoreError('unavailable', message, { cause: error });
      throw this.#failure;
    }
  }

  async close(): Promise<void> {
    const file = await this.#file?.catch(() => null);
    await file?.close();
  }
}
