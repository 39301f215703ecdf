import { sql } from 'kysely';
import type { Micros } from '@/lib/domain/stamp';
import type { JobRecord } from '@/server/log/ports';
import { jobOf } from './rows';
import type { SqlEngine } from './sql-engine';

/** The jobs of all processes, as one process leases them under its own name. */
export interface JobTable {
  lease(kinds: readonly string[], now: Micros, leaseMs: number): Promise<JobRecord | null>;
  finish(kind: string, key: string): Promise<void>;
  renew(kind: string, key: string, now: Micros, leaseMs: number): Promise<boolean>;
  postpone(kind: string, key: string, dueAt: Micros): Promise<void>;
  nextDueAt(kinds: readonly string[]): Promise<Micros | null>;
}

/**
 * Jobs over SQL. A lease that ran out may be taken by anybody; a worker of another process that comes
 * back late then finishes nothing.
 */
export function createJobTable({ writer, reader, locksRows }: SqlEngine, node: string): JobTable {
  const skipLocked = locksRows ? sql`for update skip locked` : sql``;
  return {
    async lease(kinds, now, leaseMs) {
      if (kinds.length === 0) return null;
      // An asking that was due by now is answered by the run that begins now.
      const { rows } = await sql`
        update job set tries = tries + 1, leased_by = ${node}, leased_until = ${now + leaseMs * 1000},
          asked_due_at = case when asked_due_at <= ${now} then null else asked_due_at end
        where (kind, key) = (
          select kind, key from job
          where kind in (${sql.join(kinds)}) and due_at <= ${now}
            and (leased_until is null or leased_until <= ${now})
          order by priority, due_at, key limit 1 ${skipLocked}
        ) returning kind, key, body, priority, due_at, tries
      `.execute(writer);
      return rows[0] === undefined ? null : jobOf(rows[0]);
    },

    async finish(kind, key) {
      // Deleted first: whoever asks between the two statements is answered by the second.
      const { numDeletedRows } = await writer
        .deleteFrom('job')
        .where('kind', '=', kind)
        .where('key', '=', key)
        .where('leased_by', '=', node)
        .where('asked_due_at', 'is', null)
        .executeTakeFirstOrThrow();
      if (numDeletedRows > 0n) return;
      await writer
        .updateTable('job')
        .set({ tries: 0, leased_by: null, leased_until: null, asked_due_at: null })
        .set((row) => ({ due_at: sql<number>`${row.ref('asked_due_at')}` }))
        .where('kind', '=', kind)
        .where('key', '=', key)
        .where('leased_by', '=', node)
        .where('asked_due_at', 'is not', null)
        .execute();
    },

    async renew(kind, key, now, leaseMs) {
      const { numUpdatedRows } = await writer
        .updateTable('job')
        .set({ leased_until: now + leaseMs * 1000 })
        .where('kind', '=', kind)
        .where('key', '=', key)
        .where('leased_by', '=', node)
        .executeTakeFirstOrThrow();
      return numUpdatedRows > 0n;
    },

    async postpone(kind, key, dueAt) {
      await writer
        .updateTable('job')
        .set({
          due_at: sql<number>`case when asked_due_at < ${dueAt} then asked_due_at else ${dueAt} end`,
          leased_by: null,
          leased_until: null,
          asked_due_at: null,
        })
        .where('kind', '=', kind)
        .where('key', '=', key)
        .where('leased_by', '=', node)
        .execute();
    },

    async nextDueAt(kinds) {
      if (kinds.length === 0) return null;
      // A leased job is due again when its lease runs out.
      const next = await reader
        .selectFrom('job')
        .select(
          sql<
            number | null
          >`min(case when leased_until > due_at then leased_until else due_at end)`.as('due_at'),
        )
        .where('kind', 'in', kinds)
        .executeTakeFirstOrThrow();
      return next.due_at;
    },
  };
}
