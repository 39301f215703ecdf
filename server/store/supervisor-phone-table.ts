import type { SupervisorPhones } from '@/server/supervision/ports';
import { type SqlEngine, storable } from './sql-engine';
import { guarded } from './store-error';

/** The phones of supervisors in either engine. */
export function createSupervisorPhones({ reader, writer }: SqlEngine): SupervisorPhones {
  return {
    of: (userId) =>
      guarded(async () => {
        const row = await reader
          .selectFrom('supervisor_phone')
          .select('address')
          .where('user_id', '=', storable(userId))
          .executeTakeFirst();
        return row?.address ?? null;
      }),
    keep: (userId, address) =>
      guarded(async () => {
        const user_id = storable(userId);
        if (address === null) {
          await writer.deleteFrom('supervisor_phone').where('user_id', '=', user_id).execute();
          return;
        }
        const kept = { address: storable(address) };
        await writer
          .insertInto('supervisor_phone')
          .values({ user_id, ...kept })
          .onConflict((conflict) => conflict.column('user_id').doUpdateSet(kept))
          .execute();
      }),
  };
}
