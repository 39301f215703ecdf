import { postConferenceCommandSchema } from '@/lib/contract/command';
import { watchingNeeds } from '@/lib/contract/hub';
import { conferenceCommands } from '@/lib/domain/conference/command';
import type { ConferenceId } from '@/lib/domain/ids';
import { commandResponse } from '@/server/http/command-response';
import { allow } from '@/server/http/current-actor';
import { handle, readBody } from '@/server/http/handle';
import { onWhomInConference } from '@/server/http/on-whom';

interface Context {
  params: Promise<{ conferenceId: string }>;
}

/** Runs one command to the conference; the same commandId again answers what became of it. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  return handle(request, watchingNeeds.conference, async (services, asker) => {
    const { commandId, command } = await readBody(request, postConferenceCommandSchema);
    const id = (await params).conferenceId as ConferenceId;
    asker.does({
      action: command.type,
      conference: { id, name: null },
      isCommand: true,
      onWhom: () => onWhomInConference(services, id, command),
    });
    allow(asker, conferenceCommands[command.type].permission);
    const { actor, origin } = asker;
    const outcome = await services.conferences.run(id, { commandId, command, actor, origin });
    return commandResponse(commandId, 'conference', outcome, asker.sight);
  });
}
