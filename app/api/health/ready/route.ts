import { handleAnybody } from '@/server/http/handle';

/** Everything needed is there: the store takes writes. */
export async function GET(request: Request): Promise<Response> {
  return handleAnybody(request, async ({ health }) => {
    await health.ready();
    return { status: 'ready' };
  });
}
