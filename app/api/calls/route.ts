import { dialCallSchema } from '@/lib/contract/command';
import { watchingNeeds } from '@/lib/contract/hub';
import { dialNeeds } from '@/lib/domain/dial/command';
import { shownCall } from '@/lib/domain/shown';
import { callRow } from '@/server/http/call-row';
import { commandResponse } from '@/server/http/command-response';
import { allow } from '@/server/http/current-actor';
import { handle, readBody } from '@/server/http/handle';

/** Lists the calls that are up and in no conference and no queue: those one can begin with. */
export async function GET(request: Request): Promise<Response> {
  return handle(request, watchingNeeds.call, ({ calls }, { sight }) => {
    const free = calls.free();
    const items = free.map((call) => callRow(shownCall(call, sight)));
    return Promise.resolve({ items, nextCursor: null });
  });
}

/** Calls somebody; the answer names the call, whose stream tells what becomes of it. */
export async function POST(request: Request): Promise<Response> {
  return handle(request, watchingNeeds.call, async ({ calls }, asker) => {
    const { commandId, command } = await readBody(request, dialCallSchema);
    asker.does({ action: command.type, conference: null, isCommand: true });
    allow(asker, dialNeeds.dial);
    if (command.fields.superviseCallControlId !== undefined) allow(asker, dialNeeds.supervise);
    const { actor, origin } = asker;
    const outcome = await calls.dial({ commandId, command, actor, origin });
    const callControlId = (await calls.dialled(commandId))?.state.callControlId ?? null;
    return commandResponse(commandId, 'dial', outcome, asker.sight, { callControlId });
  });
}
