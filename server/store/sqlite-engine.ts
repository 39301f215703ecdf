import Database from 'better-sqlite3';
import { Kysely, SqliteDialect, sql } from 'kysely';
import {
  type Queries,
  type RowInsert,
  type SqlEngine,
  type SqlValue,
  storable,
} from './sql-engine';
import type { Tables } from './tables';

// The process waits for it and does nothing else; only a foreign tool could hold the lock anyway.
const busyTimeoutMs = 1000;
const statementLimit = 300;
// A checkpoint writes the pages changed since the last one, all over the file, while nothing is
// committed. Rows of many streams touch the same pages again and again: at the default of 1000 pages
// checkpoints took most of a busy writer's time; 32 MB of log is what a crash has to read at the most.
const pagesBetweenCheckpoints = 8000;
const cacheKibibytes = 16_384;

/** SQLite in one file: a durable writer, and a second connection that only reads. */
export function openSqliteEngine(file: string): SqlEngine {
  const handle = new Database(file, { timeout: busyTimeoutMs });
  try {
    handle.pragma('journal_mode = wal');
    handle.pragma('synchronous = full');
    handle.pragma('foreign_keys = on');
    handle.pragma('journal_size_limit = 67108864');
    handle.pragma(`wal_autocheckpoint = ${pagesBetweenCheckpoints}`);
    handle.pragma(`cache_size = -${cacheKibibytes}`);
    return engineOver(handle, new Database(file, { readonly: true, timeout: busyTimeoutMs }));
  } catch (error) {
    handle.close();
    throw error;
  }
}

function engineOver(handle: Database.Database, readHandle: Database.Database): SqlEngine {
  const statements = new PreparedStatements(handle);
  const writer = kyselyOver(handle, statements);
  const reader = kyselyOver(readHandle, new PreparedStatements(readHandle));
  const texts = new WeakMap<RowInsert, string>();

  return {
    kind: 'sqlite',
    writer,
    reader,
    // At once a writer: a lock that comes later could not be waited for.
    begin: 'begin immediate',
    locksRows: false,
    wanted: (values) => sql`json_each(${JSON.stringify(values.map(storable))}) as wanted`,
    // A prepared statement per row beats one that unpacks JSON: nothing crosses a wire here.
    insertRows: (_connection, insert, rows) => {
      const text = texts.get(insert) ?? insertText(insert);
      texts.set(insert, text);
      const statement = statements.prepare(text);
      const columns = columnsOf(insert);
      const returned: unknown[] = [];
      for (const row of rows) {
        const values = columns.map((column) => bindable(row[column]));
        if (insert.returning === undefined) statement.run(values);
        else returned.push(...statement.pluck().all(values));
      }
      return Promise.resolve(returned);
    },
    close: async () => {
      await reader.destroy();
      await writer.destroy();
      readHandle.close();
      handle.close();
    },
  };
}

function columnsOf<C extends string>(insert: RowInsert<C>): C[] {
  return Object.keys(insert.columns) as C[];
}

function insertText(insert: RowInsert): string {
  const columns = columnsOf(insert);
  const values = columns.map(() => '?').join(', ');
  const returning = insert.returning === undefined ? '' : `returning ${insert.returning}`;
  return `insert into ${insert.table} (${columns.join(', ')}) values (${values}) ${insert.onConflict ?? ''} ${returning}`;
}

function bindable(value: SqlValue): SqlValue {
  return typeof value === 'string' ? storable(value) : value;
}

function kyselyOver(handle: Database.Database, statements: PreparedStatements): Queries {
  return new Kysely<Tables>({
    dialect: new SqliteDialect({
      database: {
        prepare: (text) => statements.prepare(text),
        close: () => {
          handle.close();
        },
      },
    }),
  });
}

/** Preparing costs more than running: the program's few statements are prepared once. */
class PreparedStatements {
  readonly #handle: Database.Database;
  readonly #byText = new Map<string, Database.Statement<readonly unknown[]>>();

  constructor(handle: Database.Database) {
    this.#handle = handle;
  }

  prepare(text: string): Database.Statement<readonly unknown[]> {
    const known = this.#byText.get(text);
    if (known !== undefined) return known;
    if (this.#byText.size >= statementLimit) this.#byText.clear();
    const statement = this.#handle.prepare<readonly unknown[]>(text);
    this.#byText.set(text, statement);
    return statement;
  }
}
