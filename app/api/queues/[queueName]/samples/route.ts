import { listSamplesSchema } from '@/lib/contract/http';
import { watchingNeeds } from '@/lib/contract/hub';
import { handle, readQuery } from '@/server/http/handle';

interface Context {
  params: Promise<{ queueName: string }>;
}

/** How the queue stood from one time to another. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  return handle(request, watchingNeeds.queue, async ({ queues }) => {
    const range = readQuery(request, listSamplesSchema);
    return queues.samples(decodeURIComponent((await params).queueName), range);
  });
}
