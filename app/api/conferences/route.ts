import { listConferencesSchema } from '@/lib/contract/http';
import { handle, readQuery } from '@/server/http/handle';
import { HttpProblem } from '@/server/http/http-problem';

/** Lists conferences: those that are live now, or those that have ended, searched and paged. */
export async function GET(request: Request): Promise<Response> {
  return handle(request, async ({ conferences }) => {
    const { status, q, cursor, limit } = readQuery(request, listConferencesSchema);
    if (status === 'ended') return conferences.ended({ q, cursor, limit });
    if (cursor !== undefined) {
      throw new HttpProblem(
        'bad-request',
        'All live conferences are on one page: leave cursor out',
      );
    }
    const wanted = q?.toLowerCase() ?? '';
    const items = conferences
      .live()
      .filter(({ name, id }) => (name ?? id).toLowerCase().includes(wanted));
    return { items, nextCursor: null };
  });
}
