import type { CallControlId } from '@/lib/domain/ids';
import { handle } from '@/server/http/handle';
import { HttpProblem } from '@/server/http/http-problem';

interface Context {
  params: Promise<{ callControlId: string }>;
}

/** What the carrier says of one call at this moment: it is asked, so not everybody may. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  return handle(request, 'call.control', async ({ calls }) => {
    const id = decodeURIComponent((await params).callControlId) as CallControlId;
    const said = await calls.status(id);
    if (said !== null) return said;
    throw new HttpProblem('not-found', 'The carrier does not know this call, or no more');
  });
}
