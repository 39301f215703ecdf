import type { PeaksAnswer } from '@/lib/contract/recording';
import { handle } from '@/server/http/handle';
import { sharedIn, type SharedContext } from '@/server/http/shared-recording';

/** Its waveform; null while it is being drawn. */
export async function GET(request: Request, context: SharedContext): Promise<Response> {
  return handle(request, 'signed-in', async (services): Promise<PeaksAnswer> => ({
    peaks: await services.recordings.peaks((await sharedIn(services, context)).id),
  }));
}
