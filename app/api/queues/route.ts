import { watchingNeeds } from '@/lib/contract/hub';
import type { QueueNames } from '@/lib/contract/rows';
import { handle } from '@/server/http/handle';

/** Lists the names of the queues that are known. */
export async function GET(request: Request): Promise<Response> {
  return handle(request, watchingNeeds.queue, ({ queues }): Promise<QueueNames> =>
    Promise.resolve({ items: queues.known() }),
  );
}
