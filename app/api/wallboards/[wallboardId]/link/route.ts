import type { WallboardLink } from '@/lib/contract/wallboard';
import { handle } from '@/server/http/handle';

interface Context {
  params: Promise<{ wallboardId: string }>;
}

/** Gives a wallboard another link; the one before opens nothing any more. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  return handle(request, 'queue.manage', async ({ wallboards }, asker): Promise<WallboardLink> => {
    const { wallboardId: id } = await params;
    asker.does({ action: 'wallboard.relink', target: { kind: 'wallboard', id, name: null } });
    return wallboards.relink(id);
  });
}
