import { listDeliveriesSchema } from '@/lib/contract/http';
import { handle, readQuery } from '@/server/http/handle';

/** The delivery log: what came to the webhook door and what became of it. */
export async function GET(request: Request): Promise<Response> {
  return handle(request, 'settings.manage', ({ deliveries }) =>
    deliveries.list(readQuery(request, listDeliveriesSchema)),
  );
}
