import { type MediaRow, uploadMediaSchema } from '@/lib/contract/media';
import { handle, readQuery } from '@/server/http/handle';

/** The files that can be played to a conference, the newest first. */
export async function GET(request: Request): Promise<Response> {
  return handle(
    request,
    'conference.moderate',
    async ({ media }): Promise<{ items: readonly MediaRow[] }> => ({ items: await media.list() }),
  );
}

/** Stores the file that is the body, a WAV or an MP3, under the name in the query. */
export async function POST(request: Request): Promise<Response> {
  return handle(request, 'conference.moderate', async ({ media }, asker): Promise<MediaRow> => {
    const { name, ttlSecs } = readQuery(request, uploadMediaSchema);
    asker.does({
      action: 'media.upload',
      target: { kind: 'media', id: name, name },
      detail: { ttlSecs },
    });
    const announcedBytes = Number(request.headers.get('content-length') ?? 0);
    return media.upload({ name, ttlSecs, body: request.body, announcedBytes });
  });
}
