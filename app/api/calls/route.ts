import { dialCallSchema } from '@/lib/contract/command';
import { listCallsSchema } from '@/lib/contract/http';
import { watchingNeeds } from '@/lib/contract/hub';
import type { CallRow } from '@/lib/contract/rows';
import { shownCallRow } from '@/lib/contract/shown';
import { dialNeeds } from '@/lib/domain/dial/command';
import { commandResponse } from '@/server/http/command-response';
import { allow } from '@/server/http/current-actor';
import { handle, readBody, readQuery } from '@/server/http/handle';

/** Lists the calls that have not ended, the newest first: all, or those that stand nowhere; searched. */
export async function GET(request: Request): Promise<Response> {
  return handle(request, watchingNeeds.call, ({ calls }, { sight }) => {
    const { which, q } = readQuery(request, listCallsSchema);
    const wanted = q?.trim().toLowerCase() ?? '';
    const items = calls
      .live()
      .filter((row) => which === 'all' || isFree(row))
      .map((row) => shownCallRow(row, sight))
      .filter(({ id, name, number }) =>
        [id, name, number].some((text) => text?.toLowerCase().includes(wanted)),
      )
      .sort((a, b) => (b.startedAt ?? 0) - (a.startedAt ?? 0));
    return Promise.resolve({ items, nextCursor: null });
  });
}

/** Whether one can begin with it: it is up, in no conference and no queue, and nobody's who supervises. */
function isFree({ phase, place, isSupervisors }: CallRow): boolean {
  const isTaken = isSupervisors || place.kind === 'conference' || place.kind === 'queue';
  return phase === 'answered' && !isTaken;
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
