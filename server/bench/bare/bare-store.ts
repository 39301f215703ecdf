import { join } from 'node:path';
import Database from 'better-sqlite3';

/** One table in SQLite, as durable as Rostrum's and tuned alike. */
export interface BareStore {
  /** Stores the body with all others of this turn of the event loop, and answers when they are on the disk. */
  insertGrouped(id: string, body: string): Promise<void>;
}

/** Opens the table in a folder. */
export function openBareStore(folder: string): BareStore {
  const database = new Database(join(folder, 'bare.db'));
  database.pragma('journal_mode = wal');
  database.pragma('synchronous = full');
  database.pragma('wal_autocheckpoint = 8000');
  database.exec('create table delivery (id text primary key, body text not null) without rowid');
  const statement = database.prepare('insert into delivery values (?, ?) on conflict do nothing');
  let waiting: { id: string; body: string; resolve: () => void }[] = [];
  const commit = database.transaction((rows: typeof waiting) => {
    for (const { id, body } of rows) statement.run(id, body);
  });
  const flush = () => {
    const rows = waiting;
    waiting = [];
    commit(rows);
    for (const { resolve } of rows) resolve();
  };
  return {
    insertGrouped: (id, body) =>
      new Promise((resolve) => {
        if (waiting.length === 0) setImmediate(flush);
        waiting.push({ id, body, resolve });
      }),
  };
}
