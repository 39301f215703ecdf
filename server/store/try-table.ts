import { type Kysely, sql } from 'kysely';
import type { Tries } from '@/server/auth/ports';
import { type SqlEngine, storable } from './sql-engine';

interface TryTables {
  auth_try: { key: string; tries: number; until: number };
}

const sweepEvery = 200;

/** Tries by key in the database, so that all nodes count together; `now` in milliseconds. */
export function createTryTable(engine: SqlEngine, now: () => number): Tries {
  const reader = engine.reader as unknown as Kysely<TryTables>;
  const writer = engine.writer as unknown as Kysely<TryTables>;
  let writes = 0;
  return {
    take: async (given, { most, withinMs }) => {
      const key = storable(given);
      const at = now();
      const seen = await reader
        .selectFrom('auth_try')
        .select(['tries', 'until'])
        .where('key', '=', key)
        .executeTakeFirst();
      // Whoever is refused already must not make us write.
      if (seen !== undefined && seen.until > at && seen.tries >= most)
        return refused(seen.until - at);
      const { rows } = await sql<{ tries: number; until: number }>`
        insert into auth_try (key, tries, until) values (${key}, 1, ${at + withinMs})
        on conflict (key) do update set
          tries = case when auth_try.until <= ${at} then 1 else auth_try.tries + 1 end,
          until = case when auth_try.until <= ${at} then ${at + withinMs} else auth_try.until end
        returning tries, until`.execute(writer);
      writes += 1;
      if (writes % sweepEvery === 0)
        await writer.deleteFrom('auth_try').where('until', '<=', at).execute();
      const [row] = rows;
      if (row === undefined || row.tries > most) return refused((row?.until ?? at) - at);
      return { isAllowed: true, retryAfterSeconds: 0 };
    },
    forget: async (key) => {
      await writer.deleteFrom('auth_try').where('key', '=', storable(key)).execute();
    },
  };
}

function refused(waitMs: number) {
  return { isAllowed: false, retryAfterSeconds: Math.max(1, Math.ceil(waitMs / 1000)) };
}
