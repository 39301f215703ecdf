import { watchingNeeds } from '@/lib/contract/hub';
import { postQueueCommandSchema } from '@/lib/contract/queue-command';
import { queueCommands } from '@/lib/domain/queue/command';
import { commandResponse } from '@/server/http/command-response';
import { allow } from '@/server/http/current-actor';
import { handle, readBody } from '@/server/http/handle';
import { onWhomInQueue } from '@/server/http/on-whom';

interface Context {
  params: Promise<{ queueName: string }>;
}

/**
 * Runs one command to the queue; the same commandId again answers what became of it. Callers are taken
 * one after the other: the events of the queue tell what became of each.
 */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  return handle(request, watchingNeeds.queue, async (services, asker) => {
    const { commandId, command } = await readBody(request, postQueueCommandSchema);
    const name = decodeURIComponent((await params).queueName);
    asker.does({
      action: command.type,
      target: { kind: 'queue', id: name, name },
      isCommand: true,
      onWhom: () => onWhomInQueue(services, name, command),
    });
    allow(asker, queueCommands[command.type].permission);
    const { actor, origin } = asker;
    const outcome = await services.queues.run(name, { commandId, command, actor, origin });
    return commandResponse(commandId, 'queue', outcome, asker.sight);
  });
}
