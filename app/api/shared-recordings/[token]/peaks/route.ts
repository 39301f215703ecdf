import { handle } from '@/server/http/handle';
import { sharedIn, type SharedContext } from '@/server/http/shared-recording';

/** Its waveform; `peaks-not-ready` while it is being drawn. */
export async function GET(request: Request, context: SharedContext): Promise<Response> {
  return handle(request, 'signed-in', async (services) =>
    services.recordings.peaks((await sharedIn(services, context)).id),
  );
}
