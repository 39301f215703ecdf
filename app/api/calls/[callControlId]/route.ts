import { watchingNeeds } from '@/lib/contract/hub';
import type { CallControlId } from '@/lib/domain/ids';
import { shownCall } from '@/lib/domain/shown';
import { handle } from '@/server/http/handle';
import { HttpProblem } from '@/server/http/http-problem';

interface Context {
  params: Promise<{ callControlId: string }>;
}

/** The call leg as it stands, with the number of its last event. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  return handle(request, watchingNeeds.call, async ({ calls }, { sight }) => {
    const { callControlId } = await params;
    const view = await calls.read(decodeURIComponent(callControlId) as CallControlId);
    if (view === null) throw new HttpProblem('not-found', 'Rostrum has never heard of it');
    return { ...view, state: shownCall(view.state, sight) };
  });
}
