import { handle } from '@/server/http/handle';
import { HttpProblem } from '@/server/http/http-problem';
import { isDownload, sendRecording } from '@/server/http/send-recording';
import { sharedIn, type SharedContext } from '@/server/http/shared-recording';

/** Its file: to listen to, or with `download=1` to keep where the link allows that. */
export async function GET(request: Request, context: SharedContext): Promise<Response> {
  return handle(request, 'signed-in', async (services, asker) => {
    const { link, id } = await sharedIn(services, context);
    if (isDownload(request) && !link.mayDownload)
      throw new HttpProblem('not-allowed', 'This link is for listening: ask for one to download');
    const file = await services.recordings.file(id);
    return sendRecording(request, services, asker, file, { sharedBy: link.by.name });
  });
}

/** The same without the file. */
export { GET as HEAD };
