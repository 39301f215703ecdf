import type { Kysely, RawBuilder } from 'kysely';
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
  /** How a transaction begins. */
  readonly begin: string;
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

const unstorable = /[\0\p{Surrogate}]/gu;
const suspicious = /[\0\ud800-\udfff]/;

/** Text as both engines keep it: PostgreSQL takes neither NUL nor half a surrogate pair. */
export function storable(text: string): string {
  return suspicious.test(text) ? text.replace(unstorable, '\ufffd') : text;
}
