import { postConferenceCommandSchema } from '@/lib/contract/command';
import type { ConferenceId } from '@/lib/domain/ids';
import { commandResponse } from '@/server/http/command-response';
import { sightOf } from '@/lib/domain/shown';
import { handleAnybody, readBody } from '@/server/http/handle';
import { requestIdOf } from '@/server/http/request-id';

const actor = { userId: 'nobody-asked', name: 'Nobody asked' };
const role = 'moderator';

/** The route of commands as it would be without sessions and permissions: what the checks are held against. */
export async function unchecked(
  request: Request,
  { params }: { readonly params: Promise<{ conferenceId: string }> },
): Promise<Response> {
  return handleAnybody(request, async ({ conferences }) => {
    const { commandId, command } = await readBody(request, postConferenceCommandSchema);
    const id = (await params).conferenceId as ConferenceId;
    const origin = { role, address: null, requestId: requestIdOf(request) } as const;
    const outcome = await conferences.run(id, { commandId, command, actor, origin });
    return commandResponse(commandId, 'conference', outcome, sightOf(role));
  });
}
