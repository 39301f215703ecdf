import { CompiledQuery, type Kysely, type RawBuilder } from 'kysely';
import type { Tables } from './tables';

/** One connection, or whichever is free. */
export type Queries = Kysely<Tables>;

/** What a column may hold on both engines. */
export type SqlValue = string | number | null;

/** A column's type where PostgreSQL reads it out of JSON. */
export type SqlType = 'text' | 'bigint' | 'double precision';

/** An insert of any number of rows whose text never changes. */
export interface RowInsert<C extends string = string> {
  readonly table: keyof Tables;
  readonly columns: Readonly<Record<C, SqlType>>;
  /** What follows the values: `on conflict …`. */
  readonly onConflict?: string;
  /** A column to be told of each row that was written. */
  readonly returning?: C;
}

/** What differs between SQLite and PostgreSQL; everything else is one SQL. */
export interface SqlEngine {
  readonly kind: 'sqlite' | 'postgres';
  /** Writes, and reads that belong to them. */
  readonly writer: Queries;
  /** Reads beside the writer, of what is committed. */
  readonly reader: Queries;
  /** Runs the work in one transaction and answers once it is durable; rolled back when it throws. */
  transact<T>(work: (connection: Queries) => Promise<T>): Promise<T>;
  /** Whether rows are locked one by one; else the writer is alone and holds them all. */
  readonly locksRows: boolean;
  /** The strings as a table `wanted (value, key)`, where `key` is their order. */
  wanted(values: readonly string[]): RawBuilder<unknown>;
  /** Inserts rows in their order and answers what `returning` says. */
  insertRows<C extends string>(
    connection: Queries,
    insert: RowInsert<C>,
    rows: readonly Readonly<Record<C, SqlValue>>[],
  ): Promise<readonly unknown[]>;
  close(): Promise<void>;
}

/** Runs the work between `begin` and `commit` on this connection; rolled back when it throws. */
export async function inTransaction<T>(
  connection: Queries,
  begin: string,
  work: (connection: Queries) => Promise<T>,
): Promise<T> {
  await run(connection, begin);
  try {
    const result = await work(connection);
    await run(connection, 'commit');
    return result;
  } catch (error) {
    // What went wrong is worth more than that it was rolled back already, or cannot be.
    await run(connection, 'rollback').catch(() => undefined);
    throw error;
  }
}

async function run(connection: Queries, statement: string): Promise<void> {
  await connection.executeQuery(CompiledQuery.raw(statement));
}

const unstorable = /[\0\p{Surrogate}]/gu;
const suspicious = /[\0\ud800-\udfff]/;

/** Text as both engines keep it: PostgreSQL takes neither NUL nor half a surrogate pair. */
export function storable(text: string): string {
  return suspicious.test(text) ? text.replace(unstorable, '\ufffd') : text;
}
