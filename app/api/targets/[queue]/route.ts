import { queueNameSchema, targetsSchema } from '@/lib/contract/target';
import { handle, parsed, readBody } from '@/server/http/handle';
import { targetsDeed } from '@/server/http/targets-deed';

interface Context {
  params: Promise<{ queue: string }>;
}

/** Saves a queue's own targets; there need not be such a queue yet. */
export async function PUT(request: Request, { params }: Context): Promise<Response> {
  return handle(request, 'queue.manage', async ({ alerts }, asker) => {
    const queue = parsed(queueNameSchema, decodeURIComponent((await params).queue));
    asker.does(targetsDeed('target.change', queue));
    const targets = await readBody(request, targetsSchema);
    asker.does(targetsDeed('target.change', queue, targets));
    return alerts.targets.save(queue, targets, asker.actor);
  });
}

/** Holds a queue against what all are held against. */
export async function DELETE(request: Request, { params }: Context): Promise<Response> {
  return handle(request, 'queue.manage', async ({ alerts }, asker) => {
    const queue = parsed(queueNameSchema, decodeURIComponent((await params).queue));
    asker.does(targetsDeed('target.remove', queue));
    await alerts.targets.remove(queue);
    return { queue };
  });
}
