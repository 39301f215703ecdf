import { listActivitySchema } from '@/lib/contract/http';
import { maskedActivityRow } from '@/lib/contract/shown';
import { filterIn } from '@/server/http/activity-filter';
import { handle, readQuery } from '@/server/http/handle';

/** Who did what, the newest first, filtered and paged. */
export async function GET(request: Request): Promise<Response> {
  return handle(request, 'activity.read', async ({ activity }, { sight }) => {
    const { cursor, limit, ...filter } = readQuery(request, listActivitySchema);
    const query = { ...filterIn(filter), sight, cursor, limit };
    const { items, nextCursor } = await activity.page(query);
    return { items: sight.numbers ? items : items.map(maskedActivityRow), nextCursor };
  });
}
