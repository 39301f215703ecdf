import { startSupervisionSchema } from '@/lib/contract/command';
import { supervisionCommands } from '@/lib/domain/supervision/command';
import { commandResponse } from '@/server/http/command-response';
import { handle, readBody } from '@/server/http/handle';
import { HttpProblem } from '@/server/http/http-problem';

const unsaid = {
  to: 'Give to, the phone to supervise on: none stands in your account',
  from: 'Give from, a number of yours to call from: the call tells none',
} as const;

/** Begins to supervise somebody: the session has the id of the command, and its stream tells the rest. */
export async function POST(request: Request): Promise<Response> {
  const { permission } = supervisionCommands['supervision.start'];
  return handle(request, permission, async ({ supervisions }, asker) => {
    const { commandId, command } = await readBody(request, startSupervisionSchema);
    const { actor, origin } = asker;
    asker.does({ action: command.type, isCommand: true });
    const missing = await supervisions.unsaid(actor, command.fields);
    if (missing !== null) {
      const errors = [{ path: `command.fields.${missing}`, message: unsaid[missing] }];
      throw new HttpProblem('bad-request', unsaid[missing], { errors });
    }
    const outcome = await supervisions.start({ commandId, command, actor, origin });
    return commandResponse(commandId, 'supervision', outcome, asker.sight);
  });
}
