import { listEventsSchema } from '@/lib/contract/http';
import { watchingNeeds } from '@/lib/contract/hub';
import type { CallControlId } from '@/lib/domain/ids';
import { shownEvents } from '@/lib/domain/shown';
import { handle, readQuery } from '@/server/http/handle';
import { HttpProblem } from '@/server/http/http-problem';

interface Context {
  params: Promise<{ callControlId: string }>;
}

/** The call's events in the order of their numbers: after one, or the newest before one. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  return handle(request, watchingNeeds.call, async ({ calls }, { sight }) => {
    const id = decodeURIComponent((await params).callControlId) as CallControlId;
    const { after, before, limit } = readQuery(request, listEventsSchema);
    const view = await calls.read(id);
    if (view === null) throw new HttpProblem('not-found', 'Rostrum has never heard of it');
    const found = await calls.events(id, { after, before, limit: limit + 1 });
    const hasMore = found.length > limit;
    // One more than asked was read, to know; it lies at the far end of the direction asked.
    const items = !hasMore ? found : before === undefined ? found.slice(0, limit) : found.slice(1);
    return { items: shownEvents('call', view.state, items, sight), hasMore };
  });
}
