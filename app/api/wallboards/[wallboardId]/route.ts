import { wallboardSchema } from '@/lib/contract/wallboard';
import { handle, readBody } from '@/server/http/handle';

interface Context {
  params: Promise<{ wallboardId: string }>;
}

/** Changes what a wallboard shows; its link stays. */
export async function PUT(request: Request, { params }: Context): Promise<Response> {
  return handle(request, 'queue.manage', async ({ wallboards }, asker) => {
    const { wallboardId: id } = await params;
    const settings = await readBody(request, wallboardSchema);
    const target = { kind: 'wallboard', id, name: settings.name } as const;
    asker.does({ action: 'wallboard.change', target });
    return wallboards.change(id, settings, asker.actor);
  });
}

/** Removes a wallboard: its link opens nothing any more, and who looks at it is told. */
export async function DELETE(request: Request, { params }: Context): Promise<Response> {
  return handle(request, 'queue.manage', async ({ wallboards }, asker) => {
    const { wallboardId: id } = await params;
    asker.does({ action: 'wallboard.remove', target: { kind: 'wallboard', id, name: null } });
    await wallboards.remove(id);
    return { id };
  });
}
