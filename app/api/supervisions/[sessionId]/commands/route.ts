import { postSupervisionCommandSchema } from '@/lib/contract/command';
import type { CommandId } from '@/lib/domain/ids';
import { supervisionCommands } from '@/lib/domain/supervision/command';
import { commandResponse } from '@/server/http/command-response';
import { handle, readBody } from '@/server/http/handle';
import { HttpProblem } from '@/server/http/http-problem';

interface Context {
  params: Promise<{ sessionId: string }>;
}

/** Changes the role of a session of one's own, or ends it. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { permission } = supervisionCommands['supervision.switchRole'];
  return handle(request, permission, async ({ supervisions }, asker) => {
    const { commandId, command } = await readBody(request, postSupervisionCommandSchema);
    asker.does({ action: command.type, isCommand: true });
    const id = (await params).sessionId as CommandId;
    const { actor, origin } = asker;
    const view = await supervisions.read(id);
    if (view !== null && view.state.actor?.userId !== actor.userId) {
      throw new HttpProblem('not-allowed', 'This is another’s session: only they change or end it');
    }
    const outcome = await supervisions.run(id, { commandId, command, actor, origin });
    return commandResponse(commandId, 'supervision', outcome, asker.sight);
  });
}
