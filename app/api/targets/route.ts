import { maskedTargets } from '@/lib/contract/shown';
import { targetsSchema } from '@/lib/contract/target';
import { handle, readBody } from '@/server/http/handle';
import { targetsDeed } from '@/server/http/targets-deed';

/** What queues are held against: all of them, and those that have targets of their own. */
export async function GET(request: Request): Promise<Response> {
  return handle(request, 'queue.watch', async ({ alerts }, { seesNumbers }) => {
    const answer = await alerts.targets.all();
    return seesNumbers ? answer : maskedTargets(answer);
  });
}

/** Saves what all queues are held against that have no targets of their own. */
export async function PUT(request: Request): Promise<Response> {
  return handle(request, 'queue.manage', async ({ alerts }, asker) => {
    asker.does(targetsDeed('target.change', null));
    const targets = await readBody(request, targetsSchema);
    asker.does(targetsDeed('target.change', null, targets));
    return alerts.targets.save(null, targets, asker.actor);
  });
}
