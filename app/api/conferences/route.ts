import { listConferencesSchema } from '@/lib/contract/http';
import { watchingNeeds } from '@/lib/contract/hub';
import type { ConferenceRow } from '@/lib/contract/rows';
import { maskedConferenceRow } from '@/lib/contract/shown';
import { handle, readQuery } from '@/server/http/handle';
import { HttpProblem } from '@/server/http/http-problem';

/** Lists conferences: those that are live now, or those that have ended, searched and paged. */
export async function GET(request: Request): Promise<Response> {
  return handle(request, watchingNeeds.conference, async ({ conferences }, { seesNumbers }) => {
    const { status, q, cursor, limit } = readQuery(request, listConferencesSchema);
    const shown = seesNumbers ? (row: ConferenceRow) => row : maskedConferenceRow;
    if (status === 'ended') {
      const { items, nextCursor } = await conferences.ended({ q, cursor, limit });
      return { items: items.map(shown), nextCursor };
    }
    if (cursor !== undefined) {
      throw new HttpProblem(
        'bad-request',
        'All live conferences are on one page: leave cursor out',
      );
    }
    const wanted = q?.toLowerCase() ?? '';
    const items = conferences
      .live()
      .map(shown)
      .filter(({ name, id }) => (name ?? id).toLowerCase().includes(wanted));
    return { items, nextCursor: null };
  });
}
