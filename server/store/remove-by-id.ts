import { type Queries, storable } from './sql-engine';
import { guarded } from './store-error';

/** Deletes a row of one of these tables; false where there was none. */
export function removeById(
  writer: Queries,
  table: 'announcement' | 'inbound_rule' | 'retention_rule' | 'wallboard',
  id: string,
): Promise<boolean> {
  return guarded(async () => {
    const removed = await writer
      .deleteFrom(table)
      .where('id', '=', storable(id))
      .returning('id')
      .executeTakeFirst();
    return removed !== undefined;
  });
}
