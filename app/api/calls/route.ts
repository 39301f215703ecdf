import { watchingNeeds } from '@/lib/contract/hub';
import { shownCall } from '@/lib/domain/shown';
import { callRow } from '@/server/http/call-row';
import { handle } from '@/server/http/handle';

/** Lists the calls that are up and in no conference and no queue: those one can begin with. */
export async function GET(request: Request): Promise<Response> {
  return handle(request, watchingNeeds.call, ({ calls }, { sight }) => {
    const free = calls.free();
    const items = free.map((call) => callRow(shownCall(call, sight)));
    return Promise.resolve({ items, nextCursor: null });
  });
}
