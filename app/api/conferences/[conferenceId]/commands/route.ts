import { postConferenceCommandSchema } from '@/lib/contract/command';
import type { ConferenceId } from '@/lib/domain/ids';
import { commandResponse } from '@/server/http/command-response';
import { currentActor } from '@/server/http/current-actor';
import { handle, readBody } from '@/server/http/handle';

interface Context {
  params: Promise<{ conferenceId: string }>;
}

/** Runs one command to the conference; the same commandId again answers what became of it. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  return handle(request, async ({ conferences }) => {
    const { commandId, command } = await readBody(request, postConferenceCommandSchema);
    const id = (await params).conferenceId as ConferenceId;
    const outcome = await conferences.run(id, {
      commandId,
      command,
      actor: (await currentActor(request)).actor,
    });
    return commandResponse(commandId, outcome);
  });
}
