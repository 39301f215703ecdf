import { conferenceReportSchema } from '@/lib/contract/http';
import { watchingNeeds } from '@/lib/contract/hub';
import { attendanceEventTypes } from '@/lib/domain/conference/attendance';
import { floorEventTypes } from '@/lib/domain/conference/floor';
import type { ConferenceId } from '@/lib/domain/ids';
import { everyEvent } from '@/server/http/all-events';
import { conferenceReport } from '@/server/http/conference-report';
import { handle, readQuery } from '@/server/http/handle';
import { HttpProblem } from '@/server/http/http-problem';
import { readerWords } from '@/server/http/reader-words';
import { commandStepTypes } from '@/server/http/timeline-text';

const told = [
  ...new Set([...attendanceEventTypes, ...floorEventTypes, 'command.sent', ...commandStepTypes]),
];

interface Context {
  params: Promise<{ conferenceId: string }>;
}

/** A page to read or print: attendance, floor time and actions of a conference. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  return handle(request, watchingNeeds.conference, async (services, asker) => {
    const { conferences, now } = services;
    const id = (await params).conferenceId as ConferenceId;
    const { timeZone } = readQuery(request, conferenceReportSchema);
    const view = await conferences.read(id);
    if (view === null) throw new HttpProblem('not-found', 'Rostrum has never heard of it');
    const { sight } = asker;
    const conference = { id, name: view.state.description?.name ?? null };
    asker.does({ action: 'conference.export', conference, detail: { format: 'report' } });
    const events = await everyEvent(conferences, view.state, sight, told);
    const reader = readerWords(request.headers);
    const parts = { conference: view.state, sight, events, now: now(), timeZone, reader };
    return new Response(conferenceReport(parts), {
      headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' },
    });
  });
}
