import { watchingNeeds } from '@/lib/contract/hub';
import type { ConferenceId } from '@/lib/domain/ids';
import { shownConference } from '@/lib/domain/shown';
import { allEvents, everyEvent } from '@/server/http/all-events';
import { csvResponse } from '@/server/http/csv';
import { handle } from '@/server/http/handle';
import { HttpProblem } from '@/server/http/http-problem';
import { readerWords } from '@/server/http/reader-words';
import { timelineLines } from '@/server/http/timeline-csv';
import { commandStepTypes, createTimelineText } from '@/server/http/timeline-text';

interface Context {
  params: Promise<{ conferenceId: string }>;
}

/** Every event of a conference in words, as a file for a spreadsheet. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  return handle(request, watchingNeeds.conference, async ({ conferences }, asker) => {
    const id = (await params).conferenceId as ConferenceId;
    const view = await conferences.read(id);
    if (view === null) throw new HttpProblem('not-found', 'Rostrum has never heard of it');
    const { sight } = asker;
    const state = shownConference(view.state, sight);
    const conference = { id, name: view.state.description?.name ?? null };
    asker.does({ action: 'conference.export', conference, detail: { format: 'csv' } });
    const steps = await everyEvent(conferences, view.state, sight, commandStepTypes);
    const text = createTimelineText(state, steps, readerWords(request.headers));
    const lines = timelineLines(allEvents(conferences, view.state, sight), text);
    return csvResponse(`rostrum-timeline-${id.replace(/[^\w-]/g, '')}.csv`, lines);
  });
}
