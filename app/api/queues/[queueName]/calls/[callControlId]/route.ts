import type { CallControlId } from '@/lib/domain/ids';
import { handle } from '@/server/http/handle';
import { HttpProblem } from '@/server/http/http-problem';

interface Context {
  params: Promise<{ queueName: string; callControlId: string }>;
}

/** What the carrier says of one who waits, at this moment. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  return handle(request, 'queue.admit', async ({ queues }) => {
    const { queueName, callControlId } = await params;
    const leg = decodeURIComponent(callControlId) as CallControlId;
    const answer = await queues.ask(decodeURIComponent(queueName), leg);
    if (answer === null)
      throw new HttpProblem('not-found', 'The carrier lists nobody of this call in the queue');
    return answer;
  });
}
