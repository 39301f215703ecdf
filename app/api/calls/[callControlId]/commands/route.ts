import { postCallCommandSchema } from '@/lib/contract/command';
import type { CallControlId } from '@/lib/domain/ids';
import { commandResponse } from '@/server/http/command-response';
import { currentActor } from '@/server/http/current-actor';
import { handle, readBody } from '@/server/http/handle';

interface Context {
  params: Promise<{ callControlId: string }>;
}

/** Runs one command to the call leg; the same commandId again answers what became of it. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  return handle(request, async ({ calls }) => {
    const { commandId, command } = await readBody(request, postCallCommandSchema);
    const id = decodeURIComponent((await params).callControlId) as CallControlId;
    const outcome = await calls.run(id, {
      commandId,
      command,
      actor: (await currentActor(request)).actor,
    });
    return commandResponse(commandId, outcome);
  });
}
