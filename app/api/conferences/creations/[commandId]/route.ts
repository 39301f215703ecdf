import { watchingNeeds } from '@/lib/contract/hub';
import type { CommandId } from '@/lib/domain/ids';
import { shownState } from '@/lib/domain/shown';
import { handle } from '@/server/http/handle';
import { HttpProblem } from '@/server/http/http-problem';

interface Context {
  params: Promise<{ commandId: string }>;
}

/** How far a conference that is being made has come. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  return handle(request, watchingNeeds.creation, async ({ conferences }, { sight }) => {
    const view = await conferences.creation((await params).commandId as CommandId);
    if (view === null) throw new HttpProblem('not-found', 'Nobody asked for such a conference');
    const { seq, state } = view;
    return { seq, state: shownState('creation', state, sight) };
  });
}
