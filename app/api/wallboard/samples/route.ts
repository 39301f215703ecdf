import { wallboardSamplesSchema } from '@/lib/contract/wallboard';
import { handleAnybody, readQuery } from '@/server/http/handle';
import { HttpProblem } from '@/server/http/http-problem';
import { requireWallboard } from '@/server/http/require-wallboard';

/** How a queue of the wallboard stood from one time to another; by the id of its row, for names may hold numbers. */
export async function GET(request: Request): Promise<Response> {
  return handleAnybody(request, async (services) => {
    const { queues: shown } = await requireWallboard(request, services);
    const { queue, ...range } = readQuery(request, wallboardSamplesSchema);
    const name = services.queues.list().find(({ id }) => id === queue)?.name;
    if (name === undefined || shown?.includes(name) === false)
      throw new HttpProblem('not-found', 'This wallboard shows no such queue');
    return services.queues.samples(name, range);
  });
}
