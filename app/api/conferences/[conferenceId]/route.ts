import { watchingNeeds } from '@/lib/contract/hub';
import type { ConferenceId } from '@/lib/domain/ids';
import { shownConference } from '@/lib/domain/shown';
import { handle } from '@/server/http/handle';
import { HttpProblem } from '@/server/http/http-problem';

interface Context {
  params: Promise<{ conferenceId: string }>;
}

/** The conference as it stands, with the number of its last event. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  return handle(request, watchingNeeds.conference, async ({ conferences }, { sight }) => {
    const { conferenceId } = await params;
    const view = await conferences.read(conferenceId as ConferenceId);
    if (view === null) throw new HttpProblem('not-found', 'Rostrum has never heard of it');
    return { ...view, state: shownConference(view.state, sight) };
  });
}
