import { keepMediaSchema, type MediaRow } from '@/lib/contract/media';
import { handle, readBody } from '@/server/http/handle';
import { mediaNameIn } from '@/server/http/media-name';

interface Context {
  params: Promise<{ mediaName: string }>;
}

/** Keeps a file for so long from now on. */
export async function PUT(request: Request, { params }: Context): Promise<Response> {
  return handle(request, 'conference.moderate', async ({ media }, asker): Promise<MediaRow> => {
    const name = mediaNameIn(await params);
    const { ttlSecs } = await readBody(request, keepMediaSchema);
    const target = { kind: 'media', id: name, name } as const;
    asker.does({ action: 'media.keep', target, detail: { ttlSecs } });
    return media.keep(name, ttlSecs);
  });
}

/** Deletes a file for good. */
export async function DELETE(request: Request, { params }: Context): Promise<Response> {
  return handle(request, 'conference.moderate', async ({ media }, asker) => {
    const name = mediaNameIn(await params);
    asker.does({ action: 'media.delete', target: { kind: 'media', id: name, name } });
    await media.remove(name);
    return { name };
  });
}
