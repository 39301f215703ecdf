import { sql } from 'kysely';
import { z } from 'zod';
import { inboundRuleSchema, type InboundRuleRow, inboundSteps } from '@/lib/contract/inbound-rule';
import type { InboundRuleTable } from '@/server/inbound/ports';
import { removeById } from './remove-by-id';
import { parsed } from './rows';
import { type SqlEngine, storable } from './sql-engine';
import { guarded } from './store-error';

// A number is unique, and so is being for any other: no number is written like this.
const anyOther = '';

/** Rules for calls that come in, in either engine. */
export function createInboundRuleTable({ reader, writer }: SqlEngine): InboundRuleTable {
  return {
    list: () =>
      guarded(async () => {
        const rows = await reader
          .selectFrom('inbound_rule')
          .selectAll()
          .orderBy(sql`case when number = ${anyOther} then 1 else 0 end`)
          .orderBy('number')
          .execute();
        return rows.map((row) => parsed(ruleRow, row));
      }),
    add: (row) =>
      guarded(async () => {
        const added = await writer
          .insertInto('inbound_rule')
          .values({ ...columnsOf(row), id: row.id, done: 0, failed: 0 })
          .onConflict((conflict) => conflict.column('number').doNothing())
          .returning('id')
          .executeTakeFirst();
        return added !== undefined;
      }),
    change: (row) =>
      guarded(async () => {
        const id = storable(row.id);
        const columns = columnsOf(row);
        const changed = await writer
          .updateTable('inbound_rule')
          .set(columns)
          .where('id', '=', id)
          .where(
            sql<boolean>`not exists (select 1 from inbound_rule as other
              where other.number = ${columns.number} and other.id <> ${id})`,
          )
          .returning('id')
          .executeTakeFirst();
        if (changed !== undefined) return 'changed';
        const known = await writer
          .selectFrom('inbound_rule')
          .select('id')
          .where('id', '=', id)
          .executeTakeFirst();
        return known === undefined ? 'gone' : 'taken';
      }),
    remove: (id) => removeById(writer, 'inbound_rule', id),
    noteDone: (id, at) =>
      guarded(async () => {
        await writer
          .updateTable('inbound_rule')
          .set((row) => ({ last_done_at: at, done: sql<number>`${row.ref('done')} + 1` }))
          .where('id', '=', id)
          .execute();
      }),
    noteFailure: (id, { at, step, reason }) =>
      guarded(async () => {
        const failure = JSON.stringify({ at, step, reason: storable(reason) });
        await writer
          .updateTable('inbound_rule')
          .set((row) => ({ last_failure: failure, failed: sql<number>`${row.ref('failed')} + 1` }))
          .where('id', '=', id)
          .execute();
      }),
  };
}

function columnsOf({
  rule,
  updatedAt,
  updatedBy,
}: Pick<InboundRuleRow, 'rule' | 'updatedAt' | 'updatedBy'>) {
  return {
    number: rule.number ?? anyOther,
    rule: storable(JSON.stringify(rule)),
    updated_at: updatedAt,
    updated_by: JSON.stringify(updatedBy),
  };
}

const json = z.string().transform((text): unknown => JSON.parse(text));
const ruleRow = z
  .object({
    id: z.string(),
    rule: json.pipe(inboundRuleSchema),
    updated_at: z.int(),
    updated_by: json.pipe(z.object({ userId: z.string(), name: z.string() })),
    done: z.int(),
    last_done_at: z.int().nullable(),
    failed: z.int(),
    last_failure: json
      .pipe(z.object({ at: z.int(), step: z.enum(inboundSteps), reason: z.string() }))
      .nullable(),
  })
  .transform((row): InboundRuleRow => ({
    id: row.id,
    rule: row.rule,
    updatedAt: row.updated_at,
    updatedBy: row.updated_by,
    done: row.done,
    lastDoneAt: row.last_done_at,
    failed: row.failed,
    lastFailure: row.last_failure,
  }));
