import { z } from 'zod';
import { type TargetsRow, targetsSchema } from '@/lib/contract/target';
import type { TargetTable } from '@/server/alert/ports';
import { parsed } from './rows';
import { type SqlEngine, storable } from './sql-engine';
import { guarded } from './store-error';

// No queue of the carrier has no name (DOMAIN §1.4).
const ofAll = '';

/** Targets in either engine. */
export function createTargetTable({ reader, writer }: SqlEngine): TargetTable {
  return {
    list: () =>
      guarded(async () => {
        const rows = await reader.selectFrom('queue_target').selectAll().orderBy('queue').execute();
        return rows.map((row) => parsed(targetsRow, row));
      }),
    save: (row) =>
      guarded(async () => {
        const changing = {
          targets: JSON.stringify(row.targets),
          updated_at: row.updatedAt,
          updated_by_id: row.updatedBy.userId,
          updated_by_name: row.updatedBy.name,
        };
        await writer
          .insertInto('queue_target')
          .values({ queue: storable(row.queue ?? ofAll), ...changing })
          .onConflict((conflict) => conflict.column('queue').doUpdateSet(changing))
          .execute();
      }),
    remove: (queue) =>
      guarded(async () => {
        const removed = await writer
          .deleteFrom('queue_target')
          .where('queue', '=', storable(queue))
          .where('queue', '<>', ofAll)
          .returning('queue')
          .executeTakeFirst();
        return removed !== undefined;
      }),
  };
}

const json = z.string().transform((text): unknown => JSON.parse(text));
const targetsRow = z
  .object({
    queue: z.string(),
    targets: json.pipe(targetsSchema),
    updated_at: z.int(),
    updated_by_id: z.string(),
    updated_by_name: z.string(),
  })
  .transform((row): TargetsRow => ({
    queue: row.queue === ofAll ? null : row.queue,
    targets: row.targets,
    updatedAt: row.updated_at,
    updatedBy: { userId: row.updated_by_id, name: row.updated_by_name },
  }));
