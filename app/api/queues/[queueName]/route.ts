import { watchingNeeds } from '@/lib/contract/hub';
import { shownState } from '@/lib/domain/shown';
import { handle } from '@/server/http/handle';
import { HttpProblem } from '@/server/http/http-problem';

interface Context {
  params: Promise<{ queueName: string }>;
}

/** The queue as it stands, with the number of its last event. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  return handle(request, watchingNeeds.queue, async ({ queues }, { sight }) => {
    const name = decodeURIComponent((await params).queueName);
    const view = await queues.read(name);
    if (view === null) throw new HttpProblem('not-found', 'Rostrum has never heard of it');
    return { ...view, state: shownState('queue', view.state, sight) };
  });
}
