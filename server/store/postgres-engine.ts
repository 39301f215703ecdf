import { CompiledQuery, Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import { type RowInsert, type SqlEngine, type SqlValue, storable } from './sql-engine';
import type { Tables } from './tables';

const rowsPerStatement = 500;

/** PostgreSQL over a pool of connections; the URL must lead to the server itself, not to a pooler. */
export function openPostgresEngine(databaseUrl: string): SqlEngine {
  const types = new pg.TypeOverrides();
  // Microseconds and numbers of events stay far below 2^53.
  types.setTypeParser(pg.types.builtins.INT8, Number);
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: 8,
    keepAlive: true,
    connectionTimeoutMillis: 5000,
    // A node that hangs must not hold the rows of all others.
    idle_in_transaction_session_timeout: 15_000,
    lock_timeout: 10_000,
    types,
  });
  // A connection that dies between queries says so here; whoever uses it next hears it as a StoreError.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));

  const queries = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  const texts = new WeakMap<RowInsert, string>();
  return {
    kind: 'postgres',
    writer: queries,
    reader: queries,
    begin: 'begin',
    locksRows: true,
    wanted: (values) =>
      sql`json_array_elements_text(${JSON.stringify(values.map(storable))}::json) with ordinality as wanted (value, key)`,
    insertRows: async (connection, insert, rows) => {
      const text = texts.get(insert) ?? insertText(insert);
      texts.set(insert, text);
      const returned: unknown[] = [];
      for (let i = 0; i < rows.length; i += rowsPerStatement) {
        const json = JSON.stringify(rows.slice(i, i + rowsPerStatement).map(cleaned));
        const { rows: answers } = await connection.executeQuery<{ returned: unknown }>(
          CompiledQuery.raw(text, [json]),
        );
        for (const answer of answers) returned.push(answer.returned);
      }
      return returned;
    },
    close: () => queries.destroy(),
  };
}

// One statement and one parameter, however many rows: a round trip costs more than a row.
function insertText({ table, columns, onConflict, returning }: RowInsert): string {
  const names = Object.keys(columns).join(', ');
  const types = Object.entries(columns).map(([name, type]) => `${name} ${type}`);
  return [
    `insert into ${table} (${names})`,
    `select ${names} from json_to_recordset($1::json) as given (${types.join(', ')})`,
    onConflict ?? '',
    returning === undefined ? '' : `returning ${returning} as returned`,
  ].join(' ');
}

function cleaned(row: Readonly<Record<string, SqlValue>>): Record<string, SqlValue> {
  const values = Object.entries(row).map(
    ([name, value]) => [name, typeof value === 'string' ? storable(value) : value] as const,
  );
  return Object.fromEntries(values);
}
