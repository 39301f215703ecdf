import { watchingNeeds } from '@/lib/contract/hub';
import { maskedQueue } from '@/lib/domain/shown';
import { handle } from '@/server/http/handle';
import { HttpProblem } from '@/server/http/http-problem';

interface Context {
  params: Promise<{ queueName: string }>;
}

/** The queue as it stands, with the number of its last event. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  return handle(request, watchingNeeds.queue, async ({ queues }, { seesNumbers }) => {
    const name = decodeURIComponent((await params).queueName);
    const view = await queues.read(name);
    if (view === null) throw new HttpProblem('not-found', 'Rostrum has never heard of it');
    return seesNumbers ? view : { ...view, state: maskedQueue(view.state) };
  });
}
