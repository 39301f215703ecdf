import type { CallControlId, ConferenceId } from '@/lib/domain/ids';
import { handle } from '@/server/http/handle';
import { HttpProblem } from '@/server/http/http-problem';

interface Context {
  params: Promise<{ conferenceId: string; callControlId: string }>;
}

/** What the carrier says of one participant at this moment: it is asked, so not everybody may. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  return handle(request, 'conference.moderate', async ({ conferences }) => {
    const { conferenceId, callControlId } = await params;
    const leg = decodeURIComponent(callControlId) as CallControlId;
    const said = await conferences.participant(conferenceId as ConferenceId, leg);
    if (said !== null) return said;
    throw new HttpProblem('not-found', 'The carrier knows nobody of that call in this conference');
  });
}
