import { sql } from 'kysely';
import { z } from 'zod';
import type { RetentionRule } from '@/lib/contract/recording';
import { folded } from '@/lib/domain/folded';
import type { RetentionTable } from '@/server/recording/ports';
import { removeById } from './remove-by-id';
import { parsed } from './rows';
import { type SqlEngine, storable } from './sql-engine';
import { guarded } from './store-error';

/** For how long recordings are kept, in either engine. */
export function createRetentionRuleTable({ reader, writer }: SqlEngine): RetentionTable {
  return {
    list: () =>
      guarded(async () => {
        const rows = await reader
          .selectFrom('retention_rule')
          .selectAll()
          .orderBy('subject')
          .execute();
        return rows.map((row) => parsed(ruleRow, row));
      }),
    add: (rule) =>
      guarded(async () => {
        const added = await writer
          .insertInto('retention_rule')
          .values({ ...columnsOf(rule), id: rule.id })
          .onConflict((conflict) => conflict.column('subject').doNothing())
          .returning('id')
          .executeTakeFirst();
        return added !== undefined;
      }),
    change: (rule) =>
      guarded(async () => {
        const id = storable(rule.id);
        const columns = columnsOf(rule);
        const changed = await writer
          .updateTable('retention_rule')
          .set(columns)
          .where('id', '=', id)
          .where(
            sql<boolean>`not exists (select 1 from retention_rule as other
              where other.subject = ${columns.subject} and other.id <> ${id})`,
          )
          .returning('id')
          .executeTakeFirst();
        if (changed !== undefined) return 'changed';
        const known = await writer
          .selectFrom('retention_rule')
          .select('id')
          .where('id', '=', id)
          .executeTakeFirst();
        return known === undefined ? 'gone' : 'taken';
      }),
    remove: (id) => removeById(writer, 'retention_rule', id),
  };
}

function columnsOf(rule: RetentionRule) {
  return {
    subject: storable(`${rule.of}:${folded(rule.name ?? '')}`),
    kind: rule.of,
    name: rule.name === null ? null : storable(rule.name),
    days: rule.days,
    updated_at: rule.updatedAt,
    updated_by_id: rule.updatedBy.userId,
    updated_by_name: storable(rule.updatedBy.name),
  };
}

const ruleRow = z
  .object({
    id: z.string(),
    kind: z.enum(['conference', 'queue', 'all']),
    name: z.string().nullable(),
    days: z.int().nullable(),
    updated_at: z.int(),
    updated_by_id: z.string(),
    updated_by_name: z.string(),
  })
  .transform((row): RetentionRule => ({
    id: row.id,
    of: row.kind,
    name: row.name,
    days: row.days,
    updatedAt: row.updated_at,
    updatedBy: { userId: row.updated_by_id, name: row.updated_by_name },
  }));
