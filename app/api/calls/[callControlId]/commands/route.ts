import { postCallCommandSchema } from '@/lib/contract/command';
import { watchingNeeds } from '@/lib/contract/hub';
import { callCommands } from '@/lib/domain/call/command';
import type { CallControlId } from '@/lib/domain/ids';
import { commandResponse } from '@/server/http/command-response';
import { allow } from '@/server/http/current-actor';
import { handle, readBody } from '@/server/http/handle';
import { onWhomInCall } from '@/server/http/on-whom';

interface Context {
  params: Promise<{ callControlId: string }>;
}

/** Runs one command to the call leg; the same commandId again answers what became of it. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  return handle(request, watchingNeeds.call, async (services, asker) => {
    const { commandId, command } = await readBody(request, postCallCommandSchema);
    const id = decodeURIComponent((await params).callControlId) as CallControlId;
    asker.does({
      action: command.type,
      target: { kind: 'call', id, name: null },
      isCommand: true,
      onWhom: () => onWhomInCall(services, id, command),
    });
    allow(asker, callCommands[command.type].permission);
    const { actor, origin } = asker;
    const outcome = await services.calls.run(id, { commandId, command, actor, origin });
    return commandResponse(commandId, 'call', outcome, asker.sight);
  });
}
