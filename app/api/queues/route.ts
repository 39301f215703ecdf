import { watchingNeeds } from '@/lib/contract/hub';
import { createQueueSchema } from '@/lib/contract/queue-command';
import { shownQueueRow } from '@/lib/contract/shown';
import { queueCommands } from '@/lib/domain/queue/command';
import { commandResponse } from '@/server/http/command-response';
import { allow } from '@/server/http/current-actor';
import { handle, readBody } from '@/server/http/handle';

/** Lists the queues that are known, and the lobbies in use; in the order of their names. */
export async function GET(request: Request): Promise<Response> {
  return handle(request, watchingNeeds.queue, ({ queues }, { sight }) => {
    const rows = queues.list();
    const items = rows.map((row) => shownQueueRow(row, sight));
    return Promise.resolve({ items, nextCursor: null });
  });
}

/** Makes a queue. */
export async function POST(request: Request): Promise<Response> {
  return handle(request, watchingNeeds.queue, async ({ queues }, asker) => {
    const { commandId, command } = await readBody(request, createQueueSchema);
    const { name, maxSize } = command.fields;
    asker.does({
      action: command.type,
      target: { kind: 'queue', id: name, name },
      isCommand: true,
    });
    allow(asker, queueCommands[command.type].permission);
    const { actor, origin } = asker;
    const asked = { type: command.type, fields: { maxSize } };
    const outcome = await queues.run(name, { commandId, command: asked, actor, origin });
    return commandResponse(commandId, 'queue', outcome, asker.sight, { name });
  });
}
