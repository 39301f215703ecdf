import { listEventsSchema } from '@/lib/contract/http';
import { watchingNeeds } from '@/lib/contract/hub';
import type { ConferenceId } from '@/lib/domain/ids';
import { shownEvents } from '@/lib/domain/shown';
import { handle, readQuery } from '@/server/http/handle';
import { HttpProblem } from '@/server/http/http-problem';

interface Context {
  params: Promise<{ conferenceId: string }>;
}

/** The conference's events in the order of their numbers: after one, or the newest before one. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  return handle(request, watchingNeeds.conference, async ({ conferences }, { sight }) => {
    const id = (await params).conferenceId as ConferenceId;
    const { after, before, limit, types } = readQuery(request, listEventsSchema);
    const view = await conferences.read(id);
    if (view === null) throw new HttpProblem('not-found', 'Rostrum has never heard of it');
    const wanted = types?.split(',').filter((type) => type !== '');
    const range = { after, before, limit: limit + 1, types: wanted };
    const found = await conferences.events(id, range);
    const hasMore = found.length > limit;
    // One more than asked was read, to know; it lies at the far end of the direction asked.
    const items = !hasMore ? found : before === undefined ? found.slice(0, limit) : found.slice(1);
    return { items: shownEvents('conference', view.state, items, sight), hasMore };
  });
}
