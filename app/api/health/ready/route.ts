import { handle } from '@/server/http/handle';

/** Everything needed is there: the store takes writes. */
export async function GET(request: Request): Promise<Response> {
  return handle(request, async ({ health }) => {
    await health.ready();
    return { status: 'ready' };
  });
}
