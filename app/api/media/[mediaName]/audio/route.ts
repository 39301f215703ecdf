import { audioResponse } from '@/server/http/audio-response';
import { handle } from '@/server/http/handle';
import { mediaNameIn } from '@/server/http/media-name';

/** The file itself, to listen to; parts of it for who asks with Range. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ mediaName: string }> },
): Promise<Response> {
  return handle(request, 'conference.moderate', async ({ media }) =>
    audioResponse(request, await media.open(mediaNameIn(await params))),
  );
}
