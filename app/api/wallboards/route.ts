import { type WallboardLink, type WallboardRow, wallboardSchema } from '@/lib/contract/wallboard';
import { handle, readBody } from '@/server/http/handle';

/** The wallboards, by name. */
export async function GET(request: Request): Promise<Response> {
  return handle(
    request,
    'queue.manage',
    async ({ wallboards }): Promise<{ items: readonly WallboardRow[] }> => ({
      items: await wallboards.list(),
    }),
  );
}

/** Makes a wallboard; its link is in this answer and nowhere else. */
export async function POST(request: Request): Promise<Response> {
  return handle(request, 'queue.manage', async ({ wallboards }, asker): Promise<WallboardLink> => {
    const settings = await readBody(request, wallboardSchema);
    const target = { kind: 'wallboard', id: null, name: settings.name } as const;
    asker.does({ action: 'wallboard.create', target });
    return wallboards.add(settings, asker.actor);
  });
}
