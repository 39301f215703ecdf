import { handle } from '@/server/http/handle';
import { HttpProblem } from '@/server/http/http-problem';
import { webStreamOf } from '@/server/http/web-stream';

interface Context {
  params: Promise<{ token: string }>;
}

/** Many recordings in one ZIP, packed while it is sent; its length is told before. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  return handle(request, 'recording.export', async ({ recordings, now }, asker) => {
    const link = await recordings.zipped((await params).token);
    const { files } = await recordings.files(link.recordingIds);
    if (files.length === 0)
      throw new HttpProblem('recording-deleted', 'All of these have been deleted meanwhile');
    const zip = recordings.zip(files);
    const day = new Date(now() / 1000).toISOString().slice(0, 10);
    const headers = {
      'content-type': 'application/zip',
      'content-length': String(zip.bytes),
      'content-disposition': `attachment; filename="rostrum-recordings-${day}.zip"`,
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
    };
    if (request.method === 'HEAD') return new Response(null, { headers });
    asker.does({
      action: 'recording.zip',
      target: { kind: 'recording', id: null, name: null },
      detail: { files: files.length, bytes: zip.bytes, ids: link.recordingIds },
    });
    return new Response(webStreamOf(zip.stream()), { headers });
  });
}

/** The same without the file. */
export { GET as HEAD };
