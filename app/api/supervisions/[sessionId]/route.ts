import { watchingNeeds } from '@/lib/contract/hub';
import type { CommandId } from '@/lib/domain/ids';
import { shownState } from '@/lib/domain/shown';
import { handle } from '@/server/http/handle';
import { HttpProblem } from '@/server/http/http-problem';

interface Context {
  params: Promise<{ sessionId: string }>;
}

/** A session of supervision as it stands. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  return handle(request, watchingNeeds.supervision, async ({ supervisions }, { sight }) => {
    const view = await supervisions.read((await params).sessionId as CommandId);
    if (view === null) throw new HttpProblem('not-found', 'There is no such session');
    return { ...view, state: shownState('supervision', view.state, sight) };
  });
}
