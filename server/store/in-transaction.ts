import { CompiledQuery } from 'kysely';
import type { Queries, SqlEngine } from './sql-engine';

/**
 * Does all of the work or none of it, in one commit, on a connection that nobody else uses meanwhile. To a
 * database that is one file, each statement outside of a transaction is a commit of its own.
 */
export function inTransaction<T>(
  { writer, begin }: Pick<SqlEngine, 'writer' | 'begin'>,
  work: (connection: Queries) => Promise<T>,
): Promise<T> {
  return writer.connection().execute(async (connection) => {
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
  });
}

async function run(connection: Queries, statement: string): Promise<void> {
  await connection.executeQuery(CompiledQuery.raw(statement));
}
