import { handleAnybody } from '@/server/http/handle';
import { HttpProblem } from '@/server/http/http-problem';

/** Prometheus text for whoever brings METRICS_TOKEN as a bearer; for all others there is no such page. */
export async function GET(request: Request): Promise<Response> {
  return handleAnybody(request, async ({ health }) => {
    const bearer = /^Bearer (.+)$/.exec(request.headers.get('authorization') ?? '');
    const text = await health.metrics(bearer?.[1] ?? null);
    if (text === null) throw new HttpProblem('not-found', 'There is no such page');
    return new Response(text, { headers: { 'content-type': 'text/plain; version=0.0.4' } });
  });
}
